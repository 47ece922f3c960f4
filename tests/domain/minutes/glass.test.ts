import { expect, it } from "vitest";
import { findGlassOpenings, findOwnOpenings, readThroughGlass } from "#app/domain/minutes/glass/find-glass.server.ts";
import { openGlass } from "#app/domain/minutes/glass/open-glass.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { aMinutesText } from "#tests/support/factories/minutes.ts";
import { anAgendaItem } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";

const reason = "A member asks for help.";
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function glassWorld() {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const { id: neighbour } = await schedule(w, { beneficiaryId: w.beneficiaries.al, time: "11:00" });
  await writeTransaction(w.store, async (db) => {
    for (const [session_id, said] of [
      [sessionId, "Mentors"],
      [neighbour, "Families"],
    ] as const) {
      const item_id = await anAgendaItem(db, { session_id, visibility: "internal" });
      const text = { body: said, body_html: `<p>${said}</p>` };
      await aMinutesText(db, { ...text, item_id, session_id, updated_by: w.people.organiser });
    }
  });
  return { w, sessionId, neighbour, administrator: await w.actor(w.people.administrator) };
}

const events = async (w: SessionWorld) =>
  (await w.store.read.selectFrom("audit_event").select(["event", "subject_id"]).orderBy("seq").execute())
    .filter(({ event }) => event.startsWith("glass."))
    .map(({ event, subject_id }) => `${event} ${subject_id}`);

it("lets an administrator read one session for an hour, logs each look, and changes nothing of what they see", async () => {
  const { w, sessionId, neighbour, administrator } = await glassWorld();
  const address = `https://zbornik.example/sessions/${sessionId}/minutes`;
  const { id } = await openGlass(w.store, administrator, { address, reason }, now);
  const { record, opening } = await readThroughGlass(w.store, administrator, id, later(59));
  expect(record.minutes.items.map(({ bodyHtml }) => bodyHtml)).toEqual(["<p>Mentors</p>"]);
  expect([opening.sessionId, opening.reason, opening.by]).toEqual([sessionId, reason, "administrator"]);
  expect(await events(w)).toEqual([`glass.opened ${sessionId}`, `glass.viewed ${sessionId}`]);
  // What they see beside it is what they saw before.
  for (const one of [sessionId, neighbour]) {
    await expect(findSessionFacts(w.store.read, administrator, one)).rejects.toThrow("session");
  }
  await expect(readThroughGlass(w.store, administrator, id, later(60))).rejects.toThrow("page");
  expect(await findOwnOpenings(w.store.read, administrator, later(60))).toEqual([]);
});

it("tells the organisers at once, and everybody who sees the session on its page", async () => {
  const { w, sessionId, neighbour, administrator } = await glassWorld();
  await openGlass(w.store, administrator, { address: sessionId, reason }, now);
  const mails = await w.store.read
    .selectFrom("outbox")
    .select(["recipient_id", "next_attempt_at", "gathered", "parameters"])
    .where("template", "=", "glass-opened")
    .execute();
  expect(mails.map((mail) => [mail.recipient_id, mail.next_attempt_at, mail.gathered])).toEqual([
    [w.people.organiser, now.toISOString(), 0],
  ]);
  expect(mails[0]?.parameters).not.toContain("member");
  const seen = async (account: string, session: string) =>
    (await findGlassOpenings(w.store.read, await w.actor(account), session)).map((one) => one.reason);
  expect(await seen(w.people.organiser, sessionId)).toEqual([reason]);
  expect(await seen(w.people.participantBa, sessionId)).toEqual([reason]);
  expect(await seen(w.people.organiser, neighbour)).toEqual([]);
  expect(await seen(w.people.participantAl, sessionId)).toEqual([]);
});

it("is for administrators alone, each for what they opened themselves, while they are one", async () => {
  const { w, sessionId, administrator } = await glassWorld();
  const input = { address: sessionId, reason };
  await expect(openGlass(w.store, w.organiser, input, now)).rejects.toThrow("page");
  const { id } = await openGlass(w.store, administrator, input, now);
  const other = { ...administrator, accountId: w.people.observer };
  await expect(readThroughGlass(w.store, other, id, now)).rejects.toThrow("page");
  await expect(readThroughGlass(w.store, { ...administrator, isAdministrator: false }, id, now)).rejects.toThrow(
    "page",
  );
  expect((await events(w)).length).toBe(1);
});

it.each(["nothing", "https://zbornik.example/rounds/0123456789abcdef", "0123456789abcdef", "/sessions/../home"])(
  "finds no session at %s",
  async (address) => {
    const { w, administrator } = await glassWorld();
    await expect(openGlass(w.store, administrator, { address, reason }, now)).rejects.toThrow("glass.noSession");
    expect(await events(w)).toEqual([]);
  },
);

it("opens a session again only when its own opening is over, and tells the organisers once for each", async () => {
  const { w, sessionId, neighbour, administrator } = await glassWorld();
  const open = (who: typeof administrator, address: string, minutes: number) =>
    openGlass(w.store, who, { address, reason }, later(minutes));
  await open(administrator, sessionId, 0);
  await expect(open(administrator, sessionId, 59)).rejects.toThrow("glass.isOpen");
  await expect(open(administrator, `/sessions/${sessionId}/minutes`, 1)).rejects.toThrow("glass.isOpen");
  await open(administrator, neighbour, 1);
  await open({ ...administrator, accountId: w.people.observer }, sessionId, 2);
  await open(administrator, sessionId, 60);
  const opened = [sessionId, neighbour, sessionId, sessionId].map((id) => `glass.opened ${id}`);
  expect(await events(w)).toEqual(opened);
  const mails = w.store.read.selectFrom("outbox").select("id").where("template", "=", "glass-opened");
  expect(await mails.execute()).toHaveLength(4);
});

it("wants a reason of some words", async () => {
  const { w, sessionId, administrator } = await glassWorld();
  const hardly = { address: sessionId, reason: "because I can" };
  await expect(openGlass(w.store, administrator, hardly, now)).rejects.toThrow("glass.reasonTooShort");
});
