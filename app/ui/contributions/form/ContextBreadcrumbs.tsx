import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import type { ContextView } from "#app/views/contributions/form-view.ts";

/** The session and the agenda item a new record will belong to, with the way back. */
export function ContextBreadcrumbs({ context }: { context: ContextView | null }) {
  const t = useText();
  if (!context) return null;
  const session = context.beneficiary
    ? t("sessions.bilateralWith", { beneficiary: context.beneficiary })
    : t("sessions.plenary");
  const item = context.item ? [{ text: context.item, lang: context.lang }] : [];
  return (
    <Breadcrumbs
      label={t("knowledge.crumbs")}
      items={[{ text: session, href: paths.session(context.sessionId) }, ...item, { text: t("knowledge.newTitle") }]}
    />
  );
}
