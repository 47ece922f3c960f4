import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { countAwaiting } from "#app/domain/home/count-awaiting.server.ts";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import { type Decision, decisions } from "#app/domain/knowledge/review-rules.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import type { Db, Store } from "#db/store.ts";
import { readContribution, readEditForm, readHistory } from "#tests/domain/knowledge/read-contribution.ts";
import {
  answerOf,
  full,
  now,
  type RecordWorld,
  recordWorld,
  snapshot,
  submitted,
} from "#tests/domain/knowledge/record-world.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

const awaitingIn = async (db: Db, actor: Actor, groupId: string) => (await countAwaiting(db, actor)).get(groupId) ?? 0;

type Who = keyof World["people"];
type Status = "captured" | "complete" | "checked" | "validated" | "returned" | "archived" | "withdrawn";

const reason = "Say which service leads.";
const anyone = ["organiser", "consultant", "participantBa"] as const;

/** A record of an author and what people do with it; everything at the revision it has. */
async function recordOf(author: Who = "participantBa", from: { store: Store; w: RecordWorld } | null = null) {
  const store = from?.store ?? testStore();
  const w = from?.w ?? (await recordWorld(store));
  const { number, contributionId } = await submitted(store, w, author, { depth: "full", full, beneficiary: "ba" });
  const row = () =>
    store.read
      .selectFrom("contribution")
      .select(["status", "revision", "review_reason"])
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
  const review = async (who: Who, decision: Decision, more: { reason?: string; revision?: number } = {}) => {
    const { revision } = await row();
    const input = { number, decision, reason, revision, ...more };
    return answerOf(reviewContribution(store, await w.actor(w.people[who]), input, now));
  };
  const save = async (who: Who) => {
    const change = { ...snapshot(w), number, revision: (await row()).revision, full };
    return saveContribution(store, await w.actor(w.people[who]), change, now);
  };
  const view = async (who: Who) => readContribution(store.read, await w.actor(w.people[who]), number);
  const put = (status: Status) =>
    writing(store).updateTable("contribution").set({ status }).where("number", "=", number).execute();
  return { store, w, number, contributionId, row, review, save, view, put };
}

describe("a review", () => {
  it("takes each step from where it may, by the role that may, and no other", async () => {
    const { number, row, review, put, store } = await recordOf();
    const statuses = ["captured", "complete", "checked", "validated", "returned", "archived"] as const;
    const allowed: string[] = [];
    for (const status of statuses) {
      for (const decision of decisions) {
        for (const who of anyone) {
          await put(status);
          const answer = await review(who, decision);
          const done = { number, decision };
          if (JSON.stringify(answer) === JSON.stringify(done)) allowed.push(`${status} -> ${decision} by ${who}`);
          else expect([{ "": "knowledge.reviewNotNow" }, "forbidden"]).toContainEqual(answer);
          expect((await row()).status).toBe(
            allowed.at(-1) === `${status} -> ${decision} by ${who}` ? decision : status,
          );
        }
      }
    }
    expect(allowed).toEqual([
      "captured -> archived by organiser",
      "complete -> checked by consultant",
      "complete -> returned by organiser",
      "complete -> returned by consultant",
      "complete -> archived by organiser",
      "checked -> validated by organiser",
      "checked -> returned by organiser",
      "checked -> returned by consultant",
      "checked -> archived by organiser",
      "validated -> archived by organiser",
      "returned -> archived by organiser",
    ]);
    const events = await store.read
      .selectFrom("audit_event")
      .select("event")
      .where("event", "like", "%.archived")
      .execute();
    expect(events).toHaveLength(5);
  });

  it("offers what it lets happen", async () => {
    const { view, put } = await recordOf();
    const offered: string[] = [];
    for (const status of ["captured", "complete", "checked", "validated", "returned", "archived"] as const) {
      await put(status);
      for (const who of anyone) offered.push(`${status} ${who}: ${(await view(who)).review?.decisions.join(" ")}`);
    }
    expect(offered.filter((line) => !line.endsWith("undefined"))).toEqual([
      "captured organiser: archived",
      "captured consultant: ",
      "complete organiser: returned archived",
      "complete consultant: checked returned",
      "checked organiser: validated returned archived",
      "checked consultant: returned",
      "validated organiser: archived",
      "validated consultant: ",
      "returned organiser: archived",
      "returned consultant: ",
      "archived organiser: ",
      "archived consultant: ",
    ]);
  });

  it("is not found for whom the record is hidden from, and refused to every other role", async () => {
    const { w, review } = await recordOf();
    const answers: Record<string, unknown> = {};
    for (const who of Object.keys(w.people) as Who[]) {
      if (who !== "consultant" && who !== "secondConsultant") answers[who] = await review(who, "checked");
    }
    expect(answers).toEqual({
      administrator: "not found",
      organiser: "forbidden",
      observer: "not found",
      participantAl: "not found",
      participantBa: "forbidden",
      speakerAl: "not found",
      speakerBa: "forbidden",
      otherOrganiser: "not found",
      otherConsultant: "not found",
      otherParticipantBa: "not found",
    });
  });

  it("is not for drafts and withdrawn records", async () => {
    const { store, w, number, review } = await recordOf();
    await withdrawContribution(store, await w.actor(w.people.participantBa), { number, reason }, now);
    expect([await review("organiser", "archived"), await review("consultant", "checked")]).toEqual([
      { "": "knowledge.reviewNotNow" },
      "not found",
    ]);
  });

  it("is done by somebody other than the author", async () => {
    const own = { "": "knowledge.reviewOwn" };
    const consultants = await recordOf("consultant");
    expect(await consultants.review("consultant", "checked")).toEqual(own);
    expect(await consultants.review("consultant", "returned")).toEqual(own);
    expect((await consultants.view("consultant")).review?.decisions).toEqual([]);
    expect(await consultants.review("secondConsultant", "checked")).toMatchObject({ decision: "checked" });
    const organisers = await recordOf("organiser");
    await organisers.review("consultant", "checked");
    expect(await organisers.review("organiser", "validated")).toEqual(own);
    expect(await organisers.review("organiser", "archived")).toMatchObject({ decision: "archived" });
  });

  it("needs a reason to return and to archive, without personal data", async () => {
    const { row, review } = await recordOf();
    const needed = { reason: "knowledge.reviewReasonNeeded" };
    expect(await review("consultant", "returned", { reason: "" })).toEqual(needed);
    expect(await review("organiser", "archived", { reason: "" })).toEqual(needed);
    const number = { reason: "Remove 0101006500006 from it." };
    expect(await review("consultant", "returned", number)).toEqual({ reason: "knowledge.guardAt.jmbg" });
    expect(await row()).toEqual({ status: "complete", revision: 1, review_reason: null });
    expect(await review("consultant", "checked", { reason: "" })).toMatchObject({ decision: "checked" });
    expect(await row()).toEqual({ status: "checked", revision: 2, review_reason: null });
  });

  it("is about the text that was read", async () => {
    const { row, review, save } = await recordOf();
    await save("participantBa");
    expect(await review("consultant", "checked", { revision: 1 })).toEqual({ revision: "2" });
    expect(await review("consultant", "checked")).toMatchObject({ decision: "checked" });
    expect(await review("secondConsultant", "returned", { revision: 2 })).toEqual({ revision: "3" });
    expect((await row()).status).toBe("checked");
  });

  it("stays in the history and in the audit trail, with codes alone", async () => {
    const { store, w, number, contributionId, review } = await recordOf();
    await review("consultant", "returned");
    const author = await w.actor(w.people.participantBa);
    const { versions } = await readHistory(store.read, author, number);
    expect(versions.map(({ cause, replacedBy }) => [cause, replacedBy])).toEqual([["returned", "consultant"]]);
    const events = await store.read
      .selectFrom("audit_event")
      .select(["event", "actor_id", "subject_id", "details"])
      .where("event", "=", "contribution.returned")
      .execute();
    expect(events).toEqual([
      {
        event: "contribution.returned",
        actor_id: w.people.consultant,
        subject_id: contributionId,
        details: JSON.stringify({ from: "complete", revision: 2 }),
      },
    ]);
  });
});

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

