import { expect, it } from "vitest";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { findSharing, findSharingRequest } from "#app/domain/knowledge/find-sharing.server.ts";
import { takeBackSharing } from "#app/domain/knowledge/take-back-sharing.server.ts";
import { answerOf, now, type RecordWorld, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { deliver, server, states } from "#tests/domain/outbox/mail-server.ts";
import { testStore } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A record of participantBa, whom speakerBa has to allow to share it with the group. */
async function asked() {
  const store = testStore();
  const small = await recordWorld(store);
  const { number, sharingRequestId } = await submitted(store, small, "participantBa", { wantedSharing: "group" });
  const requestId = sharingRequestId as string;
  const takeBack = async (who: keyof World["people"], id = requestId) =>
    answerOf(takeBackSharing(store, await small.actor(small.people[who]), { requestId: id }, later(5)));
  return { store, small, number, requestId, takeBack };
}

const recipients = (smtp: ReturnType<typeof server>) => smtp.mails.map(({ to }) => (to as { address: string }).address);

it("is taken back by whoever asked, alone, and only before it is decided", async () => {
  const { store, small, number, requestId, takeBack } = await asked();
  const others: Record<string, unknown> = {};
  for (const who of Object.keys(small.people) as (keyof RecordWorld["people"])[]) {
    if (who !== "participantBa") others[who] = await takeBack(who);
  }
  expect(others).toEqual({
    ...{ administrator: "not found", observer: "not found", participantAl: "not found", speakerAl: "not found" },
    ...{ otherOrganiser: "not found", otherConsultant: "not found", otherParticipantBa: "not found" },
    ...{ organiser: "forbidden", consultant: "forbidden", secondConsultant: "forbidden", speakerBa: "forbidden" },
  });
  const author = await small.actor(small.people.participantBa);
  const speaker = await small.actor(small.people.speakerBa);
  expect((await findSharingRequest(store.read, author, requestId, now)).request.mayTakeBack).toBe(true);
  expect((await findSharingRequest(store.read, speaker, requestId, now)).request.mayTakeBack).toBe(false);

  expect(await takeBack("participantBa")).toEqual({ number });
  expect(await takeBack("participantBa")).toEqual({ "": "sharing.decidedAlready" });
  const decide = decideSharing(store, speaker, { requestId, decision: "granted", note: "" }, later(6));
  expect(await answerOf(decide)).toEqual({ "": "sharing.decidedAlready" });
  const { requests, contribution, may } = await findSharing(store.read, author, number, now);
  expect([requests.map((one) => [one.decision, one.isTakenBack]), contribution.sharing, may.ask]).toEqual([
    [["superseded", true]],
    "bilateral",
    true,
  ]);
  const event = await store.read.selectFrom("audit_event").selectAll().orderBy("seq", "desc").executeTakeFirst();
  expect([event?.event, event?.actor_id, event?.details]).toEqual([
    ...["sharing.taken-back", small.people.participantBa],
    JSON.stringify({ request: requestId, from: "bilateral", to: "group" }),
  ]);
  expect((await verifyChain(store.read)).brokenAt).toBeNull();

  const again = await askSharing(store, author, { number, level: "group", note: "" }, later(7));
  await decideSharing(store, speaker, { requestId: again.requestId, decision: "granted", note: "" }, later(8));
  expect(await takeBack("participantBa", again.requestId)).toEqual({ "": "sharing.decidedAlready" });
});

it("tells those who were told, once", async () => {
  const { store, takeBack } = await asked();
  const smtp = server();
  await deliver(store, smtp, now);
  const told = "speakerba@test.example";
  expect(recipients(smtp)).toEqual([told]);
  await takeBack("participantBa");
  await deliver(store, smtp, later(5));
  await deliver(store, smtp, later(60));
  expect(recipients(smtp)).toEqual([told, told]);
  expect(smtp.mails[1]?.text).toContain("nothing is to be decided");
});

it("tells nobody who was not told", async () => {
  const { store, takeBack } = await asked();
  await takeBack("participantBa");
  const smtp = server();
  await deliver(store, smtp, later(5));
  expect(smtp.mails).toEqual([]);
  const reasons = (await states(store)).filter(({ state }) => state === "dropped").map(({ reason }) => reason);
  expect(reasons.sort()).toEqual(["nothing-new", "replaced"]);
});
