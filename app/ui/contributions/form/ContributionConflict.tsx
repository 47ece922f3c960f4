import type { FormAnswer } from "#app/http/form.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Text, textOf } from "#app/i18n/text.ts";
import { fieldNames } from "#app/ui/contributions/form/field-names.ts";
import { selectOptions } from "#app/ui/contributions/form/SourceFields.tsx";
import { type ComparedField, ConflictNotice } from "#app/ui/forms/ConflictNotice.tsx";
import type { ContributionFormView, Option } from "#app/views/contributions/form-view.ts";

/** What somebody else saved of a contribution meanwhile. */
export function ContributionConflict({ answer, form }: { answer?: FormAnswer; form: ContributionFormView }) {
  const t = useText();
  const special = specialFields(t, form);
  const fields = Object.entries(fieldNames(t, form.kind)).map(([name, label]) => ({ name, label, ...special[name] }));
  return <ConflictNotice answer={answer} fields={fields} />;
}

type CodeList = "kind" | "transferability" | "evidence" | "attribution";

/** Fields whose values are codes, or rows of two. */
function specialFields(t: Text, form: ContributionFormView): Record<string, Partial<ComparedField>> {
  const labelOf = (options: readonly Option[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const code = (list: CodeList) => ({ inWords: (value: string) => textOf(t, `codes.${list}.${value}`) });
  const term = (options: readonly Option[]) => ({ inWords: (value: string) => labelOf(options, value) });
  return {
    kind: code("kind"),
    language: { inWords: (value) => languages[value as LanguageCode]?.selfName ?? value },
    phase: term(form.phases),
    attribution: code("attribution"),
    institutionId: term(form.institutions),
    beneficiary: { inWords: (value) => selectOptions(t, form.beneficiaries).find((one) => one.value === value)?.label },
    transferability: code("transferability"),
    evidenceStage: code("evidence"),
    targetGroups: term(form.targetGroups),
    "detail-causeType": term(form.sectionChoices.causeType),
    "detail-needType": term(form.sectionChoices.needType),
    themes: term(form.themes),
    referenceId: { beside: "referenceRule", inWords: (id, rule) => `${labelOf(form.references, id)} ${rule}`.trim() },
    linkNumber: {
      beside: "linkRelation",
      inWords: (number, relation) => `${textOf(t, `codes.relation.${relation}`)} ${number}`,
    },
  };
}
