import { defineMail, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import { mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import { findUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
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
  const session = await sessionWith(db, subjectId);
  if (!session || !recipientId || !(await findParts(db, subjectId)).has(recipientId)) return null;
  if (session.cancelled || isOver(session, now)) return unsent("over");
  if (!(await findUnanswered(db, subjectId, now)).includes(recipientId)) return unsent("answered");
  const contact = await findContact(db, subjectId);
  return { session, contact: contact?.id === recipientId ? null : contact };
}

const sessionWith = readTogether(async (db, ids) =>
  byColumn(await readSessionFacts(db.selectFrom("session").where("session.id", "in", ids)), "id"),
);
