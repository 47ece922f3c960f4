import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { administratorsChanged } from "#app/domain/people/account-mails.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Lets somebody administer the installation, or ends that. The other administrators are told by mail.
 * @throws NotFound for other than administrators, and unless the account is open; Refused for oneself, so that there is
 *   always one
 */
export async function changeAdministrator(
  store: Store,
  actor: Actor,
  input: { accountId: string; administers: boolean },
  now = new Date(),
): Promise<null> {
  const actorId = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const account = await db
      .selectFrom("account")
      .select(["id", "is_administrator"])
      .where("id", "=", input.accountId)
      .where("status", "=", "active")
      .executeTakeFirst();
    if (!account) throw new NotFound("account");
    if (account.id === actorId) throw new Refused({ key: "admin.notOneselfAdministrator" });
    if ((account.is_administrator === 1) === input.administers) return null;
    await db
      .updateTable("account")
      .set({ is_administrator: input.administers ? 1 : 0 })
      .where("id", "=", account.id)
      .execute();
    const event = input.administers ? "account.made-administrator" : "account.ended-administrator";
    await recordEvent(db, actor, event, { id: account.id }, {}, now);
    await tellAdministrators(db, account.id, actorId, input.administers, now);
    return null;
  });
}

async function tellAdministrators(
  db: Db,
  accountId: string,
  actorId: string,
  administers: boolean,
  now: Date,
): Promise<void> {
  const administrators = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("is_administrator", "=", 1)
    .where("status", "=", "active")
    .where("id", "<>", actorId)
    .orderBy("id")
    .execute();
  const change = newId();
  for (const to of administrators) {
    const about = { groupId: null, subjectId: accountId, mark: `${change}:${to.id}` };
    await queueMail(db, administratorsChanged, { kept: { administers }, to, ...about }, now);
  }
}
