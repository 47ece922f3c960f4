import { expect, it } from "vitest";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { askAvailability } from "#app/domain/planning/ask-availability.server.ts";
import { findOwnAvailabilityState } from "#app/domain/planning/find-availability.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { pair, planWorld } from "#tests/domain/planning/plan-world.ts";
import { now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("tells the people of a round what they answered, and what they are asked, and nobody else's", async () => {
  const w = await planWorld(testStore());
  const { id } = await schedule(w);
  const answers = async (actor = w.participant) => [
    ...(await findRound(w.store.read, actor, w.roundId, now)).ownAnswers,
  ];
  const availability = () => findOwnAvailabilityState(w.store.read, w.participant, w.roundId);
  expect(await answers()).toEqual([[id, null]]);
  expect(await availability()).toBe("open");
  await pair(w);
  await askAvailability(w.store, w.organiser, { roundId: w.roundId }, now);
  expect(await availability()).toBe("asked");
  const said = { roundId: w.roundId, accountId: w.people.participantBa, busy: [], mark: null };
  await answerAvailability(w.store, w.organiser, said, now);
  expect(await availability()).toBe("answered");

  const session = await findSessionFacts(w.store.read, w.organiser, id);
  const input = { answer: "declined" as const, comment: "", time: timeOf(session) };
  await answerForPerson(w.store, w.organiser, { ...input, sessionId: id, accountId: w.people.participantBa }, now);
  expect(await answers()).toEqual([[id, "declined"]]);
  expect(await answers(w.organiser)).toEqual([]);
});

it("asks nothing of a session that is over", async () => {
  const w = await planWorld(testStore());
  await schedule(w);
  const over = new Date("2026-11-07T08:00:00.000Z");
  expect([...(await findRound(w.store.read, w.participant, w.roundId, over)).ownAnswers]).toEqual([]);
});
