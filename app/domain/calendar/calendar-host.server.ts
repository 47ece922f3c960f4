import { readTogether } from "#db/read-together.ts";
import type { Db, Store } from "#db/store.ts";
import { writeTransaction } from "#db/store.ts";

/** The host that UIDs of calendar entries end in; null before the first start. */
export async function findCalendarHost(db: Db): Promise<string | null> {
  return (await theHost(db, "host")) ?? null;
}

const theHost = readTogether(async (db) => {
  const rows = await db.selectFrom("calendar_host").select("host").execute();
  return new Map(rows.map(({ host }) => ["host", host]));
});

/**
 * Keeps the host under which people reach the installation at its first start for the UIDs of calendar entries: when it
 * moves to another address later, entries that people have must still be found (RFC 5545, 3.8.4.7).
 */
export async function keepCalendarHost(store: Store, publicUrl: string): Promise<void> {
  if ((await findCalendarHost(store.read)) !== null) return;
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("calendar_host")
      .values({ one: 1, host: new URL(publicUrl).hostname })
      .onConflict((conflict) => conflict.column("one").doNothing())
      .execute();
  });
}
