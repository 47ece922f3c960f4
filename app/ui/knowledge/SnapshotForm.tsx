import { kinds } from "#app/domain/codes.ts";
import type { ContributionFormData } from "#app/domain/knowledge/find-form.server.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { Autosave } from "#app/ui/knowledge/Autosave.tsx";
import { fieldNames } from "#app/ui/knowledge/field-names.ts";
import { GuardStatement } from "#app/ui/knowledge/GuardStatement.tsx";
import { PlaceCrumbs } from "#app/ui/knowledge/PlaceCrumbs.tsx";
import { SharingWish } from "#app/ui/knowledge/SharingWish.tsx";
import { ShortFields } from "#app/ui/knowledge/ShortFields.tsx";
import { AttributionField, BeneficiaryField, hidden } from "#app/ui/knowledge/SourceFields.tsx";

/** The one-minute form: kind, title, one sentence. Everything else can wait. */
export function SnapshotForm({ form, answer }: { form: ContributionFormData; answer?: FormAnswer }) {
  const t = useText();
  const fields = fieldsOf(answer, form.values);
  const kind = fields.field("kind");
  return (
    <>
      <PlaceCrumbs place={form.place} />
      <Head title={t("knowledge.newTitle")} standfirst={t("knowledge.newStandfirst")} />
      <DeedForm answer={answer} className="" names={fieldNames(t, form.kind)}>
        <input type="hidden" name="form" value="snapshot" />
        <input type="hidden" {...hidden(fields, "sessionId")} />
        <input type="hidden" {...hidden(fields, "itemId")} />
        <Sect id="what" title={t("knowledge.partWhat")}>
          <div className="stack">
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
        </Sect>
        <Sect id="who" title={t("knowledge.partWho")}>
          <details open={Boolean(answer?.errors.attribution)}>
            <summary>
              {t("knowledge.whoSummary")} <Icon name="chevron" className="chev" />
            </summary>
            <div className="stack mt-4">
              <AttributionField fields={fields} />
              <SharingWish fields={fields} speaks={form.speaks} />
            </div>
          </details>
        </Sect>
        <div className="stack">
          <GuardStatement answer={answer} />
          <p className="hint">{t("guard.purpose")}</p>
          <p className="hint">{t("knowledge.keepNote")}</p>
          <div className="cluster">
            <Btn variant="primary" name="intent" value="submit">
              {t("knowledge.keep")}
            </Btn>
            <Btn name="intent" value="draft">
              {t("knowledge.saveDraft")}
            </Btn>
            <Btn variant="quiet" name="intent" value="full">
              {t("knowledge.toFull")}
            </Btn>
          </div>
          <Autosave number={form.number} />
        </div>
      </DeedForm>
    </>
  );
}
