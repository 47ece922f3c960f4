import type { DeliveryReport } from "#app/domain/replies/delivery-report.ts";
import type { Db } from "#db/store.ts";

/**
 * Notes which addresses a mail of ours did not reach. A report that names no mail of ours to that address is believed
 * in nothing: anybody can write one. @returns how many addresses it is about
 */
export async function noteBounces(db: Db, { messageIds, recipients }: DeliveryReport, now: Date): Promise<number> {
  if (messageIds.length === 0 || recipients.length === 0) return 0;
  const rows = await db.selectFrom("outbox").select("address").where("message_id", "in", messageIds).execute();
  const sentTo = new Set(rows.map(({ address }) => address.toLowerCase()));
  const concerned = recipients.filter(({ address }) => sentTo.has(address));
  for (const { address, outcome, status } of concerned) {
    if (outcome === "delivered") await clearBounce(db, address);
    else await noteBounce(db, address, { severity: outcome === "failed" ? "permanent" : "temporary", status }, now);
  }
  return concerned.length;
}

async function noteBounce(
  db: Db,
  address: string,
  { severity, status }: { severity: "permanent" | "temporary"; status: string },
  now: Date,
): Promise<void> {
  const values = { severity, status, at: now.toISOString() };
  await db
    .insertInto("bounced_address")
    .values({ address, ...values })
    .onConflict((conflict) => conflict.column("address").doUpdateSet(values))
    .execute();
}

/** Forgets that mails to an address came back: somebody answered from it, or one arrived. */
export async function clearBounce(db: Db, address: string): Promise<void> {
  await db.deleteFrom("bounced_address").where("address", "=", address).execute();
}
