import { beforeEach, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { findReviews } from "#app/domain/home/awaited-lists.server.ts";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { raiseUnread } from "#app/domain/knowledge/raise-unread.server.ts";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import type { Store } from "#db/store.ts";
import { readContribution, readHistory } from "#tests/domain/knowledge/read-contribution.ts";
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
import { testStore } from "#tests/support/store.ts";

type Who = keyof RecordWorld["people"];
let store: Store;
let w: RecordWorld;
let number: string;

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
  // A speaker consents by wishing: the one request that made a text public at once.
  const sent = await submitted(store, w, "speakerBa", { wantedSharing: "public", depth: "full", full });
  number = sent.number;
});

const as = (who: Who) => w.actor(w.people[who]);
const row = () =>
  store.read.selectFrom("contribution").selectAll().where("number", "=", number).executeTakeFirstOrThrow();
const level = async () => (await row()).sharing;
const events = async () =>
  (await store.read.selectFrom("audit_event").select("event").orderBy("seq").execute()).map(({ event }) => event);

async function second(who: Who, language: "en" | "bs" = "en") {
  const { revision } = await row();
  return answerOf(secondVersion(store, await as(who), { number, language, revision }, now));
}

async function check(who: Who, decision: "checked" | "validated" = "checked") {
  const { revision } = await row();
  return reviewContribution(store, await as(who), { number, decision, reason: "", revision }, now);
}

async function edit(who: Who, title: string) {
  const { revision } = await row();
  return saveContribution(store, await as(who), { ...snapshot(w), full, number, revision, title }, now);
}

const translate = async (who: Who, title: string) =>
  addLanguageVersion(store, await as(who), { number, language: "bs", title, summary: "Sažetak.", body: "" }, now);

/** Titles that somebody outside reads, on the page and by a search. */
async function readOutside() {
  const page = await readContribution(store.read, anonymous, number, "bs").catch(() => null);
  const { hits } = await searchIn(store, anonymous, { query: "", locale: "bs", types: ["contribution"] });
  return [page?.title ?? null, hits[0]?.title.text ?? null, page?.versions.length ?? 0];
}

const title = "Notice of release comes late";

it("hears what nobody else has read in the group alone, and further once a reviewer has", async () => {
  expect(await level()).toBe("group");
  expect((await readContribution(store.read, await as("participantBa"), number)).waiting?.toLevel).toBe("public");
  // Neither who wrote it nor who reviews nothing; and who may not see it learns nothing.
  const refused = { speakerBa: "forbidden", participantAl: "forbidden", observer: "forbidden" } as const;
  for (const [who, answer] of Object.entries(refused)) expect(await second(who as Who)).toBe(answer);
  expect(await second("otherConsultant")).toBe("not found");
  expect(await readOutside()).toEqual([null, null, 0]);
  expect(await second("consultant")).toEqual({ number, language: "en" });
  expect(await readOutside()).toEqual([title, title, 1]);
  expect((await events()).slice(-2)).toEqual(["contribution.seconded", "sharing.raised"]);
  expect(await second("secondConsultant")).toEqual({ "": "knowledge.reviewNotNow" });
});

it("takes a check for a second reading, of those who wrote none of it", async () => {
  await check("consultant");
  expect(await level()).toBe("public");
});

it("does not take the check of who wrote the text for one, and that of somebody else after it", async () => {
  await edit("consultant", "As the consultant put it");
  await check("consultant");
  expect(await level()).toBe("group");
  await check("organiser", "validated");
  expect(await level()).toBe("public");
});

it("takes an edited text back to the group until it is read again, without asking the delegation again", async () => {
  await check("consultant");
  await edit("speakerBa", "Marko in cell four");
  expect([await level(), await readOutside()]).toEqual(["group", [null, null, 0]]);
  // What it said in public is not shown from the history either, until it is heard there again.
  await expect(readHistory(store.read, anonymous, number)).rejects.toThrow();
  await check("secondConsultant");
  expect(await readOutside()).toEqual(["Marko in cell four", "Marko in cell four", 1]);
});

