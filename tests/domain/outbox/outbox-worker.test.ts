import ICAL from "ical.js";
import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { Delivery, MailTransport } from "#app/domain/mail/transport.server.ts";
import { findOutbox } from "#app/domain/outbox/find-outbox.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { passwordReset } from "#app/domain/people/account-mails.server.ts";
import { sessionScheduled } from "#app/domain/sessions/session-mails.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const outgoing = { site: { publicUrl: "https://zbornik.example", mailFrom: "zbornik@zbornik.example" }, mails };
const now = new Date("2026-10-01T08:00:00.000Z");

/** A mail server that keeps what it gets and answers as told. */
function server(answers: Delivery[] = []): MailTransport & { mails: ComposedMail[] } {
  const mails: ComposedMail[] = [];
  return {
    kind: "smtp",
    mails,
    send: async (mail) => {
      mails.push(mail);
      return answers.shift() ?? { accepted: true, response: "250", permanent: false };
    },
  };
}

function sessionWith(store: Store, w: World, delegates: string[]): Promise<string> {
  const own = { group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser };
  return writeTransaction(store, (db) => aSession(db, { ...own, beneficiary_id: w.beneficiaries.xk, delegates }));
}

async function invite(store: Store, w: World, sessionId: string, accountId: string): Promise<void> {
  const kept = {
    startsAt: "2026-11-04T08:00:00.000Z",
    endsAt: "2026-11-04T09:00:00.000Z",
    zone: "Europe/Sarajevo",
    sequence: 0,
    joinLink: "https://meet.example/x",
  };
  const to = { id: accountId, address: "participantba@test.example" };
  const about = { groupId: w.groupId, subjectId: sessionId, mark: `${sessionId}:0:${accountId}` };
  await writeTransaction(store, (db) => queueMail(db, sessionScheduled, { kept, to, ...about }, now));
}

const states = (store: Store) =>
  store.read.selectFrom("outbox").select(["state", "attempts", "last_error"]).orderBy("state").execute();

it("sends an invitation once, with a calendar that agrees with the mail, in the recipient's words", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa]);
  await invite(store, w, session, w.people.participantBa);
  await invite(store, w, session, w.people.participantBa);
  const smtp = server();
  expect(await sendDue(store, outgoing, smtp, () => now)).toBe(1);
  expect(await sendDue(store, outgoing, smtp, () => now)).toBe(0);
  expect(await states(store)).toEqual([{ state: "sent", attempts: 1, last_error: "" }]);
  const [mail] = smtp.mails;
  expect(mail?.subject).toBe(
    "Invitation: Bilateral session with the delegation of Kosovo*, Wednesday 4 November 2026, 09:00",
  );
  expect(mail?.text).toContain("Wednesday 4 November 2026, 09:00–10:00, Sarajevo (UTC+1)");
  expect(mail?.text).toContain("* A footnote.");
  const { content } = (mail?.icalEvent ?? { content: "" }) as { content: string };
  const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent");
  expect(String(event?.getFirstPropertyValue("dtstart"))).toBe("2026-11-04T08:00:00Z");
  expect(event?.getAllProperties("attendee")).toHaveLength(1);
});

it("tries again with growing pauses and the same Message-ID, and gives up when told so", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa]);
  await invite(store, w, session, w.people.participantBa);
  const busy = { accepted: false, response: "451 later", permanent: false };
  const smtp = server([busy, busy, { accepted: false, response: "550 no", permanent: true }]);
  await sendDue(store, outgoing, smtp, () => now);
  expect(await states(store)).toEqual([{ state: "waiting", attempts: 1, last_error: "451 later" }]);
  await sendDue(store, outgoing, smtp, () => new Date(now.getTime() + 30_000));
  expect(smtp.mails).toHaveLength(1);
  await sendDue(store, outgoing, smtp, () => new Date(now.getTime() + 61_000));
  await sendDue(store, outgoing, smtp, () => new Date(now.getTime() + 3_600_000));
  expect(await states(store)).toEqual([{ state: "failed", attempts: 3, last_error: "550 no" }]);
  expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
});

