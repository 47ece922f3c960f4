import { sql } from "kysely";
import {
  contributionDocuments,
  type IndexedDocument,
  referenceDocuments,
} from "#app/domain/search/indexed-documents.server.ts";
import type { Db } from "#db/connect.server.ts";

/** How many records are analysed at a time, so that the texts of all of them never stand in memory together. */
const BATCH = 200;

/**
 * Brings the index into agreement with a contribution. To be called in the transaction of every change of its texts,
 * references or status; drafts, withdrawn and unknown records leave the index.
 */
export async function indexContribution(db: Db, contributionId: string): Promise<void> {
  await replaceDocuments(db, "contribution", [contributionId]);
}

/** Brings the index into agreement with a reference. */
export async function indexReference(db: Db, referenceId: string): Promise<void> {
  await replaceDocuments(db, "reference", [referenceId]);
}

/** Empties the index and fills it again from all records. */
export async function reindexAll(db: Db): Promise<void> {
  await db.deleteFrom("search_document").execute();
  for (const type of ["contribution", "reference"] as const) {
    for await (const ids of batchesOf(db, type)) await insertDocuments(db, await documentsOf(db, type, ids));
  }
  await sql`insert into search_index (search_index) values ('optimize')`.execute(db);
}

/**
 * Compares the index with the records it was made from, and the full-text table with the documents it reads from.
 * Changes nothing. @returns what is wrong, empty when all is well
 */
export async function checkIndex(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const type of ["contribution", "reference"] as const) {
    const known = new Set<string>();
    for await (const ids of batchesOf(db, type)) {
      for (const id of ids) known.add(id);
      faults.push(...(await differencesOf(db, type, ids)));
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

type RecordType = IndexedDocument["record_type"];

async function replaceDocuments(db: Db, type: RecordType, ids: readonly string[]): Promise<void> {
  await db.deleteFrom("search_document").where("record_type", "=", type).where("record_id", "in", ids).execute();
  await insertDocuments(db, await documentsOf(db, type, ids));
}

async function insertDocuments(db: Db, documents: readonly IndexedDocument[]): Promise<void> {
  for (const document of documents) {
    const { insertId } = await db.insertInto("search_document").values(document).executeTakeFirstOrThrow();
    const { title_exact, title_keys, body_exact, body_keys, identifiers } = document;
    // No trigger does this: it would make FTS5 write a segment a document.
    await sql`
      insert into search_index (rowid, title_exact, title_keys, body_exact, body_keys, identifiers)
      values (${insertId}, ${title_exact}, ${title_keys}, ${body_exact}, ${body_keys}, ${identifiers})`.execute(db);
  }
}

function documentsOf(db: Db, type: RecordType, ids: readonly string[]): Promise<IndexedDocument[]> {
  return type === "contribution" ? contributionDocuments(db, ids) : referenceDocuments(db, ids);
}

async function* batchesOf(db: Db, type: RecordType): AsyncGenerator<string[]> {
  const rows = await db.selectFrom(type).select("id").orderBy("id").execute();
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH).map((row) => row.id);
}

async function differencesOf(db: Db, type: RecordType, ids: readonly string[]): Promise<string[]> {
  const wanted = await documentsOf(db, type, ids);
  const stored = await db
    .selectFrom("search_document")
    .select(["record_id", "language", "title_exact", "title_keys", "body_exact", "body_keys", "identifiers"])
    .where("record_type", "=", type)
    .where("record_id", "in", ids)
    .execute();
  const left = new Map(stored.map((row) => [nameOf(row), row]));
  const faults: string[] = [];
  for (const document of wanted) {
    const row = left.get(nameOf(document));
    left.delete(nameOf(document));
    if (!row) faults.push(`${type} ${nameOf(document)} is not in the index`);
    else if (textColumns.some((column) => row[column] !== document[column])) {
      faults.push(`${type} ${nameOf(document)} is not indexed as it reads`);
    }
  }
  for (const name of left.keys()) faults.push(`${type} ${name} is in the index and should not be`);
  return faults;
}

const textColumns = ["title_exact", "title_keys", "body_exact", "body_keys", "identifiers"] as const;

function nameOf({ record_id, language }: { record_id: string; language: string }): string {
  return `${record_id} (${language})`;
}

/**
 * Checks of the full-text table that a reading connection can run too: FTS5's own, and whether it holds exactly the
 * documents that there are (its own check compares with the content only where it may write).
 */
async function fullTextFaults(db: Db): Promise<string[]> {
  // FTS5 keeps what it last read of its own structure and looks for changes of other connections only when a query
  // begins; without one the check would take a change made meanwhile for damage.
  await sql`select rowid from search_index where search_index match '"a"' limit 1`.execute(db);
  const checked = await sql<{ integrity_check: string }>`pragma integrity_check('search_index')`.execute(db);
  const apart = await sql<{ id: number; fault: string }>`
    select id, 'is not in the full-text table' as fault from search_document
    where id not in (select id from search_index_docsize)
    union all
    select id, 'of the full-text table does not exist' from search_index_docsize
    where id not in (select id from search_document)`.execute(db);
  return [
    ...checked.rows.map((row) => row.integrity_check).filter((line) => line !== "ok"),
    ...apart.rows.map(({ id, fault }) => `document ${id} ${fault}`),
  ];
}
