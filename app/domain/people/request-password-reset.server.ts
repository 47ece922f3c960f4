import { anonymous } from "#app/domain/access/actor.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail, queueNothing } from "#app/domain/mail/queue-mail.server.ts";
import { passwordReset } from "#app/domain/people/account-mails.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Queues the mail with a reset link if an active account has this address. For other addresses it runs as many
 * statements and says the same, so that it cannot be used to find out who has an account. The link itself is made when
 * the mail is sent.
 * @param input.address as `addressKey` gives it
 */
export async function requestPasswordReset(store: Store, input: { address: string }, now = new Date()): Promise<null> {
  return writeTransaction(store, async (db) => {
    const account = await db
      .selectFrom("account")
      .select(["id", "address"])
      .where("address", "=", input.address)
      .where("status", "=", "active")
      .executeTakeFirst();
    await recordEvent(db, anonymous, "password-reset.asked", account ?? { id: "none" }, {}, now);
    if (!account) {
      await queueNothing(db);
      return null;
    }
    const mark = `${account.id}:${newId()}`;
    const kept = { askedAt: now.toISOString() };
    await queueMail(db, passwordReset, { kept, to: account, groupId: null, subjectId: account.id, mark }, now);
    return null;
  });
}

/**
 * Records that somebody at the command line makes a reset link for an account.
 * @returns the active account with this address, or null
 */
export async function recordResetByCommand(store: Store, address: string, now = new Date()): Promise<string | null> {
  return writeTransaction(store, async (db) => {
    const account = await db
      .selectFrom("account")
      .select("id")
      .where("address", "=", address)
      .where("status", "=", "active")
      .executeTakeFirst();
    if (!account) return null;
    await recordEvent(db, anonymous, "password-reset.made", account, { by: "command-line" }, now);
    return account.id;
  });
}
