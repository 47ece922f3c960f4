import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import type { Db } from "#db/store.ts";

export const mailStatesPerPage = 50;

/**
 * Recipient and state of the mails of the installation, newest first; never what a mail is about, since that would tell
 * administrators of sessions they are not in.
 * @param page counted from 1
 */
export async function findMailStates(db: Db, actor: Actor, page: number) {
  requireAdministrator(actor);
  const { n } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const mails = await db
    .selectFrom("outbox")
    .select(["id", "address", "state", "attempts", "created_at", "sent_at"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(mailStatesPerPage)
    .offset((page - 1) * mailStatesPerPage)
    .execute();
  return { total: n, pages: Math.max(1, Math.ceil(n / mailStatesPerPage)), mails };
}
