import { findByExternalId } from "#app/domain/imports/find-stored.server.ts";
import type { LineTarget } from "#app/domain/imports/import-run.ts";
import { lineIndex } from "#app/domain/imports/index-lines.server.ts";
import type { Importing } from "#app/domain/imports/plan-line.ts";
import type { PreparedLine } from "#app/domain/imports/prepare-line.server.ts";
import { type LineResult, type Writing, writeLines } from "#app/domain/imports/write-lines.server.ts";
import { makeWay, type Store } from "#db/store.ts";

/** Memory for pages while importing, in megabytes. */
const CACHE = 256;

/** Writes the lines of one import into the database, which has more memory meanwhile. */
export class LineWriter implements LineTarget {
  readonly end: () => void;
  private readonly writing: Writing;

  constructor(
    private readonly store: Store,
    importing: Importing,
    now: Date,
  ) {
    this.end = store.engine.bulkLoad(CACHE);
    this.writing = { ...importing, index: lineIndex(), now };
  }

  find(externalIds: readonly string[]): ReturnType<typeof findByExternalId> {
    return findByExternalId(this.store.read, this.writing.group.groupId, externalIds);
  }

  async write(batch: readonly PreparedLine[]): Promise<LineResult[]> {
    const results = await writeLines(this.store, this.writing, batch);
    await makeWay();
    return results;
  }
}
