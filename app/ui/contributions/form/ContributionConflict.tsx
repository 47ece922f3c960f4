import type { FormAnswer } from "#app/http/form.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Text, textOf } from "#app/i18n/text.ts";
import { fieldNames } from "#app/ui/contributions/form/field-names.ts";
import { type ComparedField, ConflictNotice } from "#app/ui/forms/ConflictNotice.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

/** What somebody else saved of a contribution meanwhile. */
export function ContributionConflict({ answer, form }: { answer?: FormAnswer; form: ContributionFormView }) {
  const t = useText();
  const special = specialFields(t, form);
  const fields = Object.entries(fieldNames(t, form.kind)).map(([name, label]) => ({ name, label, ...special[name] }));
  return <ConflictNotice answer={answer} fields={fields} />;
}

type CodeList = "phase" | "transferability" | "evidence" | "targetGroup" | "causeType" | "needType";

/** Fields whose values are codes, or rows of two. */
function specialFields(t: Text, form: ContributionFormView): Record<string, Partial<ComparedField>> {
  const labelOf = (options: ContributionFormView["themes"], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const code = (list: CodeList) => ({ inWords: (value: string) => textOf(t, `codes.${list}.${value}`) });
  return {
    language: { inWords: (value) => languages[value as LanguageCode]?.selfName ?? value },
    phase: code("phase"),
    transferability: code("transferability"),
    evidenceStage: code("evidence"),
    targetGroups: code("targetGroup"),
    "detail-causeType": code("causeType"),
    "detail-needType": code("needType"),
    themes: { inWords: (value) => labelOf(form.themes, value) },
    referenceId: { beside: "referenceRule", inWords: (id, rule) => `${labelOf(form.references, id)} ${rule}`.trim() },
    linkNumber: {
      beside: "linkRelation",
      inWords: (number, relation) => `${textOf(t, `codes.relation.${relation}`)} ${number}`,
    },
  };
}
