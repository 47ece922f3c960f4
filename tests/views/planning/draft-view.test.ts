import { expect, it } from "vitest";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { placePairing } from "#app/domain/planning/place-pairing.server.ts";
import { sure } from "#app/sure.ts";
import { draftView } from "#app/views/planning/draft-view.server.ts";
import { pair, planWorld, proposedDraft } from "#tests/domain/planning/plan-world.ts";
import { now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("lays the released timetable beside a draft, day by day, and says what differs", async () => {
  const w = await planWorld(testStore());
  await schedule(w, { beneficiaryId: w.beneficiaries.ba, time: "09:00" });
  await pair(w, { beneficiaryIds: [w.beneficiaries.al] });
  const page = await proposedDraft(w);
  const ids = { roundId: w.roundId, draftId: page.draft.id };
  const ba = sure(page.draft.placed.find(({ pairing }) => pairing.session)).pairing.id;
  const moved = { ...ids, pairingId: ba, slot: "2026-11-05T10:00", revision: 1, intent: "move" } as const;
  await placePairing(w.store, w.organiser, moved, now);
  const view = draftView(await findDraft(w.store.read, w.organiser, ids, now), "released", viewer());
  expect(view.others.map(({ id }) => id)).toEqual(["released"]);
  const gist = sure(view.compared).days.map(({ day, other, own }) => ({
    day,
    other: other.map(({ name, differs }) => [name, differs]),
    own: own.map(({ name, differs }) => [name, differs]),
  }));
  expect(gist).toEqual([
    { day: "2026-11-04", other: [["Bosnia and Herzegovina", true]], own: [["Albania", true]] },
    { day: "2026-11-05", other: [], own: [["Bosnia and Herzegovina", true]] },
  ]);
});

it("offers no released timetable where nothing is", async () => {
  const w = await planWorld(testStore());
  await pair(w);
  expect(draftView(await proposedDraft(w), "released", viewer())).toMatchObject({ others: [], compared: null });
});
