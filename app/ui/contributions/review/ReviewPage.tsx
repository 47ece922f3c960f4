import { limits } from "#app/domain/knowledge/templates.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { RecordSection } from "#app/ui/contributions/RecordSection.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

export interface ReviewPageProps {
  record: ContributionView;
  /** The decision that the link here was about. */
  wanted: string | null;
  answer?: FormAnswer;
}

/** One step of the review: what the viewer may decide about the record, with a reason where it goes back or away. */
export function ReviewPage({ record, wanted, answer }: ReviewPageProps) {
  const t = useText();
  const { number, status, review } = record;
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: t("knowledge.review") }]}
      />
      <PageHeader title={t("knowledge.reviewTitle", { number })} standfirst={t("knowledge.reviewText")} />
      <RecordSection
        title={t("knowledge.chainRecord")}
        record={record}
        facts={t(`codes.status.${status as "complete"}`)}
      />
      <Section id="decision" title={t("knowledge.reviewDecision")}>
        {review && review.decisions.length > 0 ? (
          <DecisionForm review={review} number={number} wanted={wanted} answer={answer} />
        ) : (
          <Notice title={t("knowledge.reviewNothing")}>
            <a href={paths.contribution(number)}>{t("knowledge.reviewAgain")}</a>
          </Notice>
        )}
      </Section>
    </>
  );
}

function DecisionForm(props: {
  review: NonNullable<ContributionView["review"]>;
  number: string;
  wanted: string | null;
  answer?: FormAnswer;
}) {
  const t = useText();
  const { review, number, wanted, answer } = props;
  const fields = fieldsOf(answer, { decision: wanted ?? "", revision: String(review.revision) });
  // What was typed about an earlier text stays about that text: whoever meets a change reads the record again first.
  const { defaultValue: revision } = fields.field("revision");
  return (
    <DeedForm answer={answer} names={{ decision: t("knowledge.reviewDecision"), reason: t("knowledge.reason") }}>
      {answer?.current ? (
        <Notice tone="warn" title={t("knowledge.reviewChanged")}>
          <a href={paths.contribution(number)}>{t("knowledge.reviewAgain")}</a>
        </Notice>
      ) : null}
      <input type="hidden" name="revision" value={revision} />
      <ChoiceGroup
        type="radio"
        {...fields.field("decision")}
        legend={t("knowledge.reviewDecision")}
        options={review.decisions.map((decision) => ({
          value: decision,
          label: t(`knowledge.review.${decision}`),
          hint: t(`knowledge.reviewHint.${decision}`),
        }))}
      />
      <TextareaField
        {...fields.field("reason")}
        label={t("knowledge.reason")}
        hint={t("knowledge.reviewReasonHint")}
        maxLength={limits.reason}
      />
      <GuardStatement answer={answer} />
      <div className="cluster">
        <Button variant="primary">{t("knowledge.reviewSave")}</Button>
        <LinkButton variant="quiet" href={paths.contribution(number)}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </DeedForm>
  );
}
