import { sql } from "kysely";
import { hashOf } from "#app/domain/search/answer/hash-of.ts";
import { columnWords, decodeDocument, encodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentsOf } from "#app/domain/search/index/indexed-documents.server.ts";
import { keyRows } from "#app/domain/search/index/key-rows.server.ts";
import { nameOfStored, wordKeys } from "#app/domain/search/index/word-roles.ts";
import type { NewDocument } from "#app/domain/search/index/write-documents.server.ts";
import type { Db } from "#db/store.ts";

/** How many records are read at a time, so that the texts of all of them never stand in memory together. */
const BATCH = 500;
/** Faults told at most: one that touches everything need not be told a million times. */
const MOST_FAULTS = 1000;

type RecordType = NewDocument["recordType"];
type Stored = { record_id: string; language: string; words: Uint8Array };

/**
 * Compares the index with the records it was made from, word by word, and the full-text table with the documents.
 * Changes nothing. @returns what is wrong, empty when all is well
 */
export async function checkIndex(db: Db): Promise<string[]> {
  const faults: string[] = [];
  const words = await readWords(db, faults);
  for (const type of ["contribution", "reference"] as const) {
    const known = new Set<string>();
    for await (const ids of batchesOf(db, type)) {
      if (faults.length >= MOST_FAULTS) return faults;
      for (const id of ids) known.add(id);
      faults.push(...(await differencesOf(db, type, ids, words)));
    }
    const indexed = await db
      .selectFrom("search_document")
      .select("record_id")
      .distinct()
      .where("record_type", "=", type)
      .execute();
    for (const { record_id } of indexed) {
      if (!known.has(record_id)) faults.push(`${type} ${record_id} is in the index and does not exist`);
    }
  }
  return [...faults, ...(await fullTextFaults(db))];
}

/** Names of all words by number. A word whose keys are not those the analyser gives is a fault. */
async function readWords(db: Db, faults: string[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  const keys = new Map<number, number>();
  for await (const rows of keyRows(db)) {
    for (const { key, role, word } of rows) keys.set(word, (keys.get(word) ?? 0) + hashOf(`${role} ${key}`));
  }
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("search_word")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(5000)
      .execute();
    if (rows.length === 0) break;
    for (const { id, form, languages } of rows) {
      const name = nameOfStored(languages, form);
      if (name === null) {
        if (faults.length < MOST_FAULTS) faults.push(`word ${id} was read by another analyser`);
        keys.delete(id);
        continue;
      }
      names.set(id, name);
      const wanted = new Set(wordKeys(name).map(([key, role]) => `${role} ${key}`));
      const sum = [...wanted].reduce((all, key) => all + hashOf(key), 0);
      if (faults.length < MOST_FAULTS && keys.get(id) !== sum) faults.push(`word ${id} is not found by its keys`);
      keys.delete(id);
    }
    after = rows.at(-1)?.id ?? after;
  }
  if (keys.size > 0) faults.push(`${keys.size} words have keys and do not exist`);
  return names;
}

async function* batchesOf(db: Db, type: RecordType): AsyncGenerator<string[]> {
  for (let after = ""; ; ) {
    const rows = await db.selectFrom(type).select("id").where("id", ">", after).orderBy("id").limit(BATCH).execute();
    if (rows.length === 0) return;
    yield rows.map((row) => row.id);
    after = rows.at(-1)?.id ?? "";
  }
}

async function differencesOf(
  db: Db,
  type: RecordType,
  ids: readonly string[],
  words: ReadonlyMap<number, string>,
): Promise<string[]> {
  const wanted = await documentsOf(db, type, ids);
  const stored: Stored[] = await db
    .selectFrom("search_document")
    .select(["record_id", "language", "words"])
    .where("record_type", "=", type)
    .where("record_id", "in", ids)
    .execute();
  const left = new Map(stored.map((row) => [`${row.record_id} (${row.language})`, row]));
  const faults: string[] = [];
  for (const document of wanted) {
    const name = `${document.recordId} (${document.language})`;
    const row = left.get(name);
    left.delete(name);
    if (!row) faults.push(`${type} ${name} is not in the index`);
    else if (!readsAs(row, document, words)) faults.push(`${type} ${name} is not indexed as it reads`);
  }
  for (const name of left.keys()) faults.push(`${type} ${name} is in the index and should not be`);
  return faults;
}

function readsAs(row: Stored, { words: wanted }: NewDocument, names: ReadonlyMap<number, string>): boolean {
  const stored = decodeDocument(row.words);
  const same = (numbers: Iterable<number>, places: Uint32Array) => {
    const words = Array.from(numbers);
    return (
      words.length === places.length && words.every((word, at) => names.get(word) === wanted.names[places[at] ?? -1])
    );
  };
  return (
    (["title", "body", "titleNumbers", "bodyNumbers", "own"] as const).every((section) =>
      same(stored[section], wanted[section]),
    ) && encodeDocument(stored).length === row.words.length
  );
}

/**
 * What the full-text table must hold, by word and column: how many documents, and the sum of their numbers, mixed so
 * that no two sets of documents are likely to have the same.
 */
type Entries = Map<string, { documents: number; sum: number }>;

async function wantedEntries(db: Db): Promise<Entries> {
  const entries: Entries = new Map();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("search_document")
      .select(["id", "words"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return entries;
    for (const row of rows) count(entries, row);
    after = rows.at(-1)?.id ?? after;
  }
}

function count(entries: Entries, row: { id: number; words: Uint8Array }): void {
  const columns = columnWords(decodeDocument(row.words));
  for (const column of ["title", "body"] as const) {
    for (const word of columns[column]) {
      const name = `${word.toString(36)} ${column}`;
      const entry = entries.get(name) ?? { documents: 0, sum: 0 };
      entry.documents++;
      entry.sum += Math.imul(row.id, MIX) >>> 0;
      entries.set(name, entry);
    }
  }
}

/** Mixes the numbers of documents: the low 32 bits of the product look random. */
const MIX = 2_654_435_761;

/** FTS5's own check, and whether every word of every document is in the full-text table, and nothing else. */
async function fullTextFaults(db: Db): Promise<string[]> {
  // FTS5 keeps what it last read of its own structure and looks for changes of other connections only when a query
  // begins; without one the check would take a change made meanwhile for damage.
  await sql`select rowid from search_index where search_index match '"0"' limit 1`.execute(db);
  const checked = await sql<{ integrity_check: string }>`pragma integrity_check('search_index')`.execute(db);
  const faults = checked.rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  if (faults.length > 0) return faults;
  await sql`
    create virtual table if not exists temp.search_instance using fts5vocab('main', 'search_index', 'instance')
  `.execute(db);
  const { rows } = await sql<{ name: string; documents: number; sum: number }>`
    select term || ' ' || col as name, count(*) as documents, sum((doc * ${sql.lit(MIX)}) & 4294967295) as sum
    from temp.search_instance group by term, col`.execute(db);
  const wanted = await wantedEntries(db);
  const found = new Map(rows.map((row) => [row.name, row]));
  const other = [...wanted].filter(([name, { documents, sum }]) => {
    const entry = found.get(name);
    return entry?.documents !== documents || entry.sum !== sum;
  });
  const beyond = rows.filter(({ name }) => !wanted.has(name));
  if (other.length > 0) faults.push(`${other.length} words of documents are not in the full-text table as they are`);
  if (beyond.length > 0) faults.push(`${beyond.length} words of the full-text table are in no document`);
  return faults;
}
