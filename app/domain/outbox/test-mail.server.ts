import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { defineMail } from "#app/domain/mail/define-mail.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** To an administrator who wants to see that mails arrive. */
export const testMail = defineMail({
  name: "test",
  subjectType: "account",
  replaces: true,
  find: async ({ now }, _kept: Record<string, never>) => ({ at: now.toISOString() }),
});

/** Sends the administrator who asks a mail to their own address, by the way that all mails go. */
export async function sendTestMail(store: Store, actor: Actor, now: Date = new Date()): Promise<null> {
  const id = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const to = await db.selectFrom("account").select(["id", "address"]).where("id", "=", id).executeTakeFirstOrThrow();
    await queueMail(db, testMail, { kept: {}, to, groupId: null, subjectId: id, mark: newId() }, now);
    await recordEvent(db, actor, "installation.mail-tested", { id: "installation" }, {}, now);
    return null;
  });
}
