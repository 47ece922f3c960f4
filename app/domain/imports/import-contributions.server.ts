import type { Actor } from "#app/domain/access/actor.ts";
import { nextBatchSize } from "#app/domain/batch-size.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { asTold, type ImportTerms, storedUnder } from "#app/domain/imports/decide-line.server.ts";
import { externalIdOf, unknownFields } from "#app/domain/imports/import-line.ts";
import { findImportPlace, type ImportPlace } from "#app/domain/imports/import-place.server.ts";
import {
  type GivenLine,
  type LineFault,
  type PreparedLine,
  type Preparer,
  prepareHere,
  type SettledLine,
} from "#app/domain/imports/prepare-line.server.ts";
import { lineRehearsal } from "#app/domain/imports/rehearse-lines.server.ts";
import { type LineResult, lineWriter } from "#app/domain/imports/write-lines.server.ts";
import { roomForMany } from "#db/room-for-many.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** A line of the file, by its number: what it holds, or why it holds nothing. */
export type FileLine = { number: number; value: unknown } | { number: number; fault: string };

export interface ImportOptions extends ImportTerms {
  groupSlug: string;
  /** Only says what would be done: nothing is written. */
  dryRun: boolean;
  /** Told of every line that cannot be used, and of those that somebody should look at. */
  onFault: (line: number, reason: string) => void;
  onWarning: (line: number, reason: string) => void;
  /** Prepares lines elsewhere, as in a thread; here unless told otherwise. */
  prepare?: Preparer;
  /** Told from time to time how many lines were dealt with. */
  onProgress: (counts: ImportCounts) => void;
}

export interface ImportCounts {
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: number;
  warned: number;
  /** Fields that were passed over, the first few. */
  ignored: Set<string>;
}

const MOST_IGNORED = 20;

/** Lines of the first transaction, and of any: many share its cost, and others who write wait for it. */
const FIRST_BATCH = 1000;
const BATCHES = { time: 400, least: 250, most: 4000 };
/** Lines prepared at a time, and how many are on their way at least while others are written. */
const CHUNK = 250;
const LEAST_AHEAD = 1500;
/** Memory for pages while importing, in megabytes. */
const CACHE = 256;

/**
 * Imports contributions, a line at a time: a bad one is told and the others stay. The same `externalId` in the group
 * changes the record it was imported to; a line that says what it said last time changes nothing.
 * @throws NotFound without such a group of the actor's, Forbidden for those who post nothing
 */
export async function importContributions(
  store: Store,
  actor: Actor,
  lines: AsyncIterable<FileLine>,
  options: ImportOptions,
  now: Date = new Date(),
): Promise<ImportCounts> {
  const place = await findImportPlace(store.read, actor, options.groupSlug);
  const counts: ImportCounts = { lines: 0, added: 0, changed: 0, unchanged: 0, bad: 0, warned: 0, ignored: new Set() };
  const target = options.dryRun ? onlyTold(store, actor, place, options) : written(store, actor, place, options, now);
  const prepare = options.prepare ?? prepareHere;
  /** How often the file has named a record in lines that are not written yet. */
  const named = new Map<string, number>();
  let chunk: Chunk = [];
  const chunks: { lines: Chunk; prepared: ReturnType<Preparer> }[] = [];
  let waiting: { number: number; line: PreparedLine }[] = [];
  let batchSize = FIRST_BATCH;

  const fault = (number: number, reason: string) => {
    counts.bad++;
    options.onFault(number, reason);
  };
  const done = (name: string) => {
    const left = (named.get(name) ?? 0) - 1;
    if (left > 0) named.set(name, left);
    else named.delete(name);
  };
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    const begun = performance.now();
    const results = batch.length > 0 ? await target.write(batch.map(({ line }) => line)) : [];
    if (batch.length === batchSize) batchSize = nextBatchSize(batchSize, performance.now() - begun, BATCHES);
    for (const [at, result] of results.entries()) {
      const { number, line } = batch[at]!;
      done(line.externalId);
      if (typeof result === "object") fault(number, result.fault);
      else counts[result]++;
    }
    options.onProgress(counts);
  };
  /** Gives the lines gathered so far to be prepared. */
  const send = () => {
    const lines = chunk;
    chunk = [];
    const prepared = prepare(
      lines.flatMap((each) => ("given" in each ? [each.given] : [])),
      now,
    );
    // Awaited later, in the order of the file; until then a failure has nobody to tell.
    prepared.catch(() => undefined);
    chunks.push({ lines, prepared });
  };
  /** Takes back the lines that were given first. */
  const receive = async () => {
    const { lines, prepared } = chunks.shift()!;
    const results = (await prepared)[Symbol.iterator]();
    for (const each of lines) {
      const result = "given" in each ? namedRight(results.next().value!, place) : each;
      if ("digest" in result) {
        if (result.warned) {
          counts.warned++;
          options.onWarning(each.number, "something in it looks like personal data; somebody should look at it");
        }
        waiting.push({ number: each.number, line: result });
        if (waiting.length >= batchSize) await flush();
        continue;
      }
      if ("given" in each && each.name !== null) done(each.name);
      if ("fault" in result) fault(each.number, result.fault);
      else counts.unchanged++;
    }
  };

  for await (const each of lines) {
    counts.lines++;
    if ("fault" in each) chunk.push(each);
    else {
      const { number, value } = each;
      if (counts.ignored.size < MOST_IGNORED) for (const field of unknownFields(value)) counts.ignored.add(field);
      const name = externalIdOf(value);
      // Another line before it may change what is stored.
      const stored = name === null || named.has(name) ? undefined : target.find(name);
      const settled = stored && asTold(stored, options) ? stored.import_digest : null;
      if (name !== null) named.set(name, (named.get(name) ?? 0) + 1);
      chunk.push({ number, name, given: { value, settled } });
    }
    if (chunk.length < CHUNK) continue;
    send();
    while (chunks.length * CHUNK > Math.max(LEAST_AHEAD, batchSize)) await receive();
    options.onProgress(counts);
  }
  send();
  while (chunks.length > 0) await receive();
  await flush();
  target.end();
  if (counts.added + counts.changed > 0 && !options.dryRun) await tellWhole(store, actor, place, options, counts, now);
  return counts;
}

