import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { documentWords, mentionsIn } from "#app/domain/search/index/document-words.ts";
import type { WordBook } from "#app/domain/search/index/word-interner.ts";
import type { NewDocument } from "#app/domain/search/index/write-documents.server.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import { squeezeIdentifier } from "#app/language/identifiers.ts";
import type { Db } from "#db/store.ts";

/**
 * The documents of some records of one kind.
 * @param book where names of words are written down, if many records share one
 */
export async function documentsOf(
  db: Db,
  recordType: NewDocument["recordType"],
  ids: readonly string[],
  book?: WordBook,
): Promise<NewDocument[]> {
  return recordType === "contribution" ? contributionDocuments(db, ids, book) : referenceDocuments(db, ids, book);
}

/**
 * The documents of contributions, one per language version; none for drafts, withdrawn and unknown ones. Their own
 * numbers are not among the words: `contribution.number` has an index.
 *
 * Names of institutions and people are never among the texts: attribution may hide them from a reader who finds the
 * record, and a word that finds it would tell.
 */
async function contributionDocuments(db: Db, ids: readonly string[], book?: WordBook): Promise<NewDocument[]> {
  const versions = await db
    .selectFrom("contribution_version as version")
    .innerJoin("contribution", "contribution.id", "version.contribution_id")
    .select([
      "version.contribution_id",
      "version.language",
      "version.title",
      "version.summary",
      "version.body",
      "version.details",
    ])
    .where("version.contribution_id", "in", ids)
    .where("contribution.status", "in", submittedStatuses)
    .orderBy("version.contribution_id")
    .orderBy("version.language")
    .execute();
  const cited = await citedIdentifiers(db, ids);
  return versions.map((version) => {
    const body = [
      version.summary,
      plainText(version.body),
      ...detailTexts(version.details),
      ...(cited.get(version.contribution_id) ?? []),
    ];
    return {
      recordType: "contribution",
      recordId: version.contribution_id,
      language: version.language,
      words: documentWords(version.title, body.join("\n"), version.language, [], book),
    };
  });
}

/** The documents of references. Their texts are in English. */
async function referenceDocuments(db: Db, ids: readonly string[], book?: WordBook): Promise<NewDocument[]> {
  const rows = await db
    .selectFrom("reference")
    .select(["id", "identifier", "title", "summary", "class", "date"])
    .where("id", "in", ids)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    recordType: "reference",
    recordId: row.id,
    language: "en",
    words: documentWords(
      row.title,
      [row.identifier, row.summary, row.class, row.date].filter(Boolean).join("\n"),
      "en",
      ownIdentifiers(row.identifier),
      book,
    ),
  }));
}

/** The sections of a full record as plain text, in the order in which they were stored. */
export function detailTexts(details: string): string[] {
  const sections = Object.values(JSON.parse(details) as Record<string, unknown>);
  return sections.flatMap((section) => (typeof section === "string" && section !== "" ? [plainText(section)] : []));
}

async function citedIdentifiers(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("contribution_reference")
    .innerJoin("reference", "reference.id", "contribution_reference.reference_id")
    .select(["contribution_reference.contribution_id", "reference.identifier"])
    .where("contribution_reference.contribution_id", "in", ids)
    .orderBy("reference.identifier")
    .orderBy("reference.id")
    .execute();
  const cited = new Map<string, string[]>();
  for (const row of rows) {
    cited.set(row.contribution_id, [...(cited.get(row.contribution_id) ?? []), row.identifier]);
  }
  return cited;
}

/** What a reference is called by number. A name without one ("OSCE") is a word like any other and not among these. */
function ownIdentifiers(identifier: string): string[] {
  const mentioned = mentionsIn(identifier);
  if (mentioned.length > 0) return mentioned;
  const named = identifier.split(/[\s/,]+/).map(squeezeIdentifier);
  return [...new Set(named.filter((name) => /[a-z]/.test(name) && /\d/.test(name)))];
}
