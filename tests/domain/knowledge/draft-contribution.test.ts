import { beforeEach, describe, expect, it } from "vitest";
import { Conflict, NotFound, Refused } from "#app/domain/errors.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type DraftInput, draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { attemptOn, type Store } from "#db/store.ts";
import { full, now, type RecordWorld, recordWorld, snapshot } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

let store: Store;
let w: RecordWorld;
beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
});

const author = () => w.actor(w.people.participantBa);
const draft = async (more: Partial<DraftInput>, on = store) =>
  draftContribution(on, await author(), { ...snapshot(w), ...more }, now);
const knows = (revision: number, after: string[] = []) => ({ revision, after });

async function drafts() {
  return store.read
    .selectFrom("contribution")
    .innerJoin("contribution_version", "contribution_version.contribution_id", "contribution.id")
    .select(["status", "revision", "title", "body"])
    .orderBy("title")
    .execute();
}

describe("a draft in two windows", () => {
  it("is not written over: the second window gets both, and the first text stays", async () => {
    const { number } = await draft({ full });
    const one = await draft({ number, knows: knows(1), full: { ...full, body: "LONG TEXT OF WINDOW ONE" } });
    expect(one.revision).toBe(2);
    const two = draft({ number, knows: knows(1), title: "Of window two", full: { ...full, body: "" } });
    await expect(two).rejects.toMatchObject({
      current: { revision: "2", body: "LONG TEXT OF WINDOW ONE", number, attribution: "beneficiary" },
    });
    expect(await drafts()).toMatchObject([{ revision: 2, body: "LONG TEXT OF WINDOW ONE" }]);
  });

  it("is not submitted from a window that has not seen what the other wrote", async () => {
    const { number } = await draft({});
    await draft({ number, knows: knows(1), title: "Newer" });
    const submit = async (revision: number) =>
      submitContribution(store, await author(), { ...snapshot(w), number, knows: knows(revision) }, now);
    await expect(submit(1)).rejects.toBeInstanceOf(Conflict);
    expect((await drafts())[0]?.status).toBe("draft");
    await submit(2);
    expect((await drafts())[0]?.status).toBe("captured");
    await expect(draft({ number, knows: knows(3) })).rejects.toBeInstanceOf(Refused);
  });
});

describe("a draft whose answer was lost", () => {
  const attempt = () => ({ key: "kept-while-typing", actorId: w.people.participantBa, route: "/x", bodyHash: "h" });

  it("is the same draft when it is sent again", async () => {
    const draftId = newId();
    const first = await draft({ draftId, knows: knows(0) }, attemptOn(store, attempt()));
    expect(first.contributionId).toBe(draftId);
    const again = await draft({ draftId, knows: knows(0, [attempt().key]), title: "Typed on" });
    expect([again.contributionId, again.number, again.revision]).toEqual([draftId, first.number, 2]);
    expect(await drafts()).toMatchObject([{ title: "Typed on", status: "draft" }]);
  });

  it("is submitted by the form that began it, and leaves nothing over", async () => {
    const draftId = newId();
    await draft({ draftId, knows: knows(0) }, attemptOn(store, attempt()));
    const form = { ...snapshot(w), draftId, knows: knows(0, [attempt().key]) };
    const { contributionId } = await submitContribution(store, await author(), form, now);
    expect([contributionId, (await drafts()).length, (await drafts())[0]?.status]).toEqual([draftId, 1, "captured"]);
    // What was kept while one typed and comes too late.
    await expect(draft({ draftId, knows: knows(0) })).rejects.toBeInstanceOf(Refused);
    expect((await drafts()).length).toBe(1);
  });

  it("is nobody else's, whatever name they give it", async () => {
    const draftId = newId();
    await draft({ draftId });
    const speaker = await w.actor(w.people.speakerBa);
    for (const id of [draftId, "not an id of ours", "../../x"]) {
      const taken = draftContribution(store, speaker, { ...snapshot(w), draftId: id, title: "Taken over" }, now);
      await expect(taken).rejects.toBeInstanceOf(NotFound);
    }
    expect(await drafts()).toMatchObject([{ title: snapshot(w).title }]);
  });
});
