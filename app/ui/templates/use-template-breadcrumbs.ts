import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import type { Breadcrumb } from "#app/ui/base/Breadcrumbs.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** The way from the rounds over the agenda templates to a page of theirs, which is named last. */
export function useTemplateBreadcrumbs(here: string, template?: { id: string; name: string } | null) {
  const t = useText();
  const shell = useShell();
  const items: Breadcrumb[] = [{ text: t("rounds.title"), href: ofGroup(shell, paths.rounds()) }];
  if (here !== t("templates.title")) items.push({ text: t("templates.title"), href: paths.templates() });
  if (template) items.push({ text: template.name, href: paths.template(template.id) });
  return { label: t("templates.crumbs"), items: [...items, { text: here }] };
}
