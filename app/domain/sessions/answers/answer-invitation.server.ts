import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { AnswerInput } from "#app/domain/sessions/answers/answer-input.ts";
import { checkAnswer } from "#app/domain/sessions/answers/answer-rules.server.ts";
import { writeAnswer } from "#app/domain/sessions/answers/write-answer.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Answers an invitation of one's own.
 * @throws NotFound, Forbidden for whoever sees the session without being invited, Refused
 */
export async function answerInvitation(
  store: Store,
  actor: Actor,
  { sessionId, ...input }: AnswerInput & { sessionId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const session = await findSessionFacts(db, actor, sessionId);
    const { id, groupId } = session;
    authorise(actor, "answer.give", { groupId, relations: await relationsToSession(db, actor, session) });
    checkAnswer(session, input, now);
    const { answer, comment } = input;
    await writeAnswer(db, session, sure(actor.accountId), { answer, comment, way: "page", byAccountId: null }, now);
    return { id };
  });
}

/**
 * Writes down what somebody invited answered in another way, for them: it says who did.
 * @throws NotFound also for a person who is not invited, Forbidden, Refused
 */
export async function answerForPerson(
  store: Store,
  actor: Actor,
  { sessionId, accountId, ...input }: AnswerInput & { sessionId: string; accountId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const session = await findSessionFacts(db, actor, sessionId);
    const { id, groupId } = session;
    authorise(actor, "answer.give-for", { groupId });
    if (!(await findParts(db, id)).has(accountId)) throw new NotFound("person");
    checkAnswer(session, input, now);
    const { answer, comment } = input;
    await writeAnswer(db, session, accountId, { answer, comment, way: "proxy", byAccountId: actor.accountId }, now);
    return { id };
  });
}
