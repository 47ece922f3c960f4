import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { GLASS_MINUTES, glassReason } from "#app/domain/minutes/glass/glass-limits.ts";
import { glassOpened } from "#app/domain/minutes/glass/glass-mails.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { findOrganisers } from "#app/domain/sessions/session-people.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Opens a session to an administrator who is not in its audience: to be read, for an hour. Its organisers are told at
 * once, and everybody who sees the session sees who opened it and why.
 * @param input.address of the session, or of a page of it
 * @throws NotFound for everybody else; Refused where there is no such session, hardly a reason, or while the actor has
 *   it open
 */
export async function openGlass(
  store: Store,
  actor: Actor,
  { address, reason }: { address: string; reason: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const account_id = requireAdministrator(actor);
    const session = await namedSession(db, address);
    if (!session) throw new Refused([{ field: "address", message: { key: "glass.noSession" } }]);
    if (reason.split(/\s+/).length < glassReason.words) {
      throw new Refused([{ field: "reason", message: { key: "glass.reasonTooShort" } }]);
    }
    refusePersonalData({ reason }, now);
    if (await isOpenTo(db, account_id, session.id, now)) {
      throw new Refused([{ field: "address", message: { key: "glass.isOpen" } }]);
    }
    const id = newId();
    const ends = new Date(now.getTime() + GLASS_MINUTES * 60_000);
    await db
      .insertInto("glass_opening")
      .values({
        ...{ id, session_id: session.id, account_id, reason },
        ...{ opened_at: now.toISOString(), ends_at: ends.toISOString() },
      })
      .execute();
    for (const { accountId } of await findOrganisers(db, session.group_id)) {
      const to = await db
        .selectFrom("account")
        .select(["id", "address"])
        .where("id", "=", accountId)
        .where("status", "=", "active")
        .executeTakeFirst();
      if (!to) continue;
      const about = { groupId: session.group_id, subjectId: session.id, mark: `${id}:${to.id}` };
      await queueMail(db, glassOpened, { kept: { opening: id }, to, ...about }, now);
    }
    await recordEvent(db, actor, "glass.opened", session, { opening: id, minutes: GLASS_MINUTES }, now);
    return { id };
  });
}

async function isOpenTo(db: Db, accountId: string, sessionId: string, now: Date): Promise<boolean> {
  const open = await db
    .selectFrom("glass_opening")
    .select("id")
    .where("account_id", "=", accountId)
    .where("session_id", "=", sessionId)
    .where("ends_at", ">", now.toISOString())
    .executeTakeFirst();
  return open !== undefined;
}

/** The session that an address names; an id alone names one, too. */
function namedSession(db: Db, address: string) {
  const id = /(?:^|\/sessions\/)([0-9a-z]{16})(?:$|[/?#.])/.exec(address.trim())?.[1];
  if (!id) return undefined;
  return db.selectFrom("session").select(["id", "group_id"]).where("id", "=", id).executeTakeFirst();
}
