import type { Manifest } from "#app/domain/backups/manifest.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes a copy of earlier fit to be used again: sign-ins of that time end, mails that waited then are not sent by
 * themselves, and the audit log says that it was restored, from what, and when.
 */
export async function settleRestored(
  store: Store,
  { madeAt, auditHead }: Pick<Manifest, "madeAt" | "auditHead">,
  sha256: string,
  now: Date,
): Promise<{ signInsEnded: number; mailsHeld: number }> {
  return writeTransaction(store, async (db) => {
    const ended = await db.deleteFrom("sign_in").executeTakeFirst();
    // They may have gone out since, or be wrong by now: who knows the group decides.
    const held = await db
      .updateTable("outbox")
      .set({ state: "held", reason: "restored", lease_until: null })
      .where("state", "in", ["waiting", "sending"])
      .executeTakeFirst();
    const mailsHeld = Number(held.numUpdatedRows);
    const details = { madeAt, event: auditHead?.seq ?? 0, sha256, mailsHeld };
    await recordEvent(db, { accountId: null }, "installation.restored", { id: "installation" }, details, now);
    return { signInsEnded: Number(ended.numDeletedRows), mailsHeld };
  });
}
