import { defineMail, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import { mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import { isAnswerMissing } from "#app/domain/sessions/answers/unanswered.server.ts";
import { type Contact, findContact } from "#app/domain/sessions/find-contact.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

/** A session that still waits for somebody's answer, and whom to ask about it. */
export interface AwaitedAnswer {
  session: SessionFacts;
  contact: Contact | null;
}

/** To somebody invited who has not answered, at the wish of an organiser. */
export const answerAwaited = defineMail<Record<string, never>, AwaitedAnswer>({
  name: "answer-awaited",
  subjectType: "session",
  replaces: true,
  find: (sending) => findAwaited(sending),
  recall: async ({ db, subjectId }) => {
    const session = await sessionWith(db, subjectId);
    return session ? { session, contact: await findContact(db, subjectId) } : null;
  },
  mint: async (db, { subjectId, recipientId }, now) =>
    recipientId ? mintAnswerLink(db, { sessionId: subjectId, accountId: recipientId }, now) : null,
});

async function findAwaited({ db, recipientId, subjectId, now }: Sending): Promise<AwaitedAnswer | Unsent | null> {
  if (!recipientId) return null;
  const [session, isMissing, contact] = await Promise.all([
    sessionWith(db, subjectId),
    isAnswerMissing(db, { sessionId: subjectId, accountId: recipientId }),
    findContact(db, subjectId),
  ]);
  if (!session || isMissing === undefined) return null;
  if (session.cancelled || isOver(session, now)) return unsent("over");
  if (!isMissing) return unsent("answered");
  return { session, contact: contact?.id === recipientId ? null : contact };
}

const sessionWith = readTogether(async (db, ids) =>
  byColumn(await readSessionFacts(db.selectFrom("session").where("session.id", "in", ids)), "id"),
);
