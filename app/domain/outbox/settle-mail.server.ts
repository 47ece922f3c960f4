import type { Updateable } from "kysely";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { Db } from "#db/store.ts";

/** Writes what became of a mail; its lease ends unless a new one is given. */
export async function settle(
  db: Db,
  id: string,
  values: Pick<Updateable<OutboxTable>, "state"> & Updateable<OutboxTable>,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ lease_until: null, ...values })
    .where("id", "=", id)
    .execute();
}
