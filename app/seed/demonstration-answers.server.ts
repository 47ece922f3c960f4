import type { Actor } from "#app/domain/access/actor.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson, answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { type DemoRound, demoRounds } from "#app/seed/demonstration-files.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

const HOURS_AGO = 6;

/** Answers invitations to the sessions to come, each by the person or, where it says so, by the organiser for them. */
export async function loadAnswers(
  store: Store,
  sessions: ReadonlyMap<string, string>,
  people: { actor: (address: string) => Promise<Actor>; organiser: string },
  now: Date,
): Promise<void> {
  await answerSessions(store, demoRounds, { sessions, ...people }, now);
}

/** The same for the sessions of some rounds. */
export async function answerSessions(
  store: Store,
  rounds: readonly DemoRound[],
  people: {
    sessions: ReadonlyMap<string, string>;
    actor: (address: string) => Promise<Actor>;
    organiser: string;
  },
  now: Date,
): Promise<void> {
  const { sessions } = people;
  const at = new Date(now.getTime() - HOURS_AGO * 3_600_000);
  const organiser = await people.actor(people.organiser);
  for (const { key, answers = [] } of rounds.flatMap((round) => round.sessions)) {
    const sessionId = sessions.get(key);
    if (sessionId === undefined) continue;
    const time = timeOf(await findSessionFacts(store.read, organiser, sessionId));
    for (const { person, answer, comment = "", byOrganiser } of answers) {
      const actor = await people.actor(person);
      const input = { sessionId, answer, comment, time };
      if (!byOrganiser) await answerInvitation(store, actor, input, at);
      else await answerForPerson(store, organiser, { ...input, accountId: sure(actor.accountId) }, at);
    }
  }
}