/** Lines of the file on their way to be prepared, with those that cannot be used in their places. */
type Chunk = ({ number: number; name: string | null; given: GivenLine } | { number: number; fault: string })[];

/** What was prepared, if the codes it names are known. */
function namedRight(line: PreparedLine | LineFault | SettledLine, place: ImportPlace): typeof line {
  if (!("digest" in line)) return line;
  if (!place.beneficiaries.has(line.beneficiary)) {
    return { fault: `beneficiary must be one of ${[...place.beneficiaries.keys()].join(", ")}` };
  }
  if (line.institutionType !== null && !place.institutionTypes.includes(line.institutionType)) {
    return { fault: `institutionType must be one of ${place.institutionTypes.join(", ")}` };
  }
  const unknown = line.themes.find((code) => !place.themes.has(code));
  return unknown === undefined ? line : { fault: `themes: there is no theme ${unknown.slice(0, 20)}` };
}

/** Where lines go: what there is already of one, and what became of a batch of them. */
interface Target {
  find: ReturnType<typeof storedUnder>;
  write: (batch: readonly PreparedLine[]) => Promise<LineResult[]>;
  end: () => void;
}

function written(store: Store, actor: Actor, place: ImportPlace, terms: ImportTerms, now: Date): Target {
  const end = roomForMany(store.rawWriter, CACHE);
  const writer = lineWriter(store.rawWriter, actor, place, terms, now);
  return {
    find: storedUnder(store.raw, place.groupId),
    write: (batch) => {
      writer.begin();
      return writeTransaction(store, async (db) => {
        const results = batch.map((line) => atomic(store.rawWriter, writer.write, line));
        await writer.writeIndex(db);
        return results;
      });
    },
    end,
  };
}

function onlyTold(store: Store, actor: Actor, place: ImportPlace, terms: ImportTerms): Target {
  const { find, write } = lineRehearsal(store.raw, actor, place, terms);
  return { find, write: async (batch) => batch.map(write), end: () => undefined };
}

/** Writes one line or nothing of it. */
function atomic(raw: Store["rawWriter"], write: (line: PreparedLine) => LineResult, line: PreparedLine): LineResult {
  raw.exec("savepoint line");
  try {
    const result = write(line);
    if (typeof result === "object") raw.exec("rollback to line");
    raw.exec("release line");
    return result;
  } catch (error) {
    // The transaction itself is gone, as when the disk is full: nothing of the batch is written.
    if (!raw.inTransaction || !isConstraint(error)) throw error;
    raw.exec("rollback to line");
    raw.exec("release line");
    return { fault: "is refused by the database" };
  }
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
}

/** What the shell operator did, beside the event of every record. */
async function tellWhole(
  store: Store,
  actor: Actor,
  { groupId }: ImportPlace,
  { status, sharing }: ImportTerms,
  counts: ImportCounts,
  now: Date,
): Promise<void> {
  await writeTransaction(store, async (db) => {
    const { added, changed, unchanged, bad } = counts;
    const details = { status, sharing, added, changed, unchanged, bad };
    await recordEvent(db, actor, "contributions.imported", { id: groupId }, details, now);
    return null;
  });
}
