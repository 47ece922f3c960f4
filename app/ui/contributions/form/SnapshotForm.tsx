import { useRef } from "react";
import { kinds } from "#app/domain/codes.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ContextBreadcrumbs } from "#app/ui/contributions/form/ContextBreadcrumbs.tsx";
import { ContributionConflict } from "#app/ui/contributions/form/ContributionConflict.tsx";
import { fieldNames } from "#app/ui/contributions/form/field-names.ts";
import { SharingWish } from "#app/ui/contributions/form/SharingWish.tsx";
import { ShortFields } from "#app/ui/contributions/form/ShortFields.tsx";
import { AttributionField, BeneficiaryField, hidden, WhichDraft } from "#app/ui/contributions/form/SourceFields.tsx";
import { useChosenKind } from "#app/ui/contributions/form/use-chosen-kind.ts";
import { RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

/** The one-minute form: kind, title, one sentence. Everything else can wait. */
export function SnapshotForm({ form, answer }: { form: ContributionFormView; answer?: FormAnswer }) {
  const t = useText();
  const fields = fieldsOf(answer, form.values);
  const kind = fields.field("kind");
  const choice = useRef<HTMLDivElement>(null);
  const chosen = useChosenKind(choice);
  const title = chosen ? t("knowledge.newOf", { kind: t(`codes.kind.${chosen}`) }) : t("knowledge.newTitle");
  return (
    <>
      <ContextBreadcrumbs context={form.context} />
      <PageHeader title={title} standfirst={t("knowledge.newStandfirst")} />
      <DeedForm answer={answer} className="" names={fieldNames(t, form.kind)} isDraft>
        <ContributionConflict answer={answer} form={form} />
        <input type="hidden" name="form" value="snapshot" />
        <RevisionField answer={answer} stored={form.values} />
        <WhichDraft form={form} fields={fields} />
        <input type="hidden" {...hidden(fields, "sessionId")} />
        <input type="hidden" {...hidden(fields, "itemId")} />
        <Section id="what" title={t("knowledge.partWhat")}>
          <div className="stack" ref={choice}>
            <ChoiceGroup
              type="radio"
              {...kind}
              legend={t("knowledge.kind")}
              inline
              options={kinds.map((code) => ({
                value: code,
                label: <Kind kind={code}>{t(`codes.kind.${code}`)}</Kind>,
              }))}
            />
            <ShortFields fields={fields} />
            <BeneficiaryField form={form} fields={fields} />
          </div>
        </Section>
        <Section id="who" title={t("knowledge.partWho")}>
          <details open={Boolean(answer?.errors.attribution)}>
            <summary>
              {t("knowledge.whoSummary")} <Icon name="chevron" className="chevron" />
            </summary>
            <div className="stack mt-4">
              <AttributionField fields={fields} />
              <SharingWish fields={fields} speaks={form.speaks} />
            </div>
          </details>
        </Section>
        <div className="stack">
          <GuardStatement answer={answer} />
          <p className="hint">{t("guard.purpose")}</p>
          <p className="hint">{t("knowledge.keepNote")}</p>
          <div className="cluster">
            <Button variant="primary" name="intent" value="submit">
              {chosen ? t(`sessions.post.${chosen}`) : t("knowledge.keep")}
            </Button>
            <Button name="intent" value="draft">
              {t("knowledge.saveDraft")}
            </Button>
            <Button variant="quiet" name="intent" value="full">
              {t("knowledge.toFull")}
            </Button>
          </div>
        </div>
      </DeedForm>
    </>
  );
}
