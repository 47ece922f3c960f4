import { writeSync } from "node:fs";
import { sql } from "kysely";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { openStore } from "#db/engine.ts";
import type { SqliteEngine } from "#db/sqlite/engine.ts";
import { writeTransaction } from "#db/store.ts";

/**
 * A process that saves one thing after the other and says of each that it is saved; somebody looks at what it asks of
 * the disk meanwhile. Arguments: the database, how many, and what to set `synchronous` to, instead of what we set.
 */
const [file = "", count = "", synchronous] = process.argv.slice(2);
const store = openStore(file);
if (synchronous) {
  await sql.raw(`pragma synchronous = ${synchronous}`).execute((store.engine as SqliteEngine).writer);
}
for (let n = 1; n <= Number(count); n++) {
  await writeTransaction(store, (db) =>
    recordEvent(
      db,
      { accountId: null },
      "programme.edited",
      { id: `saved ${n} ${"x".repeat(n * 37)}` },
      {},
      new Date(),
    ),
  );
  writeSync(1, `saved ${n}\n`);
  if (n % 7 === 0) store.engine.checkpoint();
}
// As in a power failure, nobody closes anything.
process.exit(0);
