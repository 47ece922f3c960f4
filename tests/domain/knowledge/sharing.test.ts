import { describe, expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import type { Store } from "#db/store.ts";
import {
  readContribution,
  readHistory,
  readSharing,
  readSharingRequest,
} from "#tests/domain/knowledge/read-contribution.ts";
import {
  answerOf,
  now,
  type RecordWorld,
  recordWorld,
  snapshot,
  submitted,
} from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

async function readersOf(store: Store, small: RecordWorld, number: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [who, id] of [...Object.entries(small.people), ["nobody", null] as const]) {
    const view = await answerOf(readContribution(store.read, await small.actor(id), number));
    if (typeof view !== "string") seen.push(who);
  }
  return seen;
}

const delegationBa = ["organiser", "consultant", "secondConsultant", "participantBa", "speakerBa"];
const group = [
  "organiser",
  "consultant",
  "secondConsultant",
  "observer",
  "participantAl",
  "participantBa",
  "speakerAl",
  "speakerBa",
];
const programme = [...group, "otherOrganiser", "otherConsultant", "otherParticipantBa"];

describe("sharing", () => {
  it("starts at the delegation, and each level adds its readers", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const speaker = await small.actor(small.people.speakerBa);
    expect(await readersOf(store, small, number)).toEqual(delegationBa);
    const raise = (level: "group" | "programme" | "public") =>
      askSharing(store, speaker, { number, level, note: "" }, now);
    expect(await raise("group")).toMatchObject({ granted: true });
    expect(await readersOf(store, small, number)).toEqual(group);
    await raise("programme");
    expect(await readersOf(store, small, number)).toEqual(programme);
    await raise("public");
    expect(await readersOf(store, small, number)).toEqual(["administrator", ...programme, "nobody"]);
    await lowerSharing(store, speaker, { number, level: "bilateral" }, now);
    expect(await readersOf(store, small, number)).toEqual(delegationBa);
  });

  it("is asked once, by mail to those who speak, and decided by them alone", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number, sharingRequestId } = await submitted(store, small, "participantBa", { wantedSharing: "group" });
    const requestId = sharingRequestId!;
    const mails = async () =>
      store.read.selectFrom("outbox").select(["template", "recipient_id"]).orderBy("created_at").execute();
    expect(await mails()).toEqual([{ template: "sharing-asked", recipient_id: small.people.speakerBa }]);
    const decide = async (who: keyof World["people"], decision: "granted" | "refused") =>
      answerOf(decideSharing(store, await small.actor(small.people[who]), { requestId, decision, note: "" }, now));
    const refusals: Record<string, unknown> = {};
    for (const who of Object.keys(small.people) as (keyof World["people"])[]) {
      if (who !== "speakerBa") refusals[who] = await decide(who, "granted");
    }
    expect(refusals).toEqual({
      administrator: "not found",
      organiser: "forbidden",
      consultant: "forbidden",
      secondConsultant: "forbidden",
      observer: "not found",
      participantAl: "not found",
      participantBa: "forbidden",
      speakerAl: "not found",
      otherOrganiser: "not found",
      otherConsultant: "not found",
      otherParticipantBa: "not found",
    });
    const consultant = await small.actor(small.people.consultant);
    expect(await answerOf(askSharing(store, consultant, { number, level: "public", note: "" }, now))).toEqual({
      "": "sharing.alreadyAsked",
    });
    expect(await decide("speakerBa", "granted")).toEqual({ number, decision: "granted" });
    expect(await decide("speakerBa", "refused")).toEqual({ "": "sharing.decidedAlready" });
    expect(await readersOf(store, small, number)).toEqual(group);
    expect((await mails())[1]).toEqual({ template: "sharing-decided", recipient_id: small.people.participantBa });
    const events = await store.read.selectFrom("audit_event").select(["event", "actor_id"]).orderBy("seq").execute();
    expect(events.slice(2)).toEqual([
      { event: "sharing.asked", actor_id: small.people.participantBa },
      { event: "sharing.granted", actor_id: small.people.speakerBa },
    ]);
  });

  it("stays as it is when refused", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const sent = await submitted(store, small, "participantBa", { wantedSharing: "public" });
    const speaker = await small.actor(small.people.speakerBa);
    const refused = { requestId: sent.sharingRequestId!, decision: "refused" as const, note: "Not yet." };
    await decideSharing(store, speaker, refused, now);
    expect(await readersOf(store, small, sent.number)).toEqual(delegationBa);
  });

  it("of a record of no delegation is decided by organisers", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const more = { beneficiary: "regional", wantedSharing: "group" as const };
    const { sharingRequestId } = await submitted(store, small, "consultant", more);
    const mails = await store.read.selectFrom("outbox").select("recipient_id").execute();
    expect(mails).toEqual([{ recipient_id: small.people.organiser }]);
    const input = { requestId: sharingRequestId!, decision: "granted" as const, note: "" };
    const decide = async (who: keyof World["people"]) =>
      answerOf(decideSharing(store, await small.actor(small.people[who]), input, now));
    expect(await decide("consultant")).toBe("forbidden");
    expect(await decide("organiser")).toMatchObject({ decision: "granted" });
  });

  it("is never raised by lowering, and closes what was asked when lowered", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "speakerBa", { wantedSharing: "group" });
    const organiser = await small.actor(small.people.organiser);
    const asked = await askSharing(store, organiser, { number, level: "public", note: "" }, now);
    expect(asked.granted).toBe(false);
    const lower = (level: "group" | "public" | "bilateral") =>
      answerOf(lowerSharing(store, organiser, { number, level }, now));
    expect(await lower("public")).toEqual({ level: "sharing.notLower" });
    expect(await lower("group")).toEqual({ level: "sharing.notLower" });
    expect(await lower("bilateral")).toEqual({ number, stillSeen: true });
    const speaker = await small.actor(small.people.speakerBa);
    const late = { requestId: asked.requestId, decision: "granted" as const, note: "" };
    expect(await answerOf(decideSharing(store, speaker, late, now))).toEqual({ "": "sharing.decidedAlready" });
  });

  it("names whom to ask where nobody speaks for the delegation", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    await store.writer
      .updateTable("membership")
      .set({ speaks: 0 })
      .where("account_id", "=", small.people.speakerBa)
      .execute();
    const author = await small.actor(small.people.participantBa);
    const { speakers, organisers } = await readSharing(store.read, author, number);
    expect({ speakers, organisers }).toEqual({ speakers: [], organisers: ["organiser"] });
  });

  it("meets an open edit with a conflict, so that nobody publishes unknowingly", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const speaker = await small.actor(small.people.speakerBa);
    await askSharing(store, speaker, { number, level: "public", note: "" }, now);
    const author = await small.actor(small.people.participantBa);
    const change = { ...snapshot(small), number, revision: 1, title: "For colleagues only" };
    expect(await answerOf(saveContribution(store, author, change, now))).toMatchObject({ revision: "2" });
  });

  it("shows readers only the versions of their level, even after lowering and raising again", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "speakerBa", { title: "Inside" });
    const speaker = await small.actor(small.people.speakerBa);
    const save = (title: string, revision: number) =>
      saveContribution(store, speaker, { ...snapshot(small), number, revision, title }, now);
    const titles = async (who: string | null) =>
      (await readHistory(store.read, await small.actor(who), number)).versions.map(({ title }) => title);
    await save("Outside", 1);
    await askSharing(store, speaker, { number, level: "group", note: "" }, now);
    await save("Outside, again", 3);
    expect(await titles(small.people.participantAl)).toEqual(["Outside"]);
    expect(await titles(small.people.consultant)).toEqual(["Outside", "Outside", "Inside"]);
    await lowerSharing(store, speaker, { number, level: "bilateral" }, now);
    await askSharing(store, speaker, { number, level: "public", note: "" }, now);
    expect(await titles(small.people.participantAl)).toEqual([]);
    expect(await titles(null)).toEqual([]);
  });
});

describe("the page of a request", () => {
  it("is there for those who may ask or decide, whoever reads the record", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "speakerBa", { wantedSharing: "group", attribution: "group" });
    const author = await small.actor(small.people.participantBa);
    const { requestId } = await askSharing(store, author, { number, level: "public", note: "Why not" }, now);
    const view = async (who: keyof World["people"]) =>
      answerOf(readSharingRequest(store.read, await small.actor(small.people[who]), requestId));
    expect(await view("participantAl")).toBe("not found");
    expect(await view("observer")).toBe("not found");
    expect(await view("speakerBa")).toMatchObject({ mayDecide: true, speakers: ["speakerBa"] });
    // A consultant outside the delegation is not told who asked or who could consent.
    expect(await view("secondConsultant")).toMatchObject({
      mayDecide: false,
      speakers: null,
      request: { askedBy: null, note: "Why not" },
    });
  });
});
