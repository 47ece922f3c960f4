import type { Actor } from "#app/domain/access/actor.ts";
import { type Ability, authorise, can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type AnswerFacts, findAnswers, findAnswersBefore } from "#app/domain/sessions/answers/find-answers.server.ts";
import { findUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited, type PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import type { Seat } from "#app/domain/sessions/session-told.server.ts";
import type { Db } from "#db/store.ts";

/** Somebody invited, with what they answered. */
export interface SeatAnswer {
  person: Omit<PersonInSession, "institution">;
  /** Null where there is none, also none to an earlier time. */
  answer: AnswerFacts | null;
  /** Nothing that they answered stands, and the session will take place. */
  isAwaited: boolean;
}

/** What an actor learns of the answers to a session that they see. */
export interface SessionAnswers {
  /** Null for whoever is not invited. */
  own: { answer: AnswerFacts | null; isAwaited: boolean } | null;
  /** Null for those who see their own alone. Without comments for whoever does not organise. */
  everybody: SeatAnswer[] | null;
  /** Of the session that has been found: nothing can be answered when it is over or cancelled. */
  may: { answer: boolean; answerFor: boolean; remind: boolean; settle: boolean };
}

/** One person of a session, with all that they answered, the newest first. */
export interface AnswersToReplace {
  session: SessionFacts;
  person: string;
  before: AnswerFacts[];
}

/** The answers to a session as far as they concern the actor: everybody's for those who run it, else one's own. */
export async function findSessionAnswers(
  db: Db,
  actor: Actor,
  session: SessionFacts,
  now: Date,
): Promise<SessionAnswers> {
  const { id, groupId, cancelled } = session;
  const subject = { groupId, relations: await relationsToSession(db, actor, session) };
  const may = (ability: Ability) => can(actor, ability, subject);
  const isOpen = !cancelled && !isOver(session, now);
  const [isInvited, views, comments] = [may("answer.give"), may("answers.view"), may("answers.comments")];
  const answers = isInvited || views ? await findAnswers(db, id) : new Map<string, AnswerFacts>();
  const awaited = new Set(isInvited || views ? await findUnanswered(db, id, now) : []);
  const seen = ({ ...answer }: AnswerFacts) => ({ ...answer, comment: comments ? answer.comment : "" });
  const people = views ? ((await findInvited(db, [id])).get(id) ?? []) : [];
  const own = actor.accountId ? (answers.get(actor.accountId) ?? null) : null;
  return {
    own: isInvited ? { answer: own, isAwaited: awaited.has(actor.accountId ?? "") } : null,
    everybody: views
      ? people.map(({ institution: _institution, ...person }) => {
          const answer = answers.get(person.accountId);
          return { person, answer: answer ? seen(answer) : null, isAwaited: awaited.has(person.accountId) };
        })
      : null,
    may: {
      answer: isInvited && isOpen,
      answerFor: may("answer.give-for") && isOpen,
      remind: may("answers.remind") && isOpen && awaited.size > 0,
      settle: may("replies.settle"),
    },
  };
}

/**
 * What somebody invited answered so far, for whoever enters an answer for them.
 * @throws NotFound also for a person who is not invited, Forbidden
 */
export async function findAnswersToReplace(db: Db, actor: Actor, seat: Seat): Promise<AnswersToReplace> {
  const session = await findSessionFacts(db, actor, seat.sessionId);
  authorise(actor, "answer.give-for", { groupId: session.groupId });
  const person = (await findParts(db, session.id)).has(seat.accountId)
    ? (await findInvited(db, [session.id])).get(session.id)?.find(({ accountId }) => accountId === seat.accountId)
    : undefined;
  if (!person) throw new NotFound("person");
  return { session, person: person.name, before: await findAnswersBefore(db, seat) };
}
