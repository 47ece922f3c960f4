import { expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { answerOf, now, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { readersOf } from "#tests/domain/knowledge/who-reads.ts";
import { testStore } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";
import { peopleOfGroup } from "#tests/support/world.ts";

it("sharing is asked once, by mail to those who speak, and decided by them alone", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number, sharingRequestId } = await submitted(store, small, "participantBa", { wantedSharing: "group" });
  const requestId = sharingRequestId!;
  const mails = async () =>
    store.read
      .selectFrom("outbox")
      .select(["template", "recipient_id"])
      .where("template", "like", "sharing-%")
      .orderBy("created_at")
      .execute();
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
  expect(await decide("speakerBa", "granted")).toEqual({ number, decision: "granted", waits: false });
  expect(await decide("speakerBa", "refused")).toEqual({ "": "sharing.decidedAlready" });
  expect(await readersOf(store, small, number)).toEqual(peopleOfGroup);
  expect((await mails())[1]).toEqual({ template: "sharing-decided", recipient_id: small.people.participantBa });
  const events = await store.read.selectFrom("audit_event").select(["event", "actor_id"]).orderBy("seq").execute();
  expect(events.slice(2)).toEqual([
    { event: "sharing.asked", actor_id: small.people.participantBa },
    { event: "sharing.granted", actor_id: small.people.speakerBa },
  ]);
});
