import { expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { askAvailability } from "#app/domain/planning/ask-availability.server.ts";
import { findAvailabilityOverview } from "#app/domain/planning/find-availability.server.ts";
import { releaseDraft, shownChanges } from "#app/domain/planning/release-draft.server.ts";
import { type PlanWorld, pair, planWorld, proposedDraft } from "#tests/domain/planning/plan-world.ts";
import { now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const answered = async (w: PlanWorld) => {
  const { people } = await findAvailabilityOverview(w.store.read, w.organiser, w.roundId);
  return Object.fromEntries(
    people.flatMap(({ accountId, answer, busySlots, givenBy }) =>
      answer?.answeredAt ? [[accountId, { busySlots, givenBy }]] : [],
    ),
  );
};

it("asks everybody of the plan who has not answered, once a day, and shows it on their first page", async () => {
  const w = await planWorld(testStore());
  await pair(w, { beneficiaryIds: [w.beneficiaries.ba] });
  const asks = (at: Date) => askAvailability(w.store, w.organiser, { roundId: w.roundId }, at);
  const awaits = async () =>
    (await findWhatAwaits(w.store.read, w.participant, w.groupId, now)).asked.map(({ id }) => id);
  expect(await awaits()).toEqual([]);
  await answerAvailability(w.store, w.participant, { roundId: w.roundId, busy: [], mark: null }, now);
  expect(await asks(now)).toEqual({ asked: 3 });
  expect(await asks(new Date(now.getTime() + 3_600_000))).toEqual({ asked: 0 });
  expect(await asks(new Date(now.getTime() + 25 * 3_600_000))).toEqual({ asked: 3 });
  const rows = await w.store.read.selectFrom("outbox").select(["template", "recipient_id"]).execute();
  expect(rows.map(({ template, recipient_id }) => `${template} ${recipient_id}`).sort()).toEqual(
    [w.people.consultant, w.interpreter, w.people.speakerBa].map((id) => `availability-asked ${id}`).sort(),
  );
  expect(await awaits()).toEqual([]);
  const speaker = await w.actor(w.people.speakerBa);
  const asked = async () => (await findWhatAwaits(w.store.read, speaker, w.groupId, now)).asked.length;
  expect(await asked()).toBe(1);
  await answerAvailability(w.store, speaker, { roundId: w.roundId, busy: [], mark: "always" }, now);
  expect(await asked()).toBe(0);
  await expect(askAvailability(w.store, w.participant, { roundId: w.roundId })).rejects.toThrow("round.plan");
});

it("stops asking on the first page once everything is scheduled", async () => {
  const w = await planWorld(testStore());
  const asked = async () =>
    (await findWhatAwaits(w.store.read, await w.actor(w.people.speakerBa), w.groupId, now)).asked.length;
  await pair(w, { beneficiaryIds: [w.beneficiaries.ba] });
  await askAvailability(w.store, w.organiser, { roundId: w.roundId }, now);
  await schedule(w, { beneficiaryId: w.beneficiaries.al });
  expect(await asked()).toBe(1);
  const { draft } = await proposedDraft(w);
  const ids = { roundId: w.roundId, draftId: draft.id };
  await releaseDraft(w.store, w.organiser, { ...ids, shown: shownChanges(draft.changes), reason: "" }, now);
  expect(await asked()).toBe(0);
});

it("keeps when somebody cannot, and who said it", async () => {
  const w = await planWorld(testStore());
  await pair(w, { beneficiaryIds: [w.beneficiaries.ba] });
  const say = (busy: string[], mark: string | null = null) =>
    answerAvailability(w.store, w.participant, { roundId: w.roundId, busy, mark }, now);
  const kept = async () =>
    (await w.store.read.selectFrom("availability").selectAll().orderBy("starts_at").execute()).map(
      (row) => `${row.account_id === w.people.participantBa} ${row.starts_at} ${row.ends_at} ${row.wall_time}`,
    );
  expect(await say(["2026-11-04T09:00", "2026-11-04T09:30", "2026-11-05T10:00", "nonsense"])).toMatchObject({
    times: 2,
  });
  expect(await kept()).toEqual([
    "true 2026-11-04T08:00:00.000Z 2026-11-04T09:00:00.000Z 09:00",
    "true 2026-11-05T09:00:00.000Z 2026-11-05T09:30:00.000Z 10:00",
  ]);
  await say(["2026-11-05T10:00"], "busy:2026-11-04.1");
  expect(await kept()).toEqual([
    "true 2026-11-04T12:30:00.000Z 2026-11-04T16:00:00.000Z 13:30",
    "true 2026-11-05T09:00:00.000Z 2026-11-05T09:30:00.000Z 10:00",
  ]);
  await say(["2026-11-04T14:00", "2026-11-05T10:00"], "free:2026-11-05.0");
  expect((await kept()).length).toBe(1);

  const other = { roundId: w.roundId, accountId: w.people.speakerBa, busy: ["2026-11-06T09:00"], mark: null };
  await answerAvailability(w.store, w.organiser, other, now);
  expect(await answered(w)).toEqual({
    [w.people.participantBa]: { busySlots: 1, givenBy: null },
    [w.people.speakerBa]: { busySlots: 1, givenBy: "organiser" },
  });
  await expect(answerAvailability(w.store, w.participant, other)).rejects.toThrow("Not allowed: round.plan");
  const stranger = { ...other, accountId: w.people.otherOrganiser };
  await expect(answerAvailability(w.store, w.organiser, stranger)).rejects.toThrow("No such member");
});
