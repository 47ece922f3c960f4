import { beforeEach, expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { changeMembership, endMembership } from "#app/domain/people/change-membership.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import type { Store } from "#db/store.ts";
import { readSharing, readSharingRequest } from "#tests/domain/knowledge/read-contribution.ts";
import {
  answerOf,
  now,
  type RecordWorld,
  recordWorld,
  snapshot,
  submitted,
} from "#tests/domain/knowledge/record-world.ts";

import { testStore } from "#tests/support/store.ts";

const HOUR = 3_600_000;
const after = (hours: number) => new Date(now.getTime() + hours * HOUR);

let store: Store;
let w: RecordWorld;
let number: string;
let requestId: string;

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
  const sent = await submitted(store, w, "speakerAl");
  number = sent.number;
  // An organiser makes somebody a speaker after the record was written.
  await speaks("participantAl", true, after(1));
  const consultant = await w.actor(w.people.consultant);
  requestId = (await askSharing(store, consultant, { number, level: "group", note: "" }, after(2))).requestId;
});

async function membershipOf(who: "participantAl" | "speakerAl") {
  const membership = store.read.selectFrom("membership").select("id").where("account_id", "=", w.people[who]);
  return (await membership.executeTakeFirstOrThrow()).id;
}

async function endsFor(who: "speakerAl", at: Date) {
  await endMembership(store, await w.actor(w.people.organiser), { membershipId: await membershipOf(who) }, at);
}

async function shutFor(who: "speakerAl", at: Date) {
  await deactivateAccount(store, await w.actor(w.people.administrator), { accountId: w.people[who] }, at);
}

async function speaks(who: "participantAl" | "speakerAl", speaks: boolean, at: Date) {
  const standing = { role: "participant" as const, beneficiaryId: w.beneficiaries.al, institutionId: null, speaks };
  await changeMembership(
    store,
    await w.actor(w.people.organiser),
    { ...standing, membershipId: await membershipOf(who) },
    at,
  );
}

const decide = async (who: "participantAl" | "speakerAl", decision: "granted" | "refused", at: Date) =>
  answerOf(decideSharing(store, await w.actor(w.people[who]), { requestId, decision, note: "" }, at));
const level = async () =>
  (await store.read.selectFrom("contribution").select("sharing").executeTakeFirstOrThrow()).sharing;

it("lets the consent of a new speaker to an older record wait for two days", async () => {
  expect(await decide("participantAl", "granted", after(48))).toEqual({ "": "sharing.consentTooNew" });
  expect(await level()).toBe("bilateral");
  expect(await decide("participantAl", "granted", after(49))).toMatchObject({ decision: "granted" });
  expect(await level()).toBe("group");
});

it("takes the consent of an older speaker at once, and that to younger records", async () => {
  expect(await decide("speakerAl", "granted", after(3))).toMatchObject({ decision: "granted" });
  const younger = await submittedLater();
  const asked = await askSharing(store, await w.actor(w.people.participantAl), younger, after(5));
  expect(asked.granted).toBe(true);
});

it("makes of the wish of a new speaker a request, by mail to the older one", async () => {
  const { number: other } = await submitted(store, w, "speakerAl", { title: "Another one" });
  const actor = await w.actor(w.people.participantAl);
  const { granted } = await askSharing(store, actor, { number: other, level: "public", note: "" }, after(3));
  expect(granted).toBe(false);
  const mails = await store.read
    .selectFrom("outbox")
    .select("recipient_id")
    .where("template", "=", "sharing-asked")
    .execute();
  expect(mails.filter(({ recipient_id }) => recipient_id === w.people.speakerAl).length).toBe(2);
});

it("does not let a new speaker overrule an older one, who may change their mind", async () => {
  expect(await decide("speakerAl", "refused", after(3))).toMatchObject({ decision: "refused" });
  const consultant = await w.actor(w.people.consultant);
  requestId = (await askSharing(store, consultant, { number, level: "group", note: "" }, after(4))).requestId;
  expect(await decide("participantAl", "granted", after(200))).toEqual({ "": "sharing.consentRefusedBefore" });
  expect(await decide("speakerAl", "granted", after(201))).toMatchObject({ decision: "granted" });
});

it.each([
  ["lost the right to speak", () => speaks("speakerAl", false, after(5))],
  ["left the group", () => endsFor("speakerAl", after(5))],
  ["has no open account any more", () => shutFor("speakerAl", after(5))],
])("lets a refusal stand when whoever refused %s", async (_what, lose) => {
  expect(await decide("speakerAl", "refused", after(3))).toMatchObject({ decision: "refused" });
  await lose();
  const consultant = await w.actor(w.people.consultant);
  requestId = (await askSharing(store, consultant, { number, level: "group", note: "" }, after(6))).requestId;
  expect(await decide("participantAl", "granted", after(400))).toEqual({ "": "sharing.consentRefusedBefore" });
  const wish = { number, level: "group" as const, note: "" };
  await answerOf(askSharing(store, await w.actor(w.people.participantAl), wish, after(401)));
  expect(await level()).toBe("bilateral");
});

it("lets whoever refused change their mind, also with a right given anew", async () => {
  await decide("speakerAl", "refused", after(3));
  await speaks("speakerAl", false, after(4));
  await speaks("speakerAl", true, after(5));
  const consultant = await w.actor(w.people.consultant);
  requestId = (await askSharing(store, consultant, { number, level: "group", note: "" }, after(6))).requestId;
  expect(await decide("speakerAl", "granted", after(6))).toEqual({ "": "sharing.consentTooNew" });
  expect(await decide("speakerAl", "granted", after(60))).toMatchObject({ decision: "granted" });
});

it("begins to wait anew when the right to speak was taken away and given back", async () => {
  await speaks("participantAl", false, after(40));
  await speaks("participantAl", true, after(41));
  expect(await decide("participantAl", "granted", after(60))).toEqual({ "": "sharing.consentTooNew" });
  // Refusing waits for nothing.
  expect(await decide("participantAl", "refused", after(60))).toMatchObject({ decision: "refused" });
});

it("says on both pages why it waits, until when, and who need not wait", async () => {
  const actor = await w.actor(w.people.participantAl);
  const wait = { cause: "new", until: "Friday 6 November 2026, 12:00", older: ["speakerAl"] };
  const asked = await readSharingRequest(store.read, actor, requestId, after(3));
  expect([asked.mayDecide, asked.wait]).toEqual([true, wait]);
  const sharing = await readSharing(store.read, actor, number, after(3));
  expect([sharing.consents, sharing.wait]).toEqual([false, wait]);
  expect((await readSharingRequest(store.read, actor, requestId, after(49))).wait).toBeNull();
  const older = await w.actor(w.people.speakerAl);
  expect((await readSharingRequest(store.read, older, requestId, after(3))).wait).toBeNull();
});

async function submittedLater() {
  const author = await w.actor(w.people.speakerAl);
  const sent = await submitContribution(store, author, snapshot(w, { title: "A younger one" }), after(4));
  return { number: sent.number, level: "group" as const, note: "" };
}
