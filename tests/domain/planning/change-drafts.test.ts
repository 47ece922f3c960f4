import { expect, it } from "vitest";
import { askProposal } from "#app/domain/planning/ask-proposal.server.ts";
import { copyDraft, removeDraft } from "#app/domain/planning/change-drafts.server.ts";
import { MAX_DRAFTS } from "#app/domain/planning/plan-limits.ts";
import { sure } from "#app/sure.ts";
import { writeTransaction } from "#db/store.ts";
import { pair, planWorld } from "#tests/domain/planning/plan-world.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now } from "#tests/domain/sessions/session-world.ts";
import { aDraft } from "#tests/support/factories/planning.ts";
import { testStore } from "#tests/support/store.ts";

it("has no more drafts than somebody looks through, those that are being looked for included", async () => {
  const w = await planWorld(testStore());
  await pair(w);
  const ids = await writeTransaction(w.store, async (db) => {
    const own = { round_id: w.roundId, created_by: w.people.organiser };
    return Promise.all(Array.from({ length: MAX_DRAFTS - 1 }, () => aDraft(db, own)));
  });
  const draftId = sure(ids[0]);
  const ask = () => {
    const asked = { roundId: w.roundId, previousDraftId: null, keeps: true, seconds: 1 };
    return askProposal(w.store, w.organiser, asked, now);
  };
  const copy = () => copyDraft(w.store, w.organiser, { roundId: w.roundId, draftId, name: "Copy" }, now);
  await ask();
  const refused = [{ field: null, key: "plan.tooManyDrafts" }];
  expect([await faults(ask()), await faults(copy())]).toEqual([refused, refused]);
  await removeDraft(w.store, w.organiser, { roundId: w.roundId, draftId: sure(ids[1]) }, now);
  await copy();
});
