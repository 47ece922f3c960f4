import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Who hears of a change of a session, and whether they hear of it at once. */
export interface Hearers {
  accountIds: Iterable<string>;
  /** A new session and a cancellation are told at once; changes wait, so that several make one mail. */
  atOnce?: boolean;
}

/** How long a change waits for further ones. */
const SETTLE_MINUTES = 2;
/** Nobody waits when the session begins as soon as this. */
const SOON_MINUTES = 60;

/**
 * Queues a mail about a session to each of the people who may still sign in, in the transaction of the change. What it
 * says is found when it is sent: what is true then, and not known to them. Who made the change gets it too, because
 * their calendar does not know.
 */
export async function notifyPeople(
  db: Db,
  session: Pick<SessionFacts, "id" | "groupId" | "startsAt">,
  { accountIds, atOnce }: Hearers,
  now: Date,
): Promise<void> {
  const ids = [...accountIds];
  if (ids.length === 0) return;
  const accounts = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("id", "in", ids)
    .where("status", "=", "active")
    .orderBy("address")
    .execute();
  const isSoon = Date.parse(session.startsAt) - now.getTime() <= SOON_MINUTES * 60_000;
  const notBefore = new Date(now.getTime() + (atOnce || isSoon ? 0 : SETTLE_MINUTES * 60_000));
  const order = { kept: {}, groupId: session.groupId, subjectId: session.id, notBefore };
  for (const to of accounts) {
    await queueMail(db, sessionNews, { ...order, to, mark: `${session.id}:${to.id}:${newId()}` }, now);
  }
}

/** The earlier beginning of a session that was moved: by then people have to know. */
export function earlier(...times: readonly Pick<SessionFacts, "startsAt">[]): Instant {
  return sure(times.map(({ startsAt }) => startsAt).sort()[0]);
}
