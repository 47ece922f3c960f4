import type { ContributionFormData } from "#app/domain/knowledge/find-form.server.ts";
import type { FormValues } from "#app/http/form.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { type Text, textOf } from "#app/i18n/text.ts";

/** Fields of several values in no order. */
const lists = ["themes", "targetGroups", "references", "links"];

/** The fields whose stored value is not the one typed, with what is stored. */
export function differingFields(
  stored: Readonly<Record<string, string>>,
  typed: FormValues,
): { name: string; values: string[] }[] {
  return Object.entries(stored)
    .map(([name, text]) => ({ name, values: (lists.includes(name) ? text.split("\n") : [text]).filter(Boolean) }))
    .filter(({ name, values }) => [...values].sort().join("\n") !== typedValues(typed, name).sort().join("\n"));
}

/** A stored value as the form shows it. */
export function inWords(t: Text, form: ContributionFormData, name: string, value: string): string {
  const [first = "", ...rest] = value.split(" ");
  switch (name) {
    case "themes":
      return labelOf(form.themes, value);
    case "references":
      return [labelOf(form.references, first), ...rest].join(" ");
    case "links":
      return [textOf(t, `codes.relation.${first}`), ...rest].join(" ");
    case "language":
      return languages[value as LanguageCode]?.selfName ?? value;
    case "evidenceStage":
      return textOf(t, `codes.evidence.${value}`);
    case "targetGroups":
      return textOf(t, `codes.targetGroup.${value}`);
    case "phase":
    case "transferability":
      return textOf(t, `codes.${name}.${value}`);
    case "detail-causeType":
      return textOf(t, `codes.causeType.${value}`);
    case "detail-needType":
      return textOf(t, `codes.needType.${value}`);
    default:
      return value;
  }
}

function typedValues(typed: FormValues, name: string): string[] {
  if (name === "references") {
    return rowsOf(typed, "referenceId", "referenceRule").map(([id, rule]) => `${id} ${rule}`.trim());
  }
  if (name === "links") {
    return rowsOf(typed, "linkNumber", "linkRelation").map(
      ([number, relation]) => `${relation} ${number.toUpperCase()}`,
    );
  }
  return valuesOf(typed, name).filter((value) => value !== "");
}

/** The rows whose first field says something. */
function rowsOf(typed: FormValues, main: string, other: string): [string, string][] {
  const others = valuesOf(typed, other);
  return valuesOf(typed, main)
    .map((value, at): [string, string] => [value, others[at] ?? ""])
    .filter(([value]) => value !== "");
}

/** Browsers send line ends as two characters; what is stored has one. */
function valuesOf(typed: FormValues, name: string): string[] {
  return [typed[name] ?? []].flat().map((value) => value.replaceAll("\r\n", "\n").trim());
}

function labelOf(options: ContributionFormData["themes"], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