it("sends nothing to somebody who was removed, left the group or was deactivated meanwhile", async () => {
  const store = testStore();
  const w = await world(store);
  const people = [w.people.participantBa, w.people.speakerBa, w.people.participantAl];
  const session = await sessionWith(store, w, people);
  for (const person of people) await invite(store, w, session, person);
  await writeTransaction(store, async (db) => {
    await db
      .updateTable("session_person")
      .set({ removed_at: now.toISOString() })
      .where("account_id", "=", people[0]!)
      .execute();
    await db
      .updateTable("membership")
      .set({ ended_at: now.toISOString() })
      .where("account_id", "=", people[1]!)
      .execute();
    await db.updateTable("account").set({ status: "deactivated" }).where("id", "=", people[2]!).execute();
  });
  const smtp = server();
  await sendDue(store, outgoing, smtp, () => now);
  expect([smtp.mails, (await states(store)).map((row) => row.state)]).toEqual([[], ["dropped", "dropped", "dropped"]]);
});

it("takes over from a worker that died, when its lease has run out", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa]);
  await invite(store, w, session, w.people.participantBa);
  await writeTransaction(store, async (db) => {
    await db
      .updateTable("outbox")
      .set({ state: "sending", attempts: 1, lease_until: "2026-10-01T08:05:00.000Z" })
      .execute();
  });
  const smtp = server();
  await sendDue(store, outgoing, smtp, () => now);
  expect(smtp.mails).toHaveLength(0);
  await sendDue(store, outgoing, smtp, () => new Date("2026-10-01T08:05:01.000Z"));
  expect(smtp.mails).toHaveLength(1);
});

it("keeps mails where there is no server", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa]);
  await invite(store, w, session, w.people.participantBa);
  await sendDue(
    store,
    outgoing,
    { kind: "none", send: async () => Promise.reject(new Error("not to be called")) },
    () => now,
  );
  expect(await states(store)).toEqual([{ state: "kept", attempts: 0, last_error: "" }]);
});

it("mints the link of a reset when sending, and stores its hash alone", async () => {
  const store = testStore();
  const w = await world(store);
  const account = w.people.participantBa;
  const to = { id: account, address: "participantba@test.example" };
  const order = { kept: {}, to, groupId: null, subjectId: account, mark: "1" };
  await writeTransaction(store, (db) => queueMail(db, passwordReset, order, now));
  const smtp = server();
  await sendDue(store, outgoing, smtp, () => now);
  const token = /reset\/([\w-]+)/.exec(String(smtp.mails[0]?.text))?.[1] ?? "";
  const stored = await store.read.selectFrom("password_reset").selectAll().executeTakeFirstOrThrow();
  expect(stored.token_hash).toBe(sha256(token));
  expect(JSON.stringify(await store.read.selectFrom("outbox").selectAll().execute())).not.toContain(token);
});

it("marks a mail of another release as failed, says so, and sends the others", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa, w.people.speakerBa]);
  await invite(store, w, session, w.people.participantBa);
  await writeTransaction(store, (db) => db.updateTable("outbox").set({ template: "session-sung" }).execute());
  await invite(store, w, session, w.people.speakerBa);
  const smtp = server();
  expect(await sendDue(store, outgoing, smtp, () => now)).toBe(2);
  expect(smtp.mails.map(({ to }) => to)).toEqual([{ name: "speakerBa", address: "speakerba@test.example" }]);
  const failed = { state: "failed", attempts: 1, last_error: 'There is no mail "session-sung"' };
  expect(await states(store)).toEqual([failed, { state: "sent", attempts: 1, last_error: "" }]);
  const organiser = await w.actor(w.people.organiser);
  const { mails: listed } = await findOutbox(store.read, organiser, w.groupId, outgoing, 1);
  expect(listed.map(({ to, subject, state }) => [to, subject === null, state]).sort()).toEqual([
    ["participantba@test.example", true, "failed"],
    ["speakerBa", false, "sent"],
  ]);
});

it("tries one that cannot be written again later, and sends those behind it", async () => {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, [w.people.participantBa, w.people.speakerBa]);
  await invite(store, w, session, w.people.participantBa);
  await writeTransaction(store, (db) => db.updateTable("outbox").set({ parameters: "{}" }).execute());
  await invite(store, w, session, w.people.speakerBa);
  const smtp = server();
  expect(await sendDue(store, outgoing, smtp, () => now)).toBe(2);
  expect(smtp.mails).toHaveLength(1);
  expect(await states(store)).toEqual([
    { state: "sent", attempts: 1, last_error: "" },
    { state: "waiting", attempts: 1, last_error: expect.stringMatching(/^It cannot be written: ./) },
  ]);
  const organiser = await w.actor(w.people.organiser);
  const { mails: listed } = await findOutbox(store.read, organiser, w.groupId, outgoing, 1);
  expect(listed.map(({ subject }) => subject === null).sort()).toEqual([false, true]);
});
