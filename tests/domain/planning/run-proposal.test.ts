import { expect, it } from "vitest";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { askProposal } from "#app/domain/planning/ask-proposal.server.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { findRun } from "#app/domain/planning/find-run.server.ts";
import { placePairing } from "#app/domain/planning/place-pairing.server.ts";
import { failRuns } from "#app/domain/planning/run-proposal.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { sure } from "#app/sure.ts";
import { type PlanWorld, pair, planWorld, propose, proposedDraft, timesOf } from "#tests/domain/planning/plan-world.ts";
import { now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

/** One day from nine to eleven in slots of an hour. */
async function shortDay(w: PlanWorld, other = {}): Promise<void> {
  const days = [{ day: "2026-11-04", from: "09:00", to: "11:00" }];
  const frame = {
    slotMinutes: 60,
    bufferMinutes: 0,
    mostAtOnce: null,
    mostApart: null,
    pause: null,
    revision: 0,
    days,
    ...other,
  };
  await saveSettings(w.store, w.organiser, { ...frame, roundId: w.roundId }, now);
}

const cannot = (w: PlanWorld, accountId: string, ...busy: string[]) =>
  answerAvailability(w.store, w.organiser, { roundId: w.roundId, accountId, busy, mark: null }, now);

it("places everything where people can, with nobody in two places, and says that it is proven", async () => {
  const w = await planWorld(testStore());
  await shortDay(w);
  await pair(w);
  await cannot(w, w.people.participantAl, "2026-11-04T09:00");
  const page = await proposedDraft(w);
  expect(timesOf(page)).toEqual(["al 2026-11-04 10:00", "ba 2026-11-04 09:00"]);
  expect({ name: page.draft.name, proven: page.draft.proven, conflicts: page.draft.conflicts }).toEqual({
    ...{ name: "1", proven: true, conflicts: [] },
  });
  expect(page.draft.changes.map(({ kind }) => kind)).toEqual(["new", "new"]);
  expect((await w.store.read.selectFrom("outbox").select("id").execute()).length).toBe(0);
});

it("leaves scheduled sessions where they are, and changes little from another draft", async () => {
  const w = await planWorld(testStore());
  await shortDay(w, { days: [{ day: "2026-11-04", from: "09:00", to: "13:00" }] });
  await schedule(w, { beneficiaryId: w.beneficiaries.ba, time: "11:00" });
  const [al = ""] = await pair(w, { beneficiaryIds: [w.beneficiaries.al] });
  const first = await proposedDraft(w);
  expect(timesOf(first)).toContain("ba 2026-11-04 11:00");
  expect(first.draft.waits.every(({ waits }) => waits === 0)).toBe(true);

  const ids = { roundId: w.roundId, draftId: first.draft.id };
  const moved = { ...ids, pairingId: al, slot: "2026-11-04T12:00", revision: 1 } as const;
  await placePairing(w.store, w.organiser, { ...moved, intent: "move-and-pin" }, now);
  await expect(placePairing(w.store, w.organiser, { ...moved, intent: "move" }, now)).rejects.toThrow("Changed");
  const changed = await findDraft(w.store.read, w.organiser, ids, now);
  expect([changed.draft.proven, changed.draft.revision]).toEqual([false, 2]);
  const again = await proposedDraft(w, { previousDraftId: first.draft.id, keeps: false });
  expect(timesOf(again)).toEqual(timesOf(changed));
  expect(again.draft.placed.map(({ place }) => place?.pinned)).toEqual([true, false]);
});

it("keeps what begins at no slot as it is, and nobody of it is placed elsewhere meanwhile", async () => {
  const w = await planWorld(testStore());
  await shortDay(w);
  await schedule(w, { beneficiaryId: w.beneficiaries.ba, time: "09:30", minutes: 30 });
  await pair(w, { beneficiaryIds: [w.beneficiaries.al] });
  const page = await proposedDraft(w);
  expect(timesOf(page)).toEqual(["al 2026-11-04 10:00", "ba 2026-11-04 09:30"]);
  expect(page.draft.conflicts.map(({ kind, blocks }) => [kind, blocks])).toEqual([["outside-hours", false]]);
});

it("says why there is none", async () => {
  const w = await planWorld(testStore());
  await shortDay(w);
  await pair(w, { beneficiaryIds: [w.beneficiaries.al, w.beneficiaries.ba, w.beneficiaries.ba] });
  const { run } = await propose(w);
  expect([run.state, run.draftId, run.answer?.status]).toEqual(["done", null, "infeasible"]);
  const overloaded = { kind: "overloaded", person: w.people.consultant, meetings: 3, needed: 3, buffers: 0, free: 2 };
  expect(run.answer?.reasons).toContainEqual(overloaded);
});

it("says which single change would make it possible, each tried", async () => {
  const w = await planWorld(testStore());
  await shortDay(w, { mostAtOnce: 1 });
  await pair(w);
  await cannot(w, w.people.participantAl, "2026-11-04T09:00", "2026-11-04T10:00");
  const { run } = await propose(w);
  expect(run.answer?.status).toBe("infeasible");
  expect(run.changes).toEqual([
    { kind: "free", person: w.people.participantAl, day: "2026-11-04", part: 0 },
    { kind: "longer-day", day: "2026-11-04", to: "12:00" },
    { kind: "day", day: "2026-11-05" },
    { kind: "day", day: "2026-11-06" },
  ]);
});

it("is asked by organisers alone, with something to place; what a server left behind has failed", async () => {
  const w = await planWorld(testStore());
  const asked = { roundId: w.roundId, previousDraftId: null, keeps: true, seconds: 2 };
  await expect(askProposal(w.store, w.organiser, asked, now)).rejects.toThrow("plan.nothingToPlace");
  await pair(w);
  await expect(askProposal(w.store, w.participant, asked, now)).rejects.toThrow("Not allowed: round.plan");
  const { id } = await askProposal(w.store, w.organiser, asked, now);
  const ids = { roundId: w.roundId, runId: id };
  expect((await findRun(w.store.read, w.organiser, ids, now)).run.state).toBe("running");
  await failRuns(w.store, "all", now);
  expect((await findRun(w.store.read, w.organiser, ids, now)).run.state).toBe("failed");
  await expect(findRun(w.store.read, w.participant, ids, now)).rejects.toThrow("Not allowed");
  const elsewhere = { ...asked, previousDraftId: sure(id) };
  await expect(askProposal(w.store, w.organiser, elsewhere, now)).rejects.toThrow("No such draft");
});

it("lets nobody wait more often than others by more than the plan allows, and says what would make it possible", async () => {
  const w = await planWorld(testStore());
  const days = [{ day: "2026-11-04", from: "09:00", to: "12:00" }];
  await shortDay(w, { days });
  await pair(w);
  await cannot(w, w.people.participantAl, "2026-11-04T10:00", "2026-11-04T11:00");
  await cannot(w, w.people.participantBa, "2026-11-04T09:00", "2026-11-04T10:00");
  const uneven = await proposedDraft(w);
  expect(uneven.draft.conflicts).toEqual([]);
  await shortDay(w, { days, mostApart: 0, revision: 1 });
  const { run } = await propose(w);
  expect([run.answer?.status, run.changes]).toEqual([
    "infeasible",
    expect.arrayContaining([{ kind: "apart", breaks: 1 }]),
  ]);
  const ids = { roundId: w.roundId, draftId: uneven.draft.id };
  const { draft } = await findDraft(w.store.read, w.organiser, ids, now);
  const said = draft.conflicts.map(({ kind, blocks, people }) => [kind, blocks, people.map(({ name }) => name)]);
  expect(said).toEqual([["unfair", false, ["consultant", "interpreter"]]]);
});

it("takes only so many proposals of one group that wait: the planner works for all", async () => {
  const w = await planWorld(testStore());
  await shortDay(w);
  await pair(w);
  const asked = { roundId: w.roundId, previousDraftId: null, keeps: true, seconds: 5 };
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await askProposal(w.store, w.organiser, asked, now)).id);
  await expect(askProposal(w.store, w.organiser, asked, now)).rejects.toThrow("plan.tooManyProposals");
  await failRuns(w.store, ids.slice(0, 1), now);
  await askProposal(w.store, w.organiser, asked, now);
});
