import { expect, it } from "vitest";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { after, busy, deliver, gist, server, unknown } from "#tests/domain/outbox/mail-server.ts";
import { changeInput, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

// What people know of a session after anything that organisers do and mail servers fail at.

type Change = Parameters<typeof changeInput>[2];

async function change(w: SessionWorld, id: string, other: Change, at: Date): Promise<void> {
  await changeSession(w.store, w.organiser, { ...(await changeInput(w, id, other)), confirmConflicts: true }, at);
}

async function scheduled(): Promise<{
  w: SessionWorld;
  id: string;
  only: (smtp: ReturnType<typeof server>) => unknown[];
}> {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { delegateIds: [w.people.participantBa, w.people.speakerBa] }, after(0));
  const only = (smtp: ReturnType<typeof server>) =>
    smtp.mails.filter(({ to }) => (to as { name: string }).name === "participantBa").map((mail) => gist(mail));
  return { w, id, only };
}

it("sends what is true when it is sent, in one mail, after an outage", async () => {
  const { w, id, only } = await scheduled();
  await deliver(w.store, server(Array(99).fill(busy)), after(1));
  await change(w, id, { joinLink: "https://meet.test.example/two" }, after(2));
  await change(w, id, { time: "11:00", joinLink: "https://meet.test.example/three" }, after(3));
  const smtp = server();
  for (const minute of [4, 6, 40, 2000]) await deliver(w.store, smtp, after(minute));
  expect(only(smtp)).toEqual([
    expect.objectContaining({
      says: "Invitation",
      start: "2026-11-04T10:00:00Z",
      link: "https://meet.test.example/three",
    }),
  ]);
});

it("tells nobody that a session is off who never heard of it", async () => {
  const { w, id, only } = await scheduled();
  await deliver(w.store, server(Array(99).fill(busy)), after(1));
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "no room" }, after(2));
  const smtp = server();
  for (const minute of [2, 40, 2000]) await deliver(w.store, smtp, after(minute));
  expect(only(smtp)).toEqual([]);
});

it("cancels where an invitation may have arrived, and nothing follows", async () => {
  const { w, id, only } = await scheduled();
  await deliver(w.store, server(Array(4).fill(unknown)), after(0));
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "no room" }, after(1));
  const smtp = server();
  for (const minute of [1, 40, 2000]) await deliver(w.store, smtp, after(minute));
  expect(only(smtp)).toEqual([expect.objectContaining({ says: "Cancelled", method: "CANCEL", status: "CANCELLED" })]);
});

it("makes one mail of many changes, and none of a change that was taken back", async () => {
  const { w, id, only } = await scheduled();
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  for (const [minute, time] of [
    [1, "10:00"],
    [2, "11:00"],
    [3, "12:00"],
  ] as const) {
    await change(w, id, { time }, after(minute));
    await deliver(w.store, smtp, after(minute + 0.5));
  }
  await deliver(w.store, smtp, after(6));
  expect(only(smtp)).toEqual([
    expect.objectContaining({ says: "Invitation", sequence: 0 }),
    expect.objectContaining({ says: "Moved", sequence: 3, start: "2026-11-04T11:00:00Z" }),
  ]);
  await change(w, id, { time: "13:00" }, after(10));
  await change(w, id, { time: "12:00" }, after(11));
  await deliver(w.store, smtp, after(20));
  expect(only(smtp)).toHaveLength(2);
});

it("waits for nothing when the session begins within the hour", async () => {
  const { w, id, only } = await scheduled();
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  const shortly = new Date("2026-11-04T07:30:00.000Z");
  await change(w, id, { time: "12:00" }, shortly);
  await deliver(w.store, smtp, shortly);
  expect(only(smtp)).toHaveLength(2);
});

it("takes somebody out with a higher SEQUENCE and without STATUS, and asks them again with one higher still", async () => {
  const { w, id, only } = await scheduled();
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  await change(w, id, { delegateIds: [w.people.speakerBa] }, after(1));
  await deliver(w.store, smtp, after(5));
  await change(w, id, { delegateIds: [w.people.speakerBa, w.people.participantBa] }, after(6));
  await deliver(w.store, smtp, after(10));
  expect(
    only(smtp).map((mail) => [(mail as ReturnType<typeof gist>).method, (mail as ReturnType<typeof gist>).sequence]),
  ).toEqual([
    ["REQUEST", 0],
    ["CANCEL", 1],
    ["REQUEST", 2],
  ]);
  expect(only(smtp)[1]).toMatchObject({ says: "No longer invited", status: "", link: "" });
  await change(w, id, { delegateIds: [w.people.speakerBa] }, after(11));
  await change(w, id, { delegateIds: [w.people.speakerBa, w.people.participantBa] }, after(12));
  await deliver(w.store, smtp, after(20));
  expect(only(smtp)).toHaveLength(3);
});

it("tells who was taken out nothing that they did not know", async () => {
  const { w, id, only } = await scheduled();
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  await change(w, id, { time: "15:00", delegateIds: [w.people.speakerBa] }, after(1));
  await deliver(w.store, smtp, after(5));
  expect(only(smtp)[1]).toMatchObject({ method: "CANCEL", start: "2026-11-04T08:00:00Z" });
});
