import ICAL from "ical.js";
import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { findOutbox } from "#app/domain/outbox/find-outbox.server.ts";
import { releaseKept } from "#app/domain/outbox/keep-mails.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { passwordReset } from "#app/domain/people/account-mails.server.ts";
import { findReset } from "#app/domain/people/reset-password.server.ts";
import { notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import {
  after,
  busy,
  deliver,
  now,
  outgoing,
  refused,
  server,
  states,
  unknown,
} from "#tests/domain/outbox/mail-server.ts";
import { aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { type World, world } from "#tests/support/world.ts";

const nobody = { kind: "none" as const, send: async () => Promise.reject(new Error("not to be called")) };
const list = { page: 1, reading: { ...viewer(), locale: "en" as const }, now };

function sessionWith(store: Store, w: World, delegates: string[]): Promise<string> {
  const own = { group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser };
  const terms = { beneficiary_id: w.beneficiaries.xk, join_link: "https://meet.example/x" };
  return writeTransaction(store, (db) => aSession(db, { ...own, ...terms, delegates }));
}

async function invite(store: Store, w: World, id: string, accountIds: string[], at = now): Promise<void> {
  const session = { id, groupId: w.groupId, startsAt: "2026-11-04T08:00:00.000Z" };
  await writeTransaction(store, (db) => notifyPeople(db, session, { accountIds, atOnce: true }, at));
}

async function invited(people: (w: World) => string[]): Promise<{ store: Store; w: World; session: string }> {
  const store = testStore();
  const w = await world(store);
  const session = await sessionWith(store, w, people(w));
  await invite(store, w, session, people(w));
  return { store, w, session };
}

const askReset = (store: Store, account: string, mark: string, at = now) => {
  const to = { id: account, address: "participantba@test.example" };
  const order = { kept: { askedAt: at.toISOString() }, to, groupId: null, subjectId: account, mark };
  return writeTransaction(store, (db) => queueMail(db, passwordReset, order, at));
};

it("sends an invitation once, with a calendar that agrees with the mail, in the recipient's words", async () => {
  const { store, w, session } = await invited((w) => [w.people.participantBa]);
  await invite(store, w, session, [w.people.participantBa]);
  const smtp = server();
  expect(await deliver(store, smtp, now)).toBe(1);
  expect(await deliver(store, smtp, now)).toBe(0);
  expect(await states(store)).toEqual([{ state: "sent", reason: "", attempts: 1, last_error: "" }]);
  const [mail] = smtp.mails;
  expect(mail?.subject).toBe(
    "Invitation: Bilateral session with the delegation of Kosovo*, Wednesday 4 November 2026, 09:00, Sarajevo (UTC+1)",
  );
  expect(mail?.text).toContain("Wednesday 4 November 2026, 09:00–10:00, Sarajevo (UTC+1)");
  expect(mail?.text).toContain("* A footnote.");
  expect(mail?.text).toContain("Questions go to organiser: reply to this mail.");
  expect(mail?.replyTo).toEqual({ name: "organiser", address: "organiser@test.example" });
  const { content } = (mail?.icalEvent ?? { content: "" }) as { content: string };
  const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent");
  expect(String(event?.getFirstPropertyValue("dtstart"))).toBe("2026-11-04T08:00:00Z");
  expect(event?.getAllProperties("attendee")).toHaveLength(1);
  expect(content).toContain("PARTSTAT=NEEDS-ACTION;RSVP=TRUE");
});

it("tries again with growing pauses and the same Message-ID, and gives up when told so", async () => {
  const { store } = await invited((w) => [w.people.participantBa]);
  const smtp = server([busy, busy, refused]);
  await deliver(store, smtp, now);
  const waiting = { state: "waiting", reason: "server", attempts: 1, last_error: "451 later" };
  expect(await states(store)).toEqual([waiting]);
  await deliver(store, smtp, after(0.5));
  expect(smtp.mails).toHaveLength(1);
  await sendDue(store, { ...outgoing, site: { ...outgoing.site, publicUrl: "https://moved.example" } }, smtp, () =>
    after(1.1),
  );
  await deliver(store, smtp, after(60));
  expect(await states(store)).toEqual([{ state: "failed", reason: "server", attempts: 3, last_error: "550 no" }]);
  expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
});

it("goes on trying for more than three days", async () => {
  const { store } = await invited((w) => [w.people.participantBa]);
  const smtp = server(Array(40).fill(busy));
  for (let hour = 0; hour <= 72; hour++) await deliver(store, smtp, after(hour * 60));
  expect((await states(store))[0]?.state).toBe("waiting");
  for (let hour = 73; hour <= 110; hour++) await deliver(store, smtp, after(hour * 60));
  expect((await states(store))[0]?.state).toBe("failed");
});

it("sends nothing to somebody who was removed, left the group or was deactivated before they heard of it", async () => {
  const { store, w } = await invited(({ people }) => [people.participantBa, people.speakerBa, people.participantAl]);
  const ended = { ended_at: now.toISOString() };
  const removed = { removed_at: now.toISOString() };
  await writeTransaction(store, async (db) => {
    await db.updateTable("session_person").set(removed).where("account_id", "=", w.people.participantBa).execute();
    await db.updateTable("membership").set(ended).where("account_id", "=", w.people.speakerBa).execute();
    await db.updateTable("account").set({ status: "deactivated" }).where("id", "=", w.people.participantAl).execute();
  });
  const smtp = server();
  await deliver(store, smtp, now);
  const dropped = { state: "dropped", reason: "not-allowed", attempts: 0, last_error: "" };
  expect([smtp.mails, await states(store)]).toEqual([[], [dropped, dropped, dropped]]);
});

it("takes over from a worker that died, when its lease has run out", async () => {
  const { store } = await invited((w) => [w.people.participantBa]);
  const dead = { state: "sending" as const, attempts: 1, lease_until: after(5).toISOString() };
  await writeTransaction(store, (db) => db.updateTable("outbox").set(dead).execute());
  const smtp = server();
  await deliver(store, smtp, now);
  expect(smtp.mails).toHaveLength(0);
  await deliver(store, smtp, after(5.1));
  expect(smtp.mails).toHaveLength(1);
});

it("takes one mail at a time, and none when it is stopped: what is left is free for the next worker", async () => {
  const { store } = await invited((w) => [w.people.participantBa, w.people.speakerBa]);
  let stopped = false;
  const smtp = server();
  const send = smtp.send;
  smtp.send = (mail) => {
    stopped = true;
    return send(mail);
  };
  expect(
    await sendDue(
      store,
      outgoing,
      smtp,
      () => now,
      () => stopped,
    ),
  ).toBe(1);
  expect((await states(store)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ["sent", 1],
    ["waiting", 0],
  ]);
  expect(await deliver(store, smtp, now)).toBe(1);
});

it("keeps mails where there is no server; with one, those still true go out once, resets too", async () => {
  const { store, w } = await invited((w) => [w.people.participantBa, w.people.speakerBa]);
  await askReset(store, w.people.participantBa, "1");
  await askReset(store, w.people.participantAl, "2", after(-3000));
  await sendDue(store, outgoing, nobody, () => now);
  expect((await states(store)).map(({ state }) => state)).toEqual(["dropped", "kept", "kept", "kept"]);
  const left = { removed_at: now.toISOString() };
  await writeTransaction(store, (db) =>
    db.updateTable("session_person").set(left).where("account_id", "=", w.people.speakerBa).execute(),
  );
  await releaseKept(store, after(60));
  const smtp = server();
  await deliver(store, smtp, after(60));
  await releaseKept(store, after(61));
  await deliver(store, smtp, after(61));
  const sent = smtp.mails.map(
    ({ subject, to }) => `${String(subject).split(":")[0]} to ${(to as { name: string }).name}`,
  );
  // Who was read the invitation out and then taken out is told that they are not expected.
  expect(sent.sort()).toEqual([
    "Invitation to participantBa",
    "No longer invited to speakerBa",
    "Setting a new password to participantBa",
  ]);
});

it("mints the link of a reset when sending, and stores its hash alone", async () => {
  const store = testStore();
  const w = await world(store);
  await askReset(store, w.people.participantBa, "1");
  const smtp = server();
  await deliver(store, smtp, now);
  const [token = ""] = tokens(smtp);
  const stored = await store.read.selectFrom("password_reset").selectAll().executeTakeFirstOrThrow();
  expect(stored.token_hash).toBe(sha256(token));
  expect(JSON.stringify(await store.read.selectFrom("outbox").selectAll().execute())).not.toContain(token);
});

it("writes a mail once, and mints for none that is not sent", async () => {
  const { store, w, session } = await invited((w) => [w.people.participantBa, w.people.speakerBa]);
  await writeTransaction(store, (db) =>
    db
      .updateTable("session_person")
      .set({ removed_at: now.toISOString() })
      .where("account_id", "=", w.people.speakerBa)
      .execute(),
  );
  const written: string[] = [];
  const counting = outgoing.mails.map((mail) => ({
    ...mail,
    write: (...asked: Parameters<typeof mail.write>) => {
      written.push(String(asked[2].recipient_id));
      return mail.write(...asked);
    },
  }));
  await sendDue(store, { ...outgoing, mails: counting }, server(), () => now);
  expect(written.sort()).toEqual([w.people.participantBa, w.people.speakerBa].sort());
  const minted = await store.read.selectFrom("answer_link").select(["session_id", "account_id"]).execute();
  expect(minted).toEqual([{ session_id: session, account_id: w.people.participantBa }]);
});

it("leaves the link of every attempt at a mail valid, until another one is asked for", async () => {
  const store = testStore();
  const w = await world(store);
  await askReset(store, w.people.participantBa, "1");
  const smtp = server([unknown, busy]);
  await deliver(store, smtp, now);
  await deliver(store, smtp, after(2));
  await deliver(store, smtp, after(10));
  const opens = (token: string) => findReset(store.read, token, after(11)).then((found) => found !== undefined);
  expect(await Promise.all(tokens(smtp).map(opens))).toEqual([true, true, true]);
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(1);
  await askReset(store, w.people.participantBa, "2", after(12));
  await deliver(store, smtp, after(12));
  expect(await Promise.all(tokens(smtp).map(opens))).toEqual([false, false, false, true]);
});

const tokens = (smtp: ReturnType<typeof server>) =>
  smtp.mails.map(({ text }) => /reset\/([\w-]+)/.exec(String(text))?.[1] ?? "");

it.each([
  ["of another release", { template: "session-sung" }, { reason: "unknown-kind", last_error: "session-sung" }],
  ["that cannot be written", { parameters: "[]", template: "token-made" }, { reason: "unwritable" }],
])("lets a mail %s fail alone, says why, and sends those behind it", async (_what, broken, said) => {
  const { store, w, session } = await invited((w) => [w.people.participantBa]);
  await writeTransaction(store, (db) => db.updateTable("outbox").set(broken).execute());
  await invite(store, w, session, [w.people.speakerBa], after(1));
  await writeTransaction(store, (db) => aSessionPerson(db, { session_id: session, account_id: w.people.speakerBa }));
  const smtp = server();
  expect(await deliver(store, smtp, after(1))).toBe(2);
  expect(smtp.mails.map(({ to }) => to)).toEqual([{ name: "speakerBa", address: "speakerba@test.example" }]);
  const [first, second] = await states(store);
  expect(first).toMatchObject({ state: "failed", attempts: 1, ...said });
  expect(first?.last_error).not.toBe("");
  expect(second).toEqual({ state: "sent", reason: "", attempts: 1, last_error: "" });
  const { mails: listed } = await findOutbox(store.read, await w.actor(w.people.organiser), w.groupId, outgoing, list);
  expect(listed.map(({ to, hidden, state, reason }) => [to, hidden, state, reason]).sort()).toEqual([
    ["participantba@test.example", "unwritable", "failed", said.reason],
    ["speakerBa", null, "sent", ""],
  ]);
});

it("sends a session to whoever reads the mailbox of the installation, without inviting its own organiser", async () => {
  const { store } = await invited((w) => [w.people.participantBa]);
  const site = { ...outgoing.site, mailFrom: "ParticipantBa@test.example" };
  const smtp = server();
  await sendDue(store, { ...outgoing, site }, smtp, () => now);
  expect((await states(store)).map(({ state }) => state)).toEqual(["sent"]);
  expect([smtp.mails[0]?.icalEvent, String(smtp.mails[0]?.subject).split(":")[0]]).toEqual([undefined, "Invitation"]);
});
