import { z } from "zod";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { attributions, foundKinds, hasCodes } from "#app/domain/codes.ts";
import { stagesWritten } from "#app/domain/search/query/evidence-stages.ts";
import { daysWritten } from "#app/domain/search/query/written-days.ts";
import { readCursor } from "#app/domain/search/results/cursor.server.ts";
import type { SearchInput } from "#app/domain/search/search.server.ts";
import type { Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { languageCodes } from "#app/i18n/languages.ts";

/** Values of one filter at most. */
const MAX_VALUES = 40;

const anyOf = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(MAX_VALUES).optional();
const code = z.string().min(1).max(200);
const date = code.refine((text) => daysWritten(text) !== null, "is not a date");

/** What a program may ask a search for, whatever the lists of an installation say. */
const fixedParameters = z.strictObject({
  q: z.string().default("").meta({
    description:
      'Words, "phrases", -exclusions, identifiers such as CM/Rec(2010)1 and filters such as kind:practice, as on the search page. Empty: everything, newest first. Only the first 1000 characters are searched; a note says so.',
    example: "smještaj nakon otpusta",
  }),
  limit: z.int().min(1).max(100).default(20).meta({ description: "Hits a page." }),
  cursor: z
    .string()
    .max(400)
    .refine((text) => readCursor(text) !== null, "is not a cursor")
    .optional()
    .meta({
      description:
        "`next` of another page of the same search. Where the record it stands at is gone, the first page comes again.",
    }),
  sort: z
    .enum(["relevance", "newest"])
    .optional()
    .meta({ description: "Default: by relevance where there are words to be relevant to, otherwise newest first." }),
  kind: anyOf(z.enum(foundKinds)).meta({
    description:
      "Kinds of records, references, and what belongs to sessions: agenda items, minutes, decisions, action points.",
  }),
  theme: anyOf(code).meta({ description: "Codes of themes, `T08`; narrower themes are found too." }),
  beneficiary: anyOf(code).meta({ description: "Codes of beneficiaries, `regional` or `other-european`." }),
  institution: anyOf(code).meta({ description: "Types of institutions." }),
  group: anyOf(code).meta({ description: "Working groups by short name or code." }),
  lang: anyOf(z.enum([...languageCodes, "sr"])).meta({
    description: "Languages of the version that is found; `sr` is both scripts.",
  }),
  status: anyOf(z.enum(submittedStatuses)).meta({ description: "States of review." }),
  cites: anyOf(code).meta({ description: "References that are cited, by number or id." }),
  phase: anyOf(code).meta({ description: "Codes of phases, `pre-release`." }),
  target: anyOf(code).meta({ description: "Codes of target groups, `women`." }),
  attribution: anyOf(z.enum(attributions)).meta({ description: "What is told of the source of a record." }),
  round: anyOf(code).meta({ description: "Rounds by id or title." }),
  session: anyOf(code).meta({
    description:
      "Sessions by id, by code of the beneficiary whose delegation they were held with, or by day, month or year.",
  }),
  evidence: anyOf(code.refine((text) => stagesWritten(text) !== null, "is not a stage of evidence")).meta({
    description: "Stages of evidence, 0 to 5: `3`, `>=3`, `<=3`, `2..4`. Several narrow.",
    example: [">=3"],
  }),
  before: anyOf(date).meta({
    description:
      "Submitted before the first day of a day, month or year: `2020-11-04`, `2020-11`, `2020`. Days begin at midnight in Sarajevo. Several narrow.",
  }),
  after: anyOf(date).meta({
    description: "Submitted on or after the first day of a day, month or year, as for `before`.",
    example: ["2020-11-04"],
  }),
  date: anyOf(date).meta({
    description: "Submitted on a day, in a month or a year, or in a range of them: `2020-11-04..2020-11-06`.",
  }),
  has: anyOf(z.enum(hasCodes)).meta({
    description:
      "What a record must have, all of it: a version in another language, citations, a summary. Nothing has an attachment so far.",
  }),
});

/**
 * What a program may ask a search for. The document of the API is made from this schema, so its descriptions are what
 * other programmers read.
 */
export function searchParameters({ institutionType }: Pick<Vocabulary, "institutionType">) {
  const institution = anyOf(z.enum(institutionType.map(({ code }) => code)));
  return fixedParameters.extend({ institution: institution.meta(fixedParameters.shape.institution.meta() ?? {}) });
}

export type SearchParameters = z.output<typeof fixedParameters>;

/** Parameters that hold several values, parted by commas or given several times. */
const lists = new Set(
  Object.entries(fixedParameters.shape)
    .filter(([, schema]) => schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodArray)
    .map(([name]) => name),
);

/** The parameters cannot be used: which one, and why. */
export interface BadParameter {
  parameter: string;
  reason: string;
}

/** Reads the parameters of an address; nothing is passed over in silence. */
export function readSearchParameters(
  params: URLSearchParams,
  vocabulary: Vocabulary,
): { asked: SearchParameters } | { wrong: BadParameter[] } {
  const given: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    if (!Object.hasOwn(fixedParameters.shape, name)) {
      return { wrong: [{ parameter: name.slice(0, 100), reason: "is not a parameter of this address" }] };
    }
    const values = params.getAll(name);
    if (lists.has(name)) given[name] = values.flatMap((value) => value.split(","));
    else if (values.length > 1) return { wrong: [{ parameter: name, reason: "is given more than once" }] };
    else given[name] = name === "limit" && /^-?\d{1,9}$/.test(values[0] ?? "") ? Number(values[0]) : values[0];
  }
  const parsed = searchParameters(vocabulary).safeParse(given);
  if (parsed.success) return { asked: parsed.data };
  return {
    wrong: parsed.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ""), reason: message })),
  };
}

/** The search that the parameters ask for. */
export function searchOf(asked: SearchParameters): Omit<SearchInput, "locale"> {
  const { q, limit, cursor, sort, ...filters } = asked;
  return { query: q, limit, cursor, sort, filters, explain: true };
}
