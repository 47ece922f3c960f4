import { expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { answerOf, now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { readersOf } from "#tests/domain/knowledge/who-reads.ts";
import { testStore } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";
import { peopleOfGroup } from "#tests/support/world.ts";

const delegationBa = ["organiser", "consultant", "secondConsultant", "participantBa", "speakerBa"];

const programme = [...peopleOfGroup, "otherOrganiser", "otherConsultant", "otherParticipantBa"];

it("sharing starts at the delegation, and each level adds its readers", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "participantBa");
  const speaker = await small.actor(small.people.speakerBa);
  expect(await readersOf(store, small, number)).toEqual(delegationBa);
  const raise = (level: "group" | "programme" | "public") =>
    askSharing(store, speaker, { number, level, note: "" }, now);
  expect(await raise("group")).toMatchObject({ granted: true });
  expect(await readersOf(store, small, number)).toEqual(peopleOfGroup);
  const consultant = await small.actor(small.people.consultant);
  await secondVersion(store, consultant, { number, language: "en", revision: 2 }, now);
  await raise("programme");
  expect(await readersOf(store, small, number)).toEqual(programme);
  await raise("public");
  expect(await readersOf(store, small, number)).toEqual(["administrator", ...programme, "nobody"]);
  await lowerSharing(store, speaker, { number, level: "bilateral" }, now);
  expect(await readersOf(store, small, number)).toEqual(delegationBa);
});

it("sharing stays as it is when refused", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const sent = await submitted(store, small, "participantBa", { wantedSharing: "public" });
  const speaker = await small.actor(small.people.speakerBa);
  const refused = { requestId: sent.sharingRequestId!, decision: "refused" as const, note: "Not yet." };
  await decideSharing(store, speaker, refused, now);
  expect(await readersOf(store, small, sent.number)).toEqual(delegationBa);
});

it("sharing of a record of no delegation is decided by organisers", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const more = { beneficiary: "regional", wantedSharing: "group" as const };
  const { sharingRequestId } = await submitted(store, small, "consultant", more);
  const mails = await store.read
    .selectFrom("outbox")
    .select("recipient_id")
    .where("template", "=", "sharing-asked")
    .execute();
  expect(mails).toEqual([{ recipient_id: small.people.organiser }]);
  const input = { requestId: sharingRequestId!, decision: "granted" as const, note: "" };
  const decide = async (who: keyof World["people"]) =>
    answerOf(decideSharing(store, await small.actor(small.people[who]), input, now));
  expect(await decide("consultant")).toBe("forbidden");
  expect(await decide("organiser")).toMatchObject({ decision: "granted" });
});

it("sharing meets an open edit with a conflict, so that nobody publishes unknowingly", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "participantBa");
  const speaker = await small.actor(small.people.speakerBa);
  await askSharing(store, speaker, { number, level: "public", note: "" }, now);
  const author = await small.actor(small.people.participantBa);
  const change = { ...snapshot(small), number, revision: 1, title: "For colleagues only" };
  expect(await answerOf(saveContribution(store, author, change, now))).toMatchObject({ revision: "2" });
});
