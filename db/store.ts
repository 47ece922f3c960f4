import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseConnection, type Insertable, type Kysely, sql } from "kysely";
import type { Engine } from "#db/engine.ts";
import { QuietTables } from "#db/quiet-tables.ts";
import type { Schema } from "#db/schema/schema.ts";

/** Something that can be queried: what a store reads with, or the inside of a transaction. */
export type Db = Kysely<Schema>;

/** An attempt at a change, named by the client, so that sending it twice changes nothing twice. */
export interface Attempt {
  key: string;
  actorId: string;
  route: string;
  /** Null for whatever it was: then only what it came to is asked for. */
  bodyHash: string | null;
}

/** The door to the database: reads with `read`, writes with `writeTransaction`. */
export interface Store {
  readonly read: Db;
  /** What differs from one database to another; see `Engine`. */
  readonly engine: Engine;
  /** Present while a request with an idempotency key is answered; consumed by the first `writeTransaction`. */
  readonly attempt?: Attempt;
  /** How many statements it has been asked to run so far: tests compare the work of two answers. */
  readonly asked: () => number;
  close(): Promise<void>;
}

/** The same store for one attempt: its first transaction answers a repeated attempt with the stored result. */
export function attemptOn(store: Store, attempt: Attempt): Store {
  return { ...store, attempt };
}

/** The same attempt, answered with what it came to even where it was sent with another body. */
export function attemptBefore(store: Store): Store {
  return store.attempt ? { ...store, attempt: { ...store.attempt, bodyHash: null } } : store;
}

/** A key was used before for something else. */
export class AttemptReused extends Error {
  /** Whether it was the same person and the same form, with another body. */
  readonly isOwn: boolean;
  constructor(isOwn: boolean) {
    super("The idempotency key was used for another change");
    this.isOwn = isOwn;
  }
}

const inTransaction = new AsyncLocalStorage<true>();

/**
 * Runs `change` in one transaction that holds the lock of all who write from its beginning, so that what it checks
 * still holds when it writes. Raises the change number if it wrote anything. When the store carries an attempt, its key
 * is stored with the result in the same transaction; the same attempt again returns that result and changes nothing.
 * The result must therefore be plain JSON.
 * @param options.quiet for what no viewer could notice, as a note of when a token was used: leaves the change number as
 *   it is, and writes no other tables than those in `quietTables`
 * @throws AttemptReused when the key was used with another body, by another account or on another route
 */
export async function writeTransaction<T>(
  store: Store,
  change: (db: Db) => Promise<T>,
  options: { quiet?: boolean } = {},
): Promise<T> {
  if (inTransaction.getStore()) throw new Error("writeTransaction inside writeTransaction would wait for ever");
  return marked(() =>
    store.engine.transaction(async (db, hasWritten) => {
      const earlier = await earlierResult<T>(db, store.attempt);
      if (earlier) return earlier.result;
      const result = await change(options.quiet ? db.withPlugin(new QuietTables()) : db);
      if (!options.quiet && (await hasWritten())) await store.engine.raiseChangeNumber(db);
      await rememberAttempt(db, store.attempt, result);
      return result;
    }),
  );
}

let underWay = 0;

/**
 * Marks what goes on as inside of a transaction. While there is none nothing is followed: it makes every promise
 * slower.
 */
async function marked<T>(work: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await inTransaction.run(true, work);
  } finally {
    underWay--;
    if (underWay === 0) inTransaction.disable();
  }
}

/** How long work of many transactions pauses between them, in milliseconds: who waits to save asks every five. */
const WAY = 25;

/**
 * Lets others save; awaited between the transactions of long work. Without it that work takes the lock again before
 * anybody who waits for it has asked, and they give up in the end.
 */
export async function makeWay(): Promise<void> {
  await sleep(WAY);
}

/**
 * Reads several things of one moment, whatever is committed meanwhile. Others who read from this store may have to
 * wait: what takes long has a store of its own.
 */
export async function readSnapshot<T>(store: Store, read: (db: Db) => Promise<T>): Promise<T> {
  return store.engine.snapshot(read);
}

/**
 * Does something inside a transaction as a whole or not at all: when it throws, what it wrote is taken back, and the
 * transaction can go on.
 */
