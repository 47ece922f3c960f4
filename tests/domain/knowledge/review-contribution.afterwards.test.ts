import { describe, expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { readContribution, readEditForm } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, full, now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { reason, recordOf, type Who } from "#tests/domain/knowledge/reviewed-record.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";

describe("a returned record", () => {
  it("waits for its author with the reason, and to be checked again once it is saved", async () => {
    const { store, w, number, row, review, save, view } = await recordOf();
    await review("consultant", "returned");
    const drafts = async (who: Who) =>
      (await findWhatAwaits(store.read, await w.actor(w.people[who]), w.groupId, now)).drafts.contributions;
    expect((await drafts("participantBa")).map((record) => [record.number, record.status])).toEqual([
      [number, "returned"],
    ]);
    expect(await drafts("speakerBa")).toEqual([]);
    const form = await readEditForm(store.read, await w.actor(w.people.participantBa), number);
    expect([form.status, form.reviewReason]).toEqual(["returned", reason]);
    expect((await view("participantBa")).reviewReason).toBe(reason);
    await save("participantBa");
    expect(await row()).toEqual({ status: "complete", revision: 3, review_reason: null });
    expect(await drafts("participantBa")).toEqual([]);
  });

  it("keeps its reason from those who do not know where it came from", async () => {
    const { store, number, review, view } = await recordOf();
    await writing(store)
      .updateTable("contribution")
      .set({ sharing: "programme" })
      .where("number", "=", number)
      .execute();
    await review("consultant", "returned");
    const told: string[] = [];
    for (const who of ["secondConsultant", "speakerBa", "participantAl", "observer", "otherConsultant"] as const) {
      const { reviewReason, review: decided } = await view(who);
      told.push(`${who}: ${reviewReason} ${decided?.revision}`);
    }
    expect(told).toEqual([
      `secondConsultant: ${reason} 2`,
      `speakerBa: ${reason} undefined`,
      "participantAl: null undefined",
      "observer: null undefined",
      "otherConsultant: null undefined",
    ]);
  });
});

it.each(["checked", "validated"] as const)("a %s record is to be checked again after an edit", async (status) => {
  const { row, review, save } = await recordOf();
  await review("consultant", "checked");
  if (status === "validated") await review("organiser", "validated");
  expect((await row()).status).toBe(status);
  await save("participantBa");
  expect((await row()).status).toBe("complete");
});

it("an archived record stays readable, marked and as it is, and open requests about it close", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const wish = { depth: "full" as const, full, wantedSharing: "group" as const };
  const { number } = await submitted(store, w, "participantBa", wish);
  const organiser = await w.actor(w.people.organiser);
  const author = await w.actor(w.people.participantBa);
  await reviewContribution(store, organiser, { number, decision: "archived", reason, revision: 1 }, now);
  const view = await readContribution(store.read, author, number);
  expect([view.status, view.reviewReason, view.may.edit, view.may.ask]).toEqual(["archived", reason, false, false]);
  const change = { ...snapshot(w), number, revision: 2, full };
  expect(await answerOf(saveContribution(store, author, change, now))).toEqual({ "": "knowledge.notEditable" });
  expect(await store.read.selectFrom("sharing_request").select("decision").execute()).toEqual([
    { decision: "superseded" },
  ]);
});

it("the status filter of the search follows", async () => {
  const { store, w, number, review, save } = await recordOf();
  await recordOf("speakerBa", { store, w });
  const consultant = await w.actor(w.people.consultant);
  const found = async () => {
    const lines: string[] = [];
    for (const status of ["complete", "checked", "validated", "returned", "archived"]) {
      const { hits } = await searchIn(store, consultant, {
        query: `status:${status} group:release`,
        locale: "en",
      });
      if (hits.some((hit) => "number" in hit && hit.number === number)) lines.push(status);
    }
    return lines.join();
  };
  expect(await found()).toBe("complete");
  await review("consultant", "checked");
  expect(await found()).toBe("checked");
  await review("organiser", "validated");
  expect(await found()).toBe("validated");
  await save("participantBa");
  await review("consultant", "returned");
  expect(await found()).toBe("returned");
  await review("organiser", "archived");
  expect(await found()).toBe("archived");
});
