import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail, queueNothing } from "#app/domain/mail/queue-mail.server.ts";
import { passwordReset } from "#app/domain/people/account-mails.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import { tellOfHelp } from "#app/domain/people/password-help.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Queues the mail with a reset link if an active account has this address. For other addresses it runs as many
 * statements and says the same, so that it cannot be used to find out who has an account. The link itself is made when
 * the mail is sent.
 * @returns which account it was, for the security log alone
 * @param input.address as `addressKey` gives it
 */
export async function requestPasswordReset(
  store: Store,
  input: { address: string },
  now = new Date(),
): Promise<{ accountId: string | null }> {
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
      return { accountId: null };
    }
    const mark = `${account.id}:${newId()}`;
    const kept = { askedAt: now.toISOString() };
    await queueMail(db, passwordReset, { kept, to: account, groupId: null, subjectId: account.id, mark }, now);
    return { accountId: account.id };
  });
}

/**
 * An administrator helps somebody who forgot the password: the link goes to its owner by mail where mails are sent;
 * elsewhere the administrator passes it on, and makes it with `mintReset`. The log says who did it, and its owner and
 * the other administrators read why.
 * @throws NotFound for other than administrators, and unless the account is open; Refused for a link to pass on to
 *   somebody who organises or administers
 */
export async function helpWithPassword(
  store: Store,
  actor: Actor,
  input: { accountId: string; byMail: boolean; reason: string },
  now = new Date(),
): Promise<{ accountId: string }> {
  const by = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const account = await findOpenAccount(db, input.accountId);
    if (!account) throw new NotFound("account");
    if (!input.byMail && (await isPrivileged(db, account.id))) throw new Refused({ key: "admin.resetNotByLink" });
    const way = input.byMail ? "mail" : "link";
    const help = await tellOfHelp(db, { accountId: account.id, by, way, reason: input.reason }, now);
    await recordEvent(db, actor, "password-reset.made", account, { by: "administrator", help }, now);
    if (input.byMail) {
      const about = { groupId: null, subjectId: account.id, mark: `${account.id}:${newId()}` };
      await queueMail(db, passwordReset, { kept: { askedAt: now.toISOString() }, to: account, ...about }, now);
    }
    return { accountId: account.id };
  });
}

/**
 * Whether somebody administers, or organises a group. Where no mail tells the owner, an administrator who opened the
 * link would read as an organiser what they may not read as themselves: there the command line alone makes it.
 */
export async function isPrivileged(db: Db, accountId: string): Promise<boolean> {
  const administers = await db
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .where("is_administrator", "=", 1)
    .executeTakeFirst();
  const organises = await db
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "organiser")
    .where("ended_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return Boolean(administers ?? organises);
}

/**
 * Records that somebody at the command line makes a reset link for an account; its owner and the administrators are
 * told.
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
    const help = await tellOfHelp(db, { accountId: account.id, by: null, way: "command", reason: "" }, now);
    await recordEvent(db, anonymous, "password-reset.made", account, { by: "command-line", help }, now);
    return account.id;
  });
}