export async function atomically<T>(db: Db, change: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(db);
  try {
    const result = await change();
    await sql`release savepoint part`.execute(db);
    return result;
  } catch (error) {
    // The whole transaction may be gone, as when the disk is full: what went wrong first is what counts.
    await sql`rollback to savepoint part`.execute(db).catch(() => undefined);
    await sql`release savepoint part`.execute(db).catch(() => undefined);
    throw error;
  }
}

type Table = keyof Schema & string;

/** A connection that can insert many rows of one table at once; every engine gives its connections this. */
export interface BulkConnection extends DatabaseConnection {
  /** @param rows values in the order of `columns` @returns ids of the rows in their order if `returningId` */
  insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly Readonly<Record<string, unknown>>[],
    options: { skipExisting?: boolean; returningId?: boolean },
  ): number[];
}

/**
 * Inserts very many rows, which all have the columns of the first one: microseconds a row, where a query of its own
 * would take ten times as long. Call it inside a transaction.
 * @param options.skipExisting leaves out what would break a unique constraint
 */
export async function insertMany<T extends Table>(
  db: Db,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  options: { skipExisting?: boolean } = {},
): Promise<void> {
  await insertRows(db, table, rows, options);
}

/** Like `insertMany`, into a table that numbers its rows. @returns their numbers, in the order of the rows */
export async function insertManyNumbered<T extends Table>(
  db: Db,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<number[]> {
  return insertRows(db, table, rows, { returningId: true });
}

async function insertRows(
  db: Db,
  table: Table,
  rows: readonly object[],
  options: { skipExisting?: boolean; returningId?: boolean },
): Promise<number[]> {
  const [first] = rows;
  if (!first) return [];
  return db
    .getExecutor()
    .provideConnection(async (connection) =>
      (connection as BulkConnection).insertMany(
        table,
        Object.keys(first),
        rows as readonly Record<string, unknown>[],
        options,
      ),
    );
}

/** The number that every change raises which a viewer could notice: what was made at the same number is still true. */
export async function changeNumber(store: Store): Promise<number> {
  return store.engine.changeNumber();
}

/**
 * The number that only what everybody may read raises: a page for all that was made at the same number is still true,
 * and that it was made anew tells nobody that anything else was written.
 */
export async function publicNumber(store: Store): Promise<number> {
  return store.engine.publicNumber();
}

/** What attempts of somebody came to, those of them that came to anything: for who never got the answer. */
export async function resultsOf(db: Db, actorId: string, keys: readonly string[]): Promise<unknown[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("idempotency_key")
    .select("result")
    .where("key", "in", keys)
    .where("actor_id", "=", actorId)
    .execute();
  return rows.map(({ result }) => JSON.parse(result));
}

/** Whether any attempt of somebody came to something whose key begins so. */
export async function hasAttempts(db: Db, actorId: string, beginning: string): Promise<boolean> {
  const own = db.selectFrom("idempotency_key").select("key").where("actor_id", "=", actorId);
  return (await own.where("key", ">=", beginning).where("key", "<", `${beginning}~`).execute()).length > 0;
}

async function earlierResult<T>(db: Db, attempt: Attempt | undefined): Promise<{ result: T } | undefined> {
  if (!attempt) return undefined;
  const row = await db.selectFrom("idempotency_key").selectAll().where("key", "=", attempt.key).executeTakeFirst();
  if (!row) return undefined;
  const isOwn = row.actor_id === attempt.actorId && row.route === attempt.route;
  const isSame = attempt.bodyHash === null || row.body_hash === attempt.bodyHash;
  if (!isOwn || !isSame) throw new AttemptReused(isOwn);
  return { result: JSON.parse(row.result) as T };
}

async function rememberAttempt(db: Db, attempt: Attempt | undefined, result: unknown): Promise<void> {
  if (!attempt) return;
  if (attempt.bodyHash === null) throw new Error("There is nothing that this attempt came to");
  await db
    .insertInto("idempotency_key")
    .values({
      key: attempt.key,
      actor_id: attempt.actorId,
      route: attempt.route,
      body_hash: attempt.bodyHash,
      result: JSON.stringify(result ?? null),
      created_at: new Date().toISOString(),
    })
    .execute();
}
