import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { GlassOpeningView } from "#app/views/glass/glass-view.ts";

/** On the page of a session: which administrator opened it, when and why. */
export function GlassNotices({ openings }: { openings: readonly GlassOpeningView[] }) {
  const t = useText();
  return openings.map(({ id, by, openedAt, reason }) => (
    <Notice key={id} tone="warn" title={t("glass.openedBy", { name: by, at: openedAt })} className="mb-4 no-print">
      {t("glass.because", { reason })}
    </Notice>
  ));
}
