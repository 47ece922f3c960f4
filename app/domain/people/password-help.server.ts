import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { passwordHelped } from "#app/domain/people/account-mails.server.ts";
import { helpFacts, helpRows, type PasswordHelp } from "#app/domain/people/password-help-facts.server.ts";
import type { PasswordHelpTable } from "#db/schema/password-help.ts";
import type { Db } from "#db/store.ts";

// A link for somebody's password opens all that they see, and speaks with their voice. So whoever makes one for another
// says why, and its owner and the other administrators read it.

/** Days for which its owner reads of it on the first page, from the first sign-in after it. */
const NOTICE_DAYS = 14;

const MAX_SHOWN = 50;

/**
 * Keeps that a link was made for somebody's password, and tells its owner and the other administrators by mail. Call it
 * inside the transaction that logs it.
 * @returns the id under which it is kept
 */
export async function tellOfHelp(
  db: Db,
  help: { accountId: string; by: string | null; way: PasswordHelpTable["way"]; reason: string },
  now: Date,
): Promise<string> {
  const id = newId();
  const { accountId, by, way, reason } = help;
  await db
    .insertInto("password_help")
    .values({ id, account_id: accountId, by_account_id: by, way, reason, at: now.toISOString() })
    .execute();
  const told = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("status", "=", "active")
    .where((eb) => eb.or([eb("id", "=", accountId), eb("is_administrator", "=", 1)]))
    .where("id", "<>", by ?? "")
    .orderBy("id")
    .execute();
  for (const to of told) {
    const about = { groupId: null, subjectId: id, mark: `${id}:${to.id}` };
    await queueMail(db, passwordHelped, { kept: {}, to, ...about }, now);
  }
  return id;
}

/** Links that others made for the actor's password and that the actor is still to read of, newest first. */
export async function findHelpToRead(db: Db, actor: Actor, now: Date): Promise<PasswordHelp[]> {
  const since = new Date(now.getTime() - NOTICE_DAYS * 86_400_000).toISOString();
  const rows = await helpRows(db)
    .where("password_help.account_id", "=", actor.accountId)
    .where((eb) => eb.or([eb("password_help.signed_in_at", "is", null), eb("password_help.signed_in_at", ">", since)]))
    .limit(MAX_SHOWN)
    .execute();
  return rows.map(helpFacts);
}

/** All links of the last year that others made for the actor's password, newest first. */
export async function findOwnHelp(db: Db, actor: Actor): Promise<PasswordHelp[]> {
  const rows = await helpRows(db).where("password_help.account_id", "=", actor.accountId).limit(MAX_SHOWN).execute();
  return rows.map(helpFacts);
}

/** Links of the last year that somebody made for another's password, newest first, for administrators. */
export async function findAllHelp(db: Db, actor: Actor): Promise<PasswordHelp[]> {
  requireAdministrator(actor);
  return (await helpRows(db).limit(MAX_SHOWN).execute()).map(helpFacts);
}

/** An account was signed in with: from now on its owner can have read of what was made for its password. */
export async function noteFirstSignIn(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable("password_help")
    .set({ signed_in_at: now.toISOString() })
    .where("account_id", "=", accountId)
    .where("signed_in_at", "is", null)
    .execute();
}
