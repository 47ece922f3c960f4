import type { FormPlace } from "#app/domain/knowledge/find-form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";

/** The session and the agenda item a new record will belong to, with the way back. */
export function ContextBreadcrumbs({ place }: { place: FormPlace | null }) {
  const t = useText();
  if (!place) return null;
  const session = place.beneficiary
    ? t("sessions.bilateralWith", { beneficiary: place.beneficiary })
    : t("sessions.plenary");
  const item = place.item ? [{ text: place.item, lang: place.lang }] : [];
  return (
    <Breadcrumbs
      label={t("knowledge.crumbs")}
      items={[{ text: session, href: paths.session(place.sessionId) }, ...item, { text: t("knowledge.newTitle") }]}
    />
  );
}
