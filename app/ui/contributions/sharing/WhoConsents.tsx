import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { SharingView } from "#app/views/contributions/sharing-view.ts";

/** Who can consent, or whom to ask where nobody speaks for the delegation. */
export function WhoConsents({ sharing }: { sharing: Pick<SharingView, "speakers" | "organisers" | "hasDelegation"> }) {
  const t = useText();
  const { speakers, organisers, hasDelegation } = sharing;
  if (speakers === null) return <p>{t("sharing.consentHidden")}</p>;
  if (speakers.length > 0) {
    const names = speakers.join(", ");
    return <p>{hasDelegation ? t("sharing.consentOf", { names }) : t("sharing.consentOrganisers", { names })}</p>;
  }
  return (
    <Notice tone="warn" title={t("sharing.noSpeaker")}>
      {t("sharing.noSpeakerText", { names: organisers.join(", ") })}
    </Notice>
  );
}
