import { setImmediate } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { nextBatchSize } from "#app/domain/batch-size.ts";
import { indexIsBehind } from "#app/domain/search/index/index-state.server.ts";
import { documentsOf } from "#app/domain/search/index/indexed-documents.server.ts";
import { keyRows } from "#app/domain/search/index/key-rows.server.ts";
import { lastingWordBook } from "#app/domain/search/index/word-interner.ts";
import { isOfThisAnalyser } from "#app/domain/search/index/word-roles.ts";
import { documentWriter } from "#app/domain/search/index/write-documents.server.ts";
import { analyserVersion } from "#app/language/analyser-version.ts";
import { roomForMany } from "#db/room-for-many.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Records of the first transaction, and of any: each is found as it was before or as it is after at any moment. */
const FIRST_BATCH = 50;
const LEAST_BATCH = 20;
const MOST_BATCH = 2000;
/** How long one takes where somebody searches in the same thread meanwhile, in milliseconds. */
const SHORT = 100;
/** Memory for pages meanwhile, in megabytes. */
const CACHE = 64;
/** Pages of the full-text table written in one step. */
const MERGED = 250;
/** What a step changes that has nothing left to do: its own row and the change number. */
const LEAST_CHANGES = 3;
/** At how many deleted rows in a hundred FTS5 clears a segment away by itself. */
const USUAL_DELETEMERGE = 10;
/** Names of words that are kept at a time: some ten megabytes. */
const MOST_NAMES = 200_000;
/** Words taken out in one transaction. */
const WORDS = 5000;

/**
 * Makes the search index again where another analyser made it, as after an upgrade. Searching and writing go on
 * meanwhile; where it is stopped half-way, the next call goes on. @returns whether there was anything to do
 */
export async function renewIndex(store: Store): Promise<boolean> {
  if (!(await indexIsBehind(store.read))) {
    // One who was stopped in the middle of `reindex` left it off.
    if (!(await clearsAway(store.read))) await clearAway(store);
    return false;
  }
  await rebuildIndex(store, { all: false });
  return true;
}

/**
 * Indexes records again, a few at a time, and takes what has no record out of the index.
 * @param options.all all records, or only those that this version of the analyser has not read
 * @param options.time how long others who write may have to wait for one transaction, in milliseconds
 * @param options.onProgress told after every batch how many records were dealt with
 * @returns how many records were indexed
 */
export async function rebuildIndex(
  store: Store,
  { all, time = SHORT, onProgress }: { all: boolean; time?: number; onProgress?: (records: number) => void },
): Promise<number> {
  const write = documentWriter(store.rawWriter);
  const endRoom = roomForMany(store.rawWriter, CACHE);
  // Otherwise FTS5 would clear away what is deleted again and again, in steps of half a second and more.
  await change(store, fullText("deletemerge", 0));
  let book = lastingWordBook();
  let records = 0;
  let size = FIRST_BATCH;
  for (const type of ["contribution", "reference"] as const) {
    for (let after = ""; ; ) {
      const ids = await nextIds(store.read, type, after, all, size);
      if (ids.length === 0) break;
      if (book.names.length > MOST_NAMES) book = lastingWordBook();
      let begun = 0;
      await writeTransaction(store, async (db) => {
        begun = performance.now();
        const documents = await documentsOf(db, type, ids, book);
        write(
          ids.map((recordId) => ({ recordType: type, recordId })),
          documents,
        );
      });
      if (ids.length === size) {
        size = nextBatchSize(size, performance.now() - begun, { time, least: LEAST_BATCH, most: MOST_BATCH });
      }
      records += ids.length;
      onProgress?.(records);
      // Whoever searches in the same thread has their turn.
      await setImmediate();
      after = ids.at(-1) ?? "";
    }
  }
  await writeTransaction(store, async (db) => {
    await sql`
      delete from search_document where record_type = 'contribution' and record_id not in (select id from contribution)
        or record_type = 'reference' and record_id not in (select id from reference)`.execute(db);
    await sql`
      delete from search_index where rowid in (
        select id from search_index_docsize where id not in (select id from search_document))`.execute(db);
  });
  await dropOldWords(store);
  await clearAway(store);
  await writeTransaction(store, (db) =>
    db
      .updateTable("search_state")
      .set({ analyser: analyserVersion })
      .executeTakeFirst()
      .then(() => null),
  );
  endRoom();
  return records;
}

/**
 * Takes out the words that another analyser read, and all keys without a word, a few at a time: no document has them any
 * longer. Which keys another analyser gave is known from the table alone.
 */
async function dropOldWords(store: Store): Promise<void> {
  const words = await store.read
    .selectFrom("search_word")
    .select(["id", sql<number>`${sql.raw(isOfThisAnalyser)}`.as("current")])
    .orderBy("id")
    .execute();
  const last = words.at(-1)?.id ?? 0;
  const current = new Set(words.flatMap(({ id, current }) => (current === 1 ? [id] : [])));
  for await (const rows of keyRows(store.read)) {
    // Words that came since are none of these.
    const stale = rows.filter(({ word }) => word <= last && !current.has(word));
    if (stale.length > 0) {
      await change(
        store,
        sql`delete from search_key where (key, role, word) in (
          select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(stale.map(({ key, role, word }) => [key, role, word]))}))`,
      );
    }
  }
  const old = words.flatMap(({ id }) => (current.has(id) ? [] : [id]));
  for (let at = 0; at < old.length; at += WORDS) {
    const ids = JSON.stringify(old.slice(at, at + WORDS));
    await change(store, sql`delete from search_word where id in (select value from json_each(${ids}))`);
  }
}

/** Writes the full-text table anew without what was deleted, a little at a time. */
async function clearAway(store: Store): Promise<void> {
  const { rawWriter: raw } = store;
  // All segments are taken together first, and merged until a step has nothing left to do; see FTS5's `merge`.
  for (let pages = -MERGED; ; pages = MERGED) {
    const before = raw.prepare("select total_changes()").pluck().get() as number;
    await change(store, fullText("merge", pages));
    const after = raw.prepare("select total_changes()").pluck().get() as number;
    if (after - before < LEAST_CHANGES) break;
  }
  await change(store, fullText("deletemerge", USUAL_DELETEMERGE));
}

/** Whether FTS5 clears away what is deleted by itself. */
async function clearsAway(db: Db): Promise<boolean> {
  const { rows } = await sql<{ v: number }>`select v from search_index_config where k = 'deletemerge'`.execute(db);
  return rows[0]?.v !== 0;
}

function fullText(command: string, value: number): RawBuilder<unknown> {
  // The value in the statement: SQLite would take a bound number for a fraction, which FTS5 refuses.
  return sql`insert into search_index (search_index, rank) values (${command}, ${sql.lit(value)})`;
}

async function change(store: Store, statement: RawBuilder<unknown>): Promise<void> {
  await writeTransaction(store, async (db) => {
    await statement.execute(db);
    return null;
  });
  await setImmediate();
}

async function nextIds(
  db: Db,
  type: "contribution" | "reference",
  after: string,
  all: boolean,
  limit: number,
): Promise<string[]> {
  const behind = sql<boolean>`not exists (
    select 1 from search_document as document where document.record_type = ${type}
      and document.record_id = ${sql.ref(`${type}.id`)} and document.analyser = ${analyserVersion})`;
  const rows = await db
    .selectFrom(type)
    .select("id")
    .where("id", ">", after)
    .where((eb) => (all ? eb.lit(true) : behind))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
