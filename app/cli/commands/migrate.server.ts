import type { Out } from "#app/cli/out.ts";
import { renewLibrary } from "#app/seed/load-library.server.ts";
import { newestMigration } from "#db/migrations/list.ts";
import type { Store } from "#db/store.ts";

/** The dispatcher has migrated already; this loads what a newer version ships and says where things stand. */
export async function migrateCommand(store: Store, args: string[], out: Out): Promise<number> {
  if (args.length > 0) {
    out.error("Usage: zbornik migrate");
    return 2;
  }
  await renewLibrary(store);
  out.line(`The database is at schema ${newestMigration}.`);
  return 0;
}
