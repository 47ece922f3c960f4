import { z } from "zod";
import {
  type Attribution,
  attributions,
  type Kind,
  kinds,
  type SharingLevel,
  sharingLevels,
  type Transferability,
  transferabilities,
} from "#app/domain/codes.ts";
import { ids, oneOf, optionalId, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalLine, optionalText, repeatedLines } from "#app/domain/forms/text-fields.ts";
import { optionalDay } from "#app/domain/forms/time-fields.ts";
import {
  chosenSections,
  limits,
  type SectionCode,
  sectionCodes,
  sectionField,
} from "#app/domain/knowledge/templates.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

export const linkRelations = ["addresses", "responds-to", "rests-on"] as const;
export type LinkRelation = (typeof linkRelations)[number];

/** What the full template asks beyond a snapshot. */
export interface FullFields {
  body: string;
  /** Sections by code; those of other kinds are dropped. */
  details: Partial<Record<SectionCode, string>>;
  /** Codes of their lists. */
  phase: string | null;
  evidenceStage: number | null;
  transferability: Transferability | null;
  /** Day, `2027-01-31`. */
  reviewBy: string | null;
  /** Codes of the taxonomy, `T08`. */
  themes: readonly string[];
  targetGroups: readonly string[];
  references: readonly { id: string; rule: string }[];
  /** Other contributions by number; null where one was named without saying how it is related. */
  links: readonly { number: string; relation: LinkRelation | null }[];
}

/** What a person says about a contribution. Undefined fields leave what is stored, or take what follows by itself. */
export interface ContributionInput {
  kind: Kind;
  title: string;
  /** One sentence. */
  summary: string;
  /** Language of the original. */
  language: LanguageCode;
  /** Null or undefined: inherited from agenda item and session. */
  attribution?: Attribution | null;
  /** Asked of consultants and organisers outside bilateral sessions; for everybody else it follows. */
  beneficiary?: string | null;
  institutionId?: string | null;
  sessionId?: string | null;
  itemId?: string | null;
  /** How far it should be heard; above `bilateral` the delegation is asked. */
  wantedSharing?: SharingLevel | null;
  /** "This is not about a prisoner", said after a warning. */
  guardStated?: boolean;
  full?: FullFields;
}

export const intents = ["submit", "keep", "draft", "full", "autosave", "save", "complete"] as const;
export type Intent = (typeof intents)[number];

const detail = (code: SectionCode) => {
  if (chosenSections.some((chosen) => chosen === code)) return optionalId().transform((value) => value ?? "");
  return optionalText(limits.section);
};
const details = Object.fromEntries(sectionCodes.map((code) => [sectionField(code), detail(code)]));

/** The forms of a contribution: the snapshot, and the full one (`form=full`). Shape only. */
export const contributionForm = z
  .object({
    intent: optionalOneOf(intents),
    // What is meant where no button was pressed.
    enter: optionalOneOf(intents),
    form: optionalOneOf(["snapshot", "full"]),
    number: optionalId(),
    draft: optionalId(),
    revision: revision().optional(),
    kind: oneOf(kinds),
    title: optionalLine(limits.title),
    summary: optionalLine(limits.summary),
    language: oneOf(languageCodes),
    attribution: optionalOneOf(attributions),
    beneficiary: optionalId(),
    institutionId: optionalId(),
    sessionId: optionalId(),
    itemId: optionalId(),
    wantedSharing: optionalOneOf(sharingLevels),
    guardStated: tick(),
    body: optionalText(limits.body),
    phase: optionalId(),
    evidenceStage: optionalOneOf(["0", "1", "2", "3", "4", "5"]),
    transferability: optionalOneOf(transferabilities),
    reviewBy: optionalDay(),
    themes: ids(40),
    targetGroups: ids(40),
    referenceId: repeatedLines(40, 60),
    referenceRule: repeatedLines(40, limits.rule),
    linkRelation: repeatedLines(40, 20),
    linkNumber: repeatedLines(40, 40),
    ...(details as Record<never, never>),
  })
  .transform((values) => ({
    intent: values.intent ?? values.enter ?? ("draft" as Intent),
    number: values.number,
    draftId: values.draft,
    revision: values.revision ?? null,
    depth: values.form === "full" ? ("full" as const) : ("snapshot" as const),
    input: {
      kind: values.kind,
      title: values.title,
      summary: values.summary,
      language: values.language,
      attribution: values.attribution,
      beneficiary: values.beneficiary,
      // The snapshot does not ask for the institution; there it follows from the membership.
      institutionId: values.form === "full" ? values.institutionId : undefined,
      sessionId: values.sessionId,
      itemId: values.itemId,
      wantedSharing: values.wantedSharing,
      guardStated: values.guardStated,
      full: values.form === "full" ? fullFields(values) : undefined,
    } satisfies ContributionInput,
  }));

/** The form of a language version translated by a person. */
export const translationForm = z
  .object({
    language: oneOf(languageCodes),
    title: optionalLine(limits.title),
    summary: optionalLine(limits.summary),
    body: optionalText(limits.body),
    guardStated: tick(),
    ...(details as Record<never, never>),
  })
  .transform((values) => ({
    language: values.language,
    title: values.title,
    summary: values.summary,
    body: values.body,
    guardStated: values.guardStated,
    details: givenDetails(values),
  }));

export type ContributionForm = z.output<typeof contributionForm>;

interface FullValues {
  body: string;
  phase: string | null;
  evidenceStage: string | null;
  transferability: Transferability | null;
  reviewBy: string | null;
  themes: string[];
  targetGroups: string[];
  referenceId: string[];
  referenceRule: string[];
  linkRelation: string[];
  linkNumber: string[];
}

function fullFields(values: FullValues): FullFields {
  return {
    body: values.body,
    details: givenDetails(values),
    phase: values.phase,
    evidenceStage: values.evidenceStage === null ? null : Number(values.evidenceStage),
    transferability: values.transferability,
    reviewBy: values.reviewBy,
    themes: values.themes,
    targetGroups: values.targetGroups,
    references: values.referenceId
      .map((id, at) => ({ id, rule: values.referenceRule[at] ?? "" }))
      .filter(({ id }) => id !== ""),
    links: values.linkNumber
      .map((number, at) => ({
        number: number.toUpperCase(),
        relation: linkRelations.find((relation) => relation === values.linkRelation[at]) ?? null,
      }))
      .filter(({ number }) => number !== ""),
  };
}

/** The sections that say something. */
function givenDetails(values: object): FullFields["details"] {
  const all = values as Record<string, string>;
  const given = sectionCodes.map((code) => [code, all[sectionField(code)] ?? ""] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ""));
}
