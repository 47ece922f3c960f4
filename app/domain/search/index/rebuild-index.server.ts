import { nextBatchSize } from "#app/domain/batch-size.ts";
import { dropUnusedWords } from "#app/domain/search/index/drop-unused-words.server.ts";
import { indexIsBehind } from "#app/domain/search/index/index-state.server.ts";
import { readDocuments } from "#app/domain/search/index/read-documents.server.ts";
import { WordInterner } from "#app/domain/search/index/word-interner.ts";
import { WordNumbers, writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import type { SearchSource, SearchSources } from "#app/domain/search/sources.ts";
import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { type Db, makeWay, type Store, writeTransaction } from "#db/store.ts";

/** Records of the first transaction, and of any: each is found as it was before or as it is after at any moment. */
const FIRST_BATCH = 20;
const MIN_BATCH = 5;
const MAX_BATCH = 2000;
/** How long others who write may have to wait for one, in milliseconds. */
const TIME = 100;
/** Memory for pages meanwhile, in megabytes. */
const CACHE = 64;
/** Names of words that are kept at a time: some ten megabytes. */
const MAX_NAMES = 200_000;
/** Records looked at in one query for those that are behind. */
const LOOKED_AT = 2000;

/**
 * Makes the search index again where another analyser made it, as after an upgrade. Searching and writing go on
 * meanwhile; where it is stopped half-way, the next call goes on. @returns whether there was anything to do
 */
export async function renewIndex(store: Store, sources: SearchSources): Promise<boolean> {
  if (!(await indexIsBehind(store.read))) return false;
  await rebuildIndex(store, sources, { all: false });
  return true;
}

/**
 * Indexes records again, a few at a time, and takes what has no record out of the index.
 * @param options.all all records, or only those that this version of the analyser has not read
 * @param options.onProgress told after every batch how many records were dealt with
 * @returns how many records were indexed
 */
export async function rebuildIndex(
  store: Store,
  sources: SearchSources,
  { all, onProgress }: { all: boolean; onProgress?: (records: number) => void },
): Promise<number> {
  const endBulk = store.engine.bulkLoad(CACHE);
  const numbers = new WordNumbers();
  let interner = new WordInterner();
  let records = 0;
  let size = FIRST_BATCH;
  for (const source of sources) {
    for await (const ids of batchesOf(store.read, source, all, () => size)) {
      if (interner.names.length > MAX_NAMES) interner = new WordInterner();
      let begun = 0;
      await writeTransaction(store, async (db) => {
        begun = performance.now();
        const changed = ids.map((recordId) => ({ recordType: source.type, recordId, drops: "all" as const }));
        await writeDocuments(db, changed, await readDocuments(db, source, ids, interner), numbers);
      });
      if (ids.length === size) {
        size = nextBatchSize(size, performance.now() - begun, { time: TIME, least: MIN_BATCH, most: MAX_BATCH });
      }
      records += ids.length;
      onProgress?.(records);
      await makeWay();
    }
  }
  await dropLostDocuments(store, sources);
  await dropUnusedWords(store);
  await writeTransaction(store, async (db) => {
    await db.updateTable("search_state").set({ analyser: ANALYSER_VERSION }).execute();
  });
  endBulk();
  return records;
}

/** Ids of records to be read, so many at a time as `size` says by then. */
async function* batchesOf(
  db: Db,
  source: SearchSource,
  all: boolean,
  size: () => number,
): AsyncGenerator<readonly string[]> {
  let waiting: string[] = [];
  for (let after = ""; ; ) {
    const ids = await source.idsAfter(db, after, LOOKED_AT);
    waiting.push(...(all ? ids : await behind(db, source, ids)));
    while (waiting.length > 0 && (ids.length === 0 || waiting.length >= size())) {
      const batch = waiting.slice(0, size());
      waiting = waiting.slice(batch.length);
      yield batch;
    }
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** Those of some records that have no document by this analyser. */
async function behind(db: Db, { type }: SearchSource, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom("search_document")
    .select("record_id")
    .where("record_type", "=", type)
    .where("record_id", "in", ids)
    .where("analyser", "=", ANALYSER_VERSION)
    .execute();
  const current = new Set(rows.map(({ record_id }) => record_id));
  return ids.filter((id) => !current.has(id));
}

/** Takes out documents whose record is gone, or whose type nobody fulfils any longer. */
async function dropLostDocuments(store: Store, sources: SearchSources): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await store.read
      .selectFrom("search_document")
      .select(["id", "record_type", "record_id"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(LOOKED_AT)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    for (const type of new Set(rows.map(({ record_type }) => record_type))) {
      const ids = rows.flatMap(({ record_type, record_id }) => (record_type === type ? [record_id] : []));
      const source = sources.find((one) => one.type === type);
      const known = new Set(source ? (await source.factsOf(store.read, ids)).map(({ id }) => id) : []);
      const lost = [...new Set(ids)].filter((id) => !known.has(id));
      if (lost.length === 0) continue;
      const changed = lost.map((recordId) => ({ recordType: type, recordId, drops: "all" as const }));
      await writeTransaction(store, (db) => writeDocuments(db, changed, []));
      await makeWay();
    }
  }
}
