import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { shippedTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { migrate, openStore } from "#db/engine.ts";
import { newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import type { SqliteEngine } from "#db/sqlite/engine.ts";
import type { Db, Store } from "#db/store.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

/** A migrated database of its own, on disk like the real one; closed and removed after the test. */
export function testStore(): Store & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-test-"));
  const file = join(folder, "zbornik.sqlite");
  copyFileSync(migratedFile(), file);
  const store = openStore(file, { isOrderReversed: true });
  afterThisTest(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...store, folder };
}

/** The connection that writes, for a test that does without the product's own deeds. */
export function writing(store: Store): Db {
  return (store.engine as SqliteEngine).writer;
}

/**
 * Goes up with everything that is committed, also with what no viewer could notice and the change number leaves out.
 */
export async function commits(store: Store): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(store.read);
  return rows[0]?.data_version ?? 0;
}

/** One migrated file per process, copied for every test: milliseconds instead of a migration. */
let prepared: string | undefined;
function migratedFile(): string {
  if (prepared && existsSync(prepared)) return prepared;
  const folder = mkdtempSync(join(tmpdir(), `zbornik-schema-${newestMigration}-`));
  const draft = join(folder, "draft.sqlite");
  migrate(draft);
  const raw = openRaw(draft);
  // As an installation does when it starts: nothing waits to be indexed.
  raw.prepare("update search_state set analyser = ?").run(ANALYSER_VERSION);
  // And what codes stand for is there.
  for (const [table, terms] of Object.entries(shippedTerms)) {
    for (const term of terms) {
      const names = Object.keys(term);
      const insert = `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`;
      raw.prepare(insert).run(Object.values(term));
    }
  }
  raw.pragma("wal_checkpoint(TRUNCATE)");
  raw.close();
  prepared = join(folder, "migrated.sqlite");
  renameSync(draft, prepared);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return prepared;
}