it("shows a translation beyond the group once somebody else has read it, and the original all the while", async () => {
  await check("consultant");
  await translate("consultant", "Obavijest stiže kasno");
  expect(await readOutside()).toEqual([title, title, 1]);
  expect((await readContribution(store.read, await as("observer"), number, "bs")).title).toBe("Obavijest stiže kasno");
  expect(await second("consultant", "bs")).toEqual({ "": "knowledge.reviewOwn" });
  expect(await second("organiser", "bs")).toEqual({ number, language: "bs" });
  expect(await readOutside()).toEqual(["Obavijest stiže kasno", "Obavijest stiže kasno", 2]);
  // Another text in its place waits again, and what was read before is in the history.
  await translate("secondConsultant", "Marko iz ćelije četiri");
  expect(await readOutside()).toEqual([title, title, 1]);
  const { versions } = await readHistory(store.read, anonymous, number);
  expect(versions.map((version) => version.title)).toContain("Obavijest stiže kasno");
  await translate("secondConsultant", "Obavijest dolazi kasno");
  const past = (await readHistory(store.read, anonymous, number)).versions.map((version) => version.title);
  expect(past).not.toContain("Marko iz ćelije četiri");
});

it("meets another text than the one that was read with a conflict", async () => {
  const { revision } = await row();
  await edit("speakerBa", "Another one");
  const late = secondVersion(store, await as("consultant"), { number, language: "en", revision }, now);
  expect(await answerOf(late)).toEqual({ revision: String(revision + 1) });
});

it("is shared unread by organisers alone, for a reason that everybody reads and a second reader ends", async () => {
  const share = async (who: Who, reason: string) =>
    answerOf(raiseUnread(store, await as(who), { number, reason }, now));
  expect(await share("consultant", "It is urgent.")).toBe("forbidden");
  expect(await share("organiser", "")).toEqual({ reason: "common.required" });
  expect(await share("organiser", "It is urgent.")).toEqual({ number });
  expect((await readContribution(store.read, anonymous, number)).unreadReason).toBe("It is urgent.");
  expect((await events()).at(-1)).toBe("sharing.raised-unread");
  expect(await share("organiser", "Again.")).toEqual({ "": "sharing.notNow" });
  await check("consultant");
  expect((await readContribution(store.read, anonymous, number)).unreadReason).toBeNull();
});

it("waits no longer once the level was lowered or the record withdrawn", async () => {
  await lowerSharing(store, await as("speakerBa"), { number, level: "bilateral" }, now);
  await check("consultant");
  expect(await level()).toBe("bilateral");
  const again = await askSharing(store, await as("speakerBa"), { number, level: "public", note: "" }, now);
  expect([again.granted, again.waits, await level()]).toEqual([true, false, "public"]);
  await edit("speakerBa", "Another one");
  await withdrawContribution(store, await as("speakerBa"), { number, reason: "A mistake." }, now);
  const { decision } = await store.read
    .selectFrom("sharing_request")
    .select("decision")
    .orderBy("asked_at", "desc")
    .where("to_level", "=", "public")
    .where("from_level", "=", "group")
    .executeTakeFirstOrThrow();
  expect(decision).toBe("superseded");
});

it("is asked once: a wish that waits stands in the way of another", async () => {
  const asked = askSharing(store, await as("consultant"), { number, level: "programme", note: "" }, now);
  expect(await answerOf(asked)).toEqual({ "": "sharing.alreadyAsked" });
});

it("stands in the queue of those who could be its second reader, whatever its state of review", async () => {
  const queued = async (who: Who) => (await findReviews(store.read, await as(who)))[0]?.count ?? 0;
  // A snapshot is not to be checked yet, and a complete record not to be validated: both wait all the same.
  const short = await submitted(store, w, "speakerBa", { wantedSharing: "programme", title: "Another one" });
  expect([await queued("consultant"), await queued("organiser"), await queued("speakerBa")]).toEqual([2, 2, 0]);
  await secondVersion(store, await as("organiser"), { number: short.number, language: "en", revision: 2 }, now);
  expect(await queued("organiser")).toBe(1);
});
