import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { selectOptions } from "#app/ui/contributions/form/SourceFields.tsx";
import type { ContributionFormView } from "#app/views/contributions/form-view.ts";

interface Props {
  form: ContributionFormView;
  answer?: FormAnswer;
}

const relations = ["addresses", "responds-to", "rests-on"] as const;

/** References it leans on, with the rule; two empty rows wait after those that are filled. */
export function ReferenceRows({ form, answer }: Props) {
  const t = useText();
  const rows = rowsOf(answer?.values ?? form.values, "referenceId", "referenceRule");
  if (form.references.length === 0) return null;
  return (
    <fieldset>
      <legend className="strong">{t("knowledge.references")}</legend>
      {rows.map(([id, rule], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their position
        <div className="fields" key={at}>
          <SelectField
            name="referenceId"
            id={rowId("referenceId", at)}
            label={t("knowledge.referenceRow", { row: at + 1 })}
            defaultValue={id}
            placeholder={t("knowledge.noReference")}
            options={selectOptions(t, form.references)}
          />
          <TextField
            name="referenceRule"
            id={rowId("referenceRule", at)}
            label={t("knowledge.ruleRow", { row: at + 1 })}
            defaultValue={rule}
            maxLength={60}
          />
        </div>
      ))}
      <FieldError id="references">{answer?.errors.referenceId}</FieldError>
    </fieldset>
  );
}

/** Other records it belongs to, by number. */
export function LinkRows({ form, answer }: Props) {
  const t = useText();
  const rows = rowsOf(answer?.values ?? form.values, "linkNumber", "linkRelation");
  const unrelated = answer?.errors.linkRelation;
  const wrong = unrelated ? rows.findIndex(([number, relation]) => number !== "" && relation === "") : -1;
  return (
    <fieldset className="mt-4">
      <legend className="strong">{t("knowledge.links")}</legend>
      <p className="hint">{t("knowledge.linksHint")}</p>
      {rows.map(([number, relation], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their position
        <div className="fields" key={at}>
          <SelectField
            name="linkRelation"
            id={rowId("linkRelation", at, Math.max(0, wrong))}
            label={t("knowledge.relationRow", { row: at + 1 })}
            defaultValue={relation}
            placeholder={t("knowledge.noRelation")}
            error={at === wrong ? unrelated : undefined}
            options={relations.map((code) => ({ value: code, label: t(`codes.relation.${code}`) }))}
          />
          <TextField
            name="linkNumber"
            id={rowId("linkNumber", at)}
            label={t("knowledge.numberRow", { row: at + 1 })}
            defaultValue={number}
            maxLength={40}
            autoComplete="off"
          />
        </div>
      ))}
      <FieldError id="links">{answer?.errors.linkNumber}</FieldError>
    </fieldset>
  );
}

/** One row carries the id that the error summary leads to: the first, or the one that is wrong. */
function rowId(name: string, at: number, led = 0): string {
  return at === led ? `f-${name}` : `f-${name}-${at}`;
}

function rowsOf(values: FormValues, main: string, other: string): [string, string][] {
  const list = (name: string) => [values[name] ?? []].flat();
  const others = list(other);
  const filled = list(main)
    .map((value, at): [string, string] => [value, others[at] ?? ""])
    .filter(([value]) => value !== "");
  return [...filled, ["", ""], ["", ""]];
}
