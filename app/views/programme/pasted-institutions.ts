import type { ReadInstitution } from "#app/domain/programme/add-institutions.server.ts";
import { findBeneficiaryFacts, findFirstBeneficiary } from "#app/domain/programme/beneficiary-facts.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";
import type { Db } from "#db/store.ts";

/** A line of a pasted list as it was understood, before it is added. */
export interface ReadInList {
  row: number;
  name: string;
  type: string;
  beneficiary: NameWithMark | null;
}

/** Writes a line of a pasted list. */
export function readInstitutionInList(
  { row, name, type, beneficiary }: ReadInstitution,
  { locale }: Pick<Viewer, "locale">,
): ReadInList {
  return {
    ...{ row, name },
    type: termLabel(type, locale),
    beneficiary: beneficiary && nameWithMark(beneficiary, locale),
  };
}

/** What a list may say for types and beneficiaries: words in the reader's language, each with its code. */
export async function allowedWords(
  db: Db,
  programme: { id: string } | null,
  viewer: Pick<Viewer, "locale" | "text" | "formats">,
) {
  const { locale, text, formats } = viewer;
  const { institutionType } = await findVocabulary(db);
  const types = institutionType
    .filter((term) => !term.isRetired)
    .map((term) => withCode(termLabel(term, locale), term.code))
    .sort(formats.collator.compare);
  const beneficiaries = (programme ? await findBeneficiaryFacts(db, programme.id) : [])
    .filter((one) => one.retiredAt === null)
    .map((one) => withCode(nameWithMark(one, locale), one.code));
  return [
    { column: text("admin.type"), words: types },
    { column: text("admin.beneficiary"), words: [...beneficiaries, "-"] },
  ];
}

function withCode(words: string, code: string): string {
  return words.toLowerCase() === code ? words : `${words} (${code})`;
}

/** Two lines as they could be pasted here: in the reader's words, with a beneficiary there is. */
export async function pastedExample(db: Db, { locale, text }: Pick<Viewer, "locale" | "text">): Promise<string> {
  const { institutionType } = await findVocabulary(db);
  const type = (code: string) =>
    termLabel(institutionType.find((term) => term.code === code) ?? { code, labels: {} }, locale);
  const first = await findFirstBeneficiary(db);
  const beneficiary = first ? nameWithMark(first, locale) : "-";
  return [
    [text("admin.exampleName"), type("probation"), beneficiary].join("; "),
    [text("admin.exampleInternational"), type("international"), "-"].join("; "),
  ].join("\n");
}
