import { isInAudience } from "#app/domain/access/session.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { newToken, sha256 } from "#app/domain/identity.server.ts";
import type { AnswerInput } from "#app/domain/sessions/answers/answer-input.ts";
import { checkAnswer } from "#app/domain/sessions/answers/answer-rules.server.ts";
import { type AnswerFacts, findAnswers } from "#app/domain/sessions/answers/find-answers.server.ts";
import { writeAnswer } from "#app/domain/sessions/answers/write-answer.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import type { Seat } from "#app/domain/sessions/session-told.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes the secret by which somebody answers from their mail; null for who is not invited any more. Those of earlier
 * mails stay valid: each may be the one that is opened.
 */
export async function mintAnswerLink(db: Db, seat: Seat, now: Date): Promise<string | null> {
  const { sessionId, accountId } = seat;
  const invited = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .select("session.id")
    .where("session.id", "=", sessionId)
    .where("session.status", "=", "scheduled")
    .where("session.ends_at", ">", now.toISOString())
    .where("session_person.account_id", "=", accountId)
    .where((eb) => isInAudience(eb))
    .executeTakeFirst();
  if (!invited) return null;
  const token = newToken("ans");
  await db
    .insertInto("answer_link")
    .values({
      ...{ token_hash: sha256(token), session_id: sessionId, account_id: accountId },
      created_at: now.toISOString(),
    })
    .execute();
  return token;
}

/** What whoever opens such a link sees: the session as the mail tells of it, for whom, and what they answered. */
export interface LinkedInvitation {
  session: SessionFacts;
  /** With the language in which their mails are written. */
  person: { id: string; name: string; locale: string };
  answer: AnswerFacts | null;
}

/**
 * The invitation behind a link, while its session is to come and the person is invited as when it was sent.
 * @throws NotFound
 */
export async function findLinkedInvitation(db: Db, token: string, now: Date): Promise<LinkedInvitation> {
  const row = await db
    .selectFrom("answer_link")
    .innerJoin("session_person", (join) =>
      join
        .onRef("session_person.session_id", "=", "answer_link.session_id")
        .onRef("session_person.account_id", "=", "answer_link.account_id"),
    )
    .innerJoin("account", "account.id", "answer_link.account_id")
    .select(["answer_link.session_id", "account.id", "account.name", "account.locale"])
    .where("answer_link.token_hash", "=", sha256(token))
    .where("account.status", "=", "active")
    .where((eb) => isInAudience(eb))
    .whereRef("answer_link.created_at", ">=", "session_person.invited_at")
    .executeTakeFirst();
  if (!row) throw new NotFound("invitation");
  const { session_id, ...person } = row;
  const session = sure((await readSessionFacts(db.selectFrom("session").where("session.id", "=", session_id)))[0]);
  if (session.cancelled || isOver(session, now)) throw new NotFound("invitation");
  return { session, person, answer: (await findAnswers(db, session_id)).get(person.id) ?? null };
}

/**
 * Answers an invitation by the link of its mail, whoever is signed in or not.
 * @throws NotFound when the link has ended, Refused
 */
export async function answerByLink(
  store: Store,
  { token, ...input }: AnswerInput & { token: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, person } = await findLinkedInvitation(db, token, now);
    checkAnswer(session, input, now);
    const { answer, comment } = input;
    await writeAnswer(db, session, person.id, { answer, comment, way: "link", byAccountId: null }, now);
    return { id: session.id };
  });
}
