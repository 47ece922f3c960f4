import { isReviewed } from "#app/domain/access/contribution-status.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ClassificationFields } from "#app/ui/contributions/form/ClassificationFields.tsx";
import { ContextBreadcrumbs } from "#app/ui/contributions/form/ContextBreadcrumbs.tsx";
import { ContributionConflict } from "#app/ui/contributions/form/ContributionConflict.tsx";
import { FormProgress } from "#app/ui/contributions/form/FormProgress.tsx";
import { fieldNames } from "#app/ui/contributions/form/field-names.ts";
import { LinkRows, ReferenceRows } from "#app/ui/contributions/form/PointerRows.tsx";
import { SharingWish } from "#app/ui/contributions/form/SharingWish.tsx";
import { ShortFields } from "#app/ui/contributions/form/ShortFields.tsx";
import {
  AttributionField,
  BeneficiaryField,
  hidden,
  InstitutionField,
  WhichDraft,
} from "#app/ui/contributions/form/SourceFields.tsx";
import { TemplateFields } from "#app/ui/contributions/form/TemplateFields.tsx";
import { RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

/** The full record in sections, for a draft or for changes to what was submitted. */
export function FullForm({ form, answer }: { form: ContributionFormView; answer?: FormAnswer }) {
  const t = useText();
  const fields = fieldsOf(answer, form.values);
  const isDraft = form.status === null || form.status === "draft";
  return (
    <>
      <ContextBreadcrumbs context={form.context} />
      <PageHeader
        over={
          <FactLine className="over">
            <Kind kind={form.kind}>{t(`codes.kind.${form.kind}`)}</Kind>
            {form.number ? <span className="number">{form.number}</span> : null}
            {form.status ? t(`codes.status.${form.status as "draft"}`) : null}
          </FactLine>
        }
        title={isDraft ? t("knowledge.fullTitle") : t("knowledge.editTitle")}
        standfirst={isDraft ? t("knowledge.fullStandfirst") : t("knowledge.editStandfirst")}
      />
      {form.takenFrom ? (
        <Notice title={t("knowledge.takenUp", { number: form.takenFrom })} className="mb-4">
          {t("knowledge.takenUpText")}
        </Notice>
      ) : null}
      <ReviewNotice form={form} />
      <FormProgress values={answer?.values ?? form.values} kind={form.kind} isDraft={isDraft} />
      <DeedForm
        answer={answer}
        className="mt-5"
        action={form.number ? paths.contributionEdit(form.number) : undefined}
        names={fieldNames(t, form.kind)}
        isDraft={isDraft}
      >
        <ContributionConflict answer={answer} form={form} />
        <input type="hidden" name="form" value="full" />
        <input type="hidden" name="kind" value={form.kind} />
        <RevisionField answer={answer} stored={form.values} />
        <WhichDraft form={form} fields={fields} />
        <input type="hidden" {...hidden(fields, "sessionId")} />
        <input type="hidden" {...hidden(fields, "itemId")} />
        {isDraft ? null : <input type="hidden" name="enter" value="save" />}
        {isDraft ? (
          // First in the form, so that Enter in a field keeps the draft and submits nothing.
          <p className="cluster mb-4">
            <Button small name="intent" value="draft">
              {t("knowledge.saveDraft")}
            </Button>
          </p>
        ) : null}
        <Section id="part-short" title={t("knowledge.partShort")}>
          <div className="stack">
            <ShortFields fields={fields} />
          </div>
        </Section>
        <TemplateFields kind={form.kind} choices={form.sectionChoices} fields={fields} />
        <ClassificationFields form={form} fields={fields} />
        <Section id="part-points" title={t("knowledge.partPoints")} note={t("common.optional")}>
          <ReferenceRows answer={answer} form={form} />
          <LinkRows answer={answer} form={form} />
        </Section>
        <Section id="part-source" title={t("knowledge.partWho")}>
          <div className="stack">
            <BeneficiaryField form={form} fields={fields} />
            <InstitutionField form={form} fields={fields} />
            <AttributionField fields={fields} />
            {isDraft ? <SharingWish fields={fields} speaks={form.speaks} /> : null}
          </div>
        </Section>
        <div className="stack">
          <GuardStatement answer={answer} />
          <p className="hint">{t("guard.purpose")}</p>
          <FormButtons form={form} isDraft={isDraft} />
        </div>
      </DeedForm>
    </>
  );
}

/** What saving means for the review, and why the record came back. */
function ReviewNotice({ form }: { form: ContributionFormView }) {
  const t = useText();
  if (form.status === "returned") {
    return (
      <Notice tone="warn" title={t("knowledge.notice.returned")} className="mb-4">
        {form.reviewReason} {t("knowledge.returnedNext")}
      </Notice>
    );
  }
  if (form.status === null || !isReviewed(form.status)) return null;
  return <Notice title={t("knowledge.reviewBeginsAgain")} className="mb-4" />;
}

function FormButtons({ form, isDraft }: { form: ContributionFormView; isDraft: boolean }) {
  const t = useText();
  if (isDraft) {
    return (
      <div className="cluster">
        <Button variant="primary" name="intent" value="submit">
          {t("knowledge.submit")}
        </Button>
        <Button name="intent" value="keep">
          {t("knowledge.keepSnapshot")}
        </Button>
        <Button formAction={paths.contributionPreview()}>{t("knowledge.preview")}</Button>
        {form.number ? <a href={paths.withdrawal(form.number)}>{t("knowledge.discard")}</a> : null}
      </div>
    );
  }
  const completes = form.depth === "snapshot";
  return (
    <div className="cluster">
      <Button variant={completes ? "plain" : "primary"} name="intent" value="save">
        {t("knowledge.saveChanges")}
      </Button>
      {completes ? (
        <Button variant="primary" name="intent" value="complete">
          {t("knowledge.complete")}
        </Button>
      ) : null}
      <Button formAction={paths.contributionPreview()}>{t("knowledge.preview")}</Button>
      <LinkButton variant="quiet" href={paths.contribution(form.number ?? "")}>
        {t("common.cancel")}
      </LinkButton>
    </div>
  );
}
