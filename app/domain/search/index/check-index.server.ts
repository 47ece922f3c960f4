import { decodeDocument, encodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentSections } from "#app/domain/search/index/document-words.ts";
import { readDocuments } from "#app/domain/search/index/read-documents.server.ts";
import { nameOfStored } from "#app/domain/search/index/word-roles.ts";
import type { NewDocument } from "#app/domain/search/index/write-documents.server.ts";
import type { SearchSource, SearchSources } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/** How many records are read at a time, so that the texts of all of them never stand in memory together. */
const BATCH = 500;
/** Faults named at most: one that touches everything need not be named a million times. */
const MAX_FAULTS = 1000;

/**
 * Compares the index with the records it was made from, word by word. Changes nothing.
 * @returns what is wrong, empty when all is well
 */
export async function checkIndex(db: Db, sources: SearchSources): Promise<string[]> {
  const faults: string[] = [];
  const words = await readWords(db, faults);
  for (const source of sources) {
    const known = new Set<string>();
    for await (const ids of batchesOf(db, source)) {
      if (faults.length >= MAX_FAULTS) return faults;
      for (const id of ids) known.add(id);
      faults.push(...(await differencesOf(db, source, ids, words)));
    }
    for (const id of await indexedIds(db, source.type)) {
      if (!known.has(id)) faults.push(`${source.type} ${id} is in the index and does not exist`);
    }
  }
  const types = await db
    .selectFrom("search_document")
    .select("record_type")
    .distinct()
    .orderBy("record_type")
    .execute();
  for (const { record_type } of types) {
    if (!sources.some(({ type }) => type === record_type)) faults.push(`nobody knows what a ${record_type} is`);
  }
  return faults;
}

/** Names of all words by number. */
async function readWords(db: Db, faults: string[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("search_word")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(5000)
      .execute();
    const last = rows.at(-1);
    if (!last) return names;
    after = last.id;
    for (const { id, form, languages } of rows) {
      const name = nameOfStored(languages, form);
      if (name !== null) names.set(id, name);
      else if (faults.length < MAX_FAULTS) faults.push(`word ${id} was read by another analyser`);
    }
  }
}

async function* batchesOf(db: Db, source: SearchSource): AsyncGenerator<string[]> {
  for (let after = ""; ; ) {
    const ids = await source.idsAfter(db, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

async function indexedIds(db: Db, type: string): Promise<string[]> {
  const rows = await db
    .selectFrom("search_document")
    .select("record_id")
    .distinct()
    .where("record_type", "=", type)
    .orderBy("record_id")
    .execute();
  return rows.map(({ record_id }) => record_id);
}

async function storedDocuments(db: Db, type: string, ids: readonly string[]) {
  return db
    .selectFrom("search_document")
    .select(["record_id", "language", "is_original", "is_summarised", "words"])
    .where("record_type", "=", type)
    .where("record_id", "in", ids)
    .orderBy("id")
    .execute();
}

async function differencesOf(
  db: Db,
  source: SearchSource,
  ids: readonly string[],
  words: ReadonlyMap<number, string>,
): Promise<string[]> {
  const { type } = source;
  const stored = await storedDocuments(db, type, ids);
  const left = new Map(stored.map((row) => [`${row.record_id} (${row.language})`, row]));
  const faults: string[] = [];
  for (const document of await readDocuments(db, source, ids)) {
    const name = `${document.recordId} (${document.language})`;
    const row = left.get(name);
    left.delete(name);
    if (!row) faults.push(`${type} ${name} is not in the index`);
    else if (!readsAs(row, document, words)) faults.push(`${type} ${name} is not indexed as it reads`);
  }
  for (const name of left.keys()) faults.push(`${type} ${name} is in the index and should not be`);
  return faults;
}

function readsAs(
  row: Awaited<ReturnType<typeof storedDocuments>>[number],
  { words: wanted, isOriginal, isSummarised }: NewDocument,
  names: ReadonlyMap<number, string>,
): boolean {
  const stored = decodeDocument(row.words);
  const areSame = documentSections.every((section) => {
    const words = Array.from(stored[section]);
    const ordinals = wanted[section];
    return (
      words.length === ordinals.length &&
      words.every((word, at) => names.get(word) === wanted.names[ordinals[at] ?? -1])
    );
  });
  const isDescribed = row.is_original === Number(isOriginal) && row.is_summarised === Number(isSummarised);
  return areSame && isDescribed && encodeDocument(stored).length === row.words.length;
}
