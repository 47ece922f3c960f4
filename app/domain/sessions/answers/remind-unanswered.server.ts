import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { answerAwaited } from "#app/domain/sessions/answers/answer-mails.server.ts";
import { findUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

const DAY = 86_400_000;

/** Whom a reminder would reach. */
export interface Remindable {
  session: SessionFacts;
  /** Who has not answered and was not reminded within a day: ids and addresses of accounts. */
  people: { id: string; address: string }[];
  /** How many have not answered. */
  unanswered: number;
}

/**
 * Reminds everybody who has not answered the invitation to a session, each by a mail of their own, at most once a day.
 * @throws NotFound, Forbidden, Refused
 */
export async function remindUnanswered(
  store: Store,
  actor: Actor,
  { sessionId }: { sessionId: string },
  now: Date = new Date(),
): Promise<{ id: string; reminded: number }> {
  return writeTransaction(store, async (db) => {
    const { session, people, unanswered } = await findRemindable(db, actor, sessionId, now);
    const { id, groupId } = session;
    if (session.cancelled) throw new Refused({ key: "answers.isCancelled" });
    if (isOver(session, now)) throw new Refused({ key: "answers.isOver" });
    if (unanswered === 0) throw new Refused({ key: "answers.nobodyToRemind" });
    if (people.length === 0) throw new Refused({ key: "answers.allReminded" });
    for (const to of people) {
      const mark = `${id}:${to.id}:${newId()}`;
      await queueMail(db, answerAwaited, { kept: {}, to, groupId, subjectId: id, mark }, now);
    }
    await recordEvent(db, actor, "session.reminded", { id, group_id: groupId }, { people: people.length }, now);
    return { id, reminded: people.length };
  });
}

/** @throws NotFound, Forbidden */
export async function findRemindable(db: Db, actor: Actor, sessionId: string, now: Date): Promise<Remindable> {
  const session = await findSessionFacts(db, actor, sessionId);
  authorise(actor, "answers.remind", { groupId: session.groupId });
  const unanswered = await findUnanswered(db, sessionId, now);
  if (unanswered.length === 0) return { session, people: [], unanswered: 0 };
  const people = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("id", "in", unanswered)
    .where("status", "=", "active")
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox")
            .select("outbox.id")
            .where("outbox.recipient_id", "=", eb.ref("account.id"))
            .where("outbox.subject_id", "=", sessionId)
            .where("outbox.template", "=", answerAwaited.name)
            .where("outbox.created_at", ">", new Date(now.getTime() - DAY).toISOString()),
        ),
      ),
    )
    .orderBy("address")
    .execute();
  return { session, people, unanswered: unanswered.length };
}
