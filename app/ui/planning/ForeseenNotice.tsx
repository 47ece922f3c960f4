import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { ReasonList } from "#app/ui/planning/ReasonList.tsx";
import type { ForeseenView } from "#app/views/planning/reason-text.server.ts";

/** What cannot fit, said before the planner is asked; nothing where counting shows none. */
export function ForeseenNotice({ foreseen }: { foreseen: ForeseenView | null }) {
  const t = useText();
  if (!foreseen) return null;
  return (
    <>
      <Notice
        tone={foreseen.onlyKept ? "warn" : "bad"}
        title={t(foreseen.onlyKept ? "plan.foreseenKept" : "plan.foreseen")}
        className="mt-4 mb-4"
      >
        {t(foreseen.onlyKept ? "plan.foreseenKeptText" : "plan.foreseenText")}
      </Notice>
      <ReasonList reasons={foreseen.reasons} />
    </>
  );
}