it("awaits consultants, then organisers, never the author; the count says what the first page lists", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const first = await recordOf("participantBa", { store, w });
  await recordOf("consultant", { store, w });
  await submitted(store, w, "participantBa");
  const awaiting = async () => {
    const lines: Record<string, string> = {};
    for (const who of ["organiser", "consultant", "secondConsultant", "participantBa", "otherConsultant"] as const) {
      const actor = await w.actor(w.people[who]);
      const [review] = (await findWhatAwaits(store.read, actor, w.groupId, now)).reviews;
      const mine = review?.contributions.some(({ number }) => number === first.number);
      const counted = await awaitingIn(store.read, actor, w.groupId);
      lines[who] = `${review?.status ?? "-"} ${review?.count ?? 0}${mine ? " with it" : ""}, ${counted} awaiting`;
    }
    return lines;
  };
  const others = { participantBa: "- 0, 1 awaiting", otherConsultant: "complete 0, 0 awaiting" };
  expect(await awaiting()).toEqual({
    ...others,
    organiser: "checked 0, 0 awaiting",
    consultant: "complete 1 with it, 1 awaiting",
    secondConsultant: "complete 2 with it, 2 awaiting",
  });
  await first.review("consultant", "checked");
  expect(await awaiting()).toEqual({
    ...others,
    organiser: "checked 1 with it, 1 awaiting",
    consultant: "complete 0, 0 awaiting",
    secondConsultant: "complete 1, 1 awaiting",
  });
  await first.review("organiser", "returned");
  expect(await awaiting()).toMatchObject({
    organiser: "checked 0, 0 awaiting",
    participantBa: "- 0, 2 awaiting",
  });
});

it("shows eight of many, the longest waiting first, and counts all", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const numbers: string[] = [];
  for (let at = 0; at < 9; at++) numbers.push((await recordOf("participantBa", { store, w })).number);
  for (const [at, number] of numbers.entries()) {
    const updated_at = new Date(now.getTime() + at * 1000).toISOString();
    await writing(store).updateTable("contribution").set({ updated_at }).where("number", "=", number).execute();
  }
  const [review] = (await findWhatAwaits(store.read, await w.actor(w.people.consultant), w.groupId, now)).reviews;
  expect([review?.count, review?.contributions.map(({ number }) => number)]).toEqual([9, numbers.slice(0, 8)]);
});

it("counts requests about records of no delegation for organisers, as the first page lists them", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const wish = { wantedSharing: "group" as const };
  await submitted(store, w, "consultant", { ...wish, beneficiary: "regional" });
  await submitted(store, w, "participantBa", wish);
  const counted: Record<string, number[]> = {};
  for (const who of ["organiser", "speakerBa", "speakerAl", "consultant"] as const) {
    const actor = await w.actor(w.people[who]);
    const { requests, drafts } = await findWhatAwaits(store.read, actor, w.groupId, now);
    counted[who] = [requests.length, drafts.count, await awaitingIn(store.read, actor, w.groupId)];
  }
  expect(counted).toEqual({ organiser: [1, 0, 1], speakerBa: [1, 0, 1], speakerAl: [0, 0, 0], consultant: [0, 1, 1] });
});
