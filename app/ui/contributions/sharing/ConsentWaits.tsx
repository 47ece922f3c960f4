import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { WaitView } from "#app/views/contributions/sharing-view.ts";

/** Tells somebody who speaks for a delegation why their consent does not count yet, and what helps. */
export function ConsentWaits({ wait }: { wait: WaitView }) {
  const t = useText();
  const { cause, until, older } = wait;
  const names = older.join(", ");
  return (
    <Notice tone="warn" title={cause === "new" ? t("sharing.consentTooNew") : t("sharing.consentRefusedBefore")}>
      {until ? t("sharing.consentCountsFrom", { until }) : null} {names ? t("sharing.consentOlder", { names }) : null}
    </Notice>
  );
}
