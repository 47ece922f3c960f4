import type { Actor } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { DryRun } from "#app/domain/imports/dry-run.server.ts";
import { findImportGroup, type ImportGroup } from "#app/domain/imports/import-group.server.ts";
import { type FileLine, type ImportCounts, type ImportReport, ImportRun } from "#app/domain/imports/import-run.ts";
import { LineWriter } from "#app/domain/imports/line-writer.server.ts";
import type { ImportTerms } from "#app/domain/imports/plan-line.ts";
import { type Preparer, prepareHere } from "#app/domain/imports/prepare-line.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface ImportOptions extends ImportTerms, ImportReport {
  groupSlug: string;
  /** Only says what would be done: nothing is written. */
  dryRun: boolean;
  /** Prepares lines elsewhere, as in a thread; here unless told otherwise. */
  prepare?: Preparer;
}

/** Lines that are read together. */
const CHUNK = 250;

/**
 * Imports contributions, a line at a time: a bad one is told and the others stay. The same `externalId` in the group
 * changes the contribution it was imported to; a line that says what it said last time changes nothing.
 * @throws NotFound without such a group of the actor's, Forbidden for those who post nothing
 */
export async function importContributions(
  store: Store,
  actor: Actor,
  lines: AsyncIterable<FileLine>,
  options: ImportOptions,
  now: Date = new Date(),
): Promise<ImportCounts> {
  const group = await findImportGroup(store.read, actor, options.groupSlug);
  const importing = { actor, group, terms: options };
  const target = options.dryRun ? new DryRun(store.read, importing) : new LineWriter(store, importing, now);
  const run = new ImportRun(target, importing, options, (given) => (options.prepare ?? prepareHere)(given, now));
  try {
    for await (const chunk of inChunks(lines, CHUNK)) {
      await run.read(chunk);
      await run.catchUp();
    }
    await run.finish();
  } finally {
    target.end();
  }
  const { counts } = run;
  if (counts.added + counts.changed > 0 && !options.dryRun) await logImport(store, actor, group, options, counts, now);
  return counts;
}

async function* inChunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    if (chunk.push(item) < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** What the shell operator did, beside the event of every contribution. */
async function logImport(
  store: Store,
  actor: Actor,
  group: ImportGroup,
  { status, sharing }: ImportTerms,
  { added, changed, unchanged, bad }: ImportCounts,
  now: Date,
): Promise<void> {
  await writeTransaction(store, async (db) => {
    const details = { status, sharing, added, changed, unchanged, bad };
    await recordEvent(db, actor, "contributions.imported", { id: group.groupId }, details, now);
    return null;
  });
}
