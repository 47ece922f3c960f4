import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import type { Breadcrumb } from "#app/ui/base/Breadcrumbs.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** What a page stands under, beside the list of rounds. */
export interface Above {
  round?: { id: string; title: string } | null;
  session?: { id: string; title: string };
  /** The agenda of the session too. */
  agenda?: boolean;
}

/** The way from the rounds of the group to a page of theirs, which is named last. */
export function useRoundBreadcrumbs(here: ReactNode, { round, session, agenda }: Above = {}) {
  const t = useText();
  const items: Breadcrumb[] = [{ text: t("rounds.title"), href: ofGroup(useShell(), paths.rounds()) }];
  if (round) items.push({ text: round.title, href: paths.round(round.id) });
  if (session) items.push({ text: session.title, href: paths.session(session.id) });
  if (session && agenda) items.push({ text: t("agenda.title"), href: paths.agenda(session.id) });
  return { label: t("sessions.crumbs"), items: [...items, { text: here }] };
}
