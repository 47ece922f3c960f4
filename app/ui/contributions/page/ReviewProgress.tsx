import { reviewSteps } from "#app/domain/access/contribution-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ReviewSteps } from "#app/ui/base/Steps.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** How far the review of a record has come; nothing where it was returned, archived or withdrawn. */
export function ReviewProgress({ record }: { record: ContributionView }) {
  const t = useText();
  const { status, submittedOn, review } = record;
  const at = (reviewSteps as readonly string[]).indexOf(status);
  if (at < 0) return null;
  const noteOf = (step: (typeof reviewSteps)[number]) => {
    if (step === "captured") return submittedOn;
    const waits = (step === "checked" || step === "validated") && review?.decisions.includes(step);
    return waits ? t("knowledge.waitsForYou") : undefined;
  };
  return (
    <ReviewSteps
      label={t("knowledge.review")}
      doneWord={t("knowledge.done")}
      steps={reviewSteps.map((step, position) => ({
        text: t(`codes.status.${step}`),
        note: noteOf(step),
        state: position < at ? "done" : position === at ? "current" : "ahead",
      }))}
    />
  );
}
