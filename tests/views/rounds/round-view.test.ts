import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findNextRound } from "#app/domain/home/find-next-round.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { findRounds } from "#app/domain/timetable/find-rounds.server.ts";
import { roundLists, roundView } from "#app/views/rounds/round-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { join, now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("lists coming rounds soonest first and past ones newest first, with the sessions one sees", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w);
  const at = (day: string, title: string) =>
    writeTransaction(w.store, (db) =>
      aRound(db, {
        ...{ group_id: w.groupId, created_by: w.people.organiser, slug: day, titles: inEnglish(title) },
        ...{ starts_on: day, ends_on: day },
      }),
    );
  await at("2026-09-30", "September");
  await at("2026-10-01", "Today");
  await at("2026-06-01", "June");
  const list = async (accountId: string) => {
    const found = await findRounds(w.store.read, await w.actor(accountId), w.groupId, now);
    const { upcoming, past } = roundLists(found, viewer());
    return [upcoming, past].map((rounds) => rounds.map(({ title, sessions }) => `${title} ${sessions}`));
  };
  expect(await list(w.people.organiser)).toEqual([
    ["Today 0", "November round 1"],
    ["September 0", "June 0"],
  ]);
  expect(await list(w.people.participantAl)).toEqual([
    ["Today 0", "November round 0"],
    ["September 0", "June 0"],
  ]);
  expect(await list(w.people.otherOrganiser)).toEqual([[], []]);
});

it("shows a timetable by day, and organisers which delegation has no session", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { date: "2026-11-05" });
  const view = async (accountId: string) => {
    const found = await findRound(w.store.read, await w.actor(accountId), w.roundId, now);
    const round = roundView(found, viewer());
    return [
      round.days.map(({ title, sessions }) => `${title}: ${sessions.map(({ beneficiary }) => beneficiary).join()}`),
      round.uncovered.map(({ name, members }) => `${name} ${members}`),
    ];
  };
  const none = ["Wednesday 4 November 2026: ", "Thursday 5 November 2026: ", "Friday 6 November 2026: "];
  const one = none.with(1, "Thursday 5 November 2026: Bosnia and Herzegovina");
  expect(await view(w.people.organiser)).toEqual([one, ["Albania 2"]]);
  expect(await view(w.people.speakerBa)).toEqual([one, []]);
  expect(await view(w.people.speakerAl)).toEqual([none, []]);
  await expect(view(w.people.otherOrganiser)).rejects.toThrow(NotFound);

  await join(w.store, "delegateXk", "participant", w.groupId, w.beneficiaries.xk);
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "none" }, now);
  expect((await view(w.people.organiser))[1]).toEqual(["Albania 2", "Bosnia and Herzegovina 2", "Kosovo* 1"]);
  const next = await findNextRound(w.store.read, w.organiser, w.groupId, now);
  expect(next?.uncovered.map(({ code }) => code)).toEqual(["al", "ba", "xk"]);
  expect(await findNextRound(w.store.read, await w.actor(w.people.observer), w.groupId, now)).toBeNull();
});
