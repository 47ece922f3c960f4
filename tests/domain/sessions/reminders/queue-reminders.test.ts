import { expect, it } from "vitest";
import type { ReminderKind } from "#app/domain/mail/mail-choice.ts";
import { chooseMails } from "#app/domain/people/choose-mails.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { type ChangeSession, changeSession } from "#app/domain/sessions/change-session.server.ts";
import { queueReminders } from "#app/domain/sessions/reminders/queue-reminders.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { busy, deliver, server } from "#tests/domain/outbox/mail-server.ts";
import { changeInput, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore, writing } from "#tests/support/store.ts";

/** The session is on 4 November 2026 from eight to nine in UTC. */
const at = (text: string) => new Date(`2026-11-${text}:00.000Z`);
const early = new Date("2026-10-20T08:00:00.000Z");

async function told() {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { delegateIds: [w.people.participantBa], interpreterId: null }, early);
  const smtp = server();
  await deliver(w.store, smtp, new Date(early.getTime() + 600_000));
  const queued = (now: Date) => queueReminders(w.store, now);
  const subjects = async (now: Date, box = smtp) => {
    const before = box.mails.length;
    await deliver(w.store, box, now);
    return box.mails
      .slice(before)
      .map(({ to, subject }) => `${(to as { name: string }).name}: ${String(subject).split(",")[0]}`)
      .sort();
  };
  /** Who is written to when the server looks at a moment. */
  const reminded = async (now: Date) => {
    await queued(now);
    return subjects(now);
  };
  const choose = async (who: string, ...reminders: ReminderKind[]) =>
    chooseMails(w.store, await w.actor(who), { reminders, news: "at-once" }, early);
  return { w, id, smtp, queued, subjects, reminded, choose };
}

const change = async (w: SessionWorld, id: string, other: Partial<ChangeSession>, now: Date) =>
  changeSession(w.store, w.organiser, await changeInput(w, id, other), now);

const title = "Bilateral session with the delegation of Bosnia and Herzegovina";
const [soon, afterwards] = [`Reminder: ${title}`, `What was said: ${title}`];
const both = (subject: string) => [`consultant: ${subject}`, `participantBa: ${subject}`];

it("reminds a day and an hour before, and asks afterwards, each once however often it looks", async () => {
  const { reminded, smtp } = await told();
  expect(await reminded(at("03T07:59"))).toEqual([]);
  expect(await reminded(at("03T08:00"))).toEqual(both(soon));
  expect(String(smtp.mails.at(-1)?.text)).toContain("This session begins within a day.");
  expect(smtp.mails.at(-1)?.icalEvent).toBeUndefined();
  expect(await reminded(at("03T08:01"))).toEqual([]);
  expect(await reminded(at("04T07:00"))).toEqual(both(soon));
  expect(String(smtp.mails.at(-1)?.text)).toContain("This session begins within an hour.");
  expect(await reminded(at("04T08:00"))).toEqual([]);
  expect(await reminded(at("04T11:00"))).toEqual(both(afterwards));
  expect(String(smtp.mails.at(-1)?.text)).toMatch(/\/contributions\/new\?session=\w+/);
  expect(await reminded(at("04T12:00"))).toEqual([]);
});

it("does not catch up with what is over, also after a week of silence", async () => {
  const { reminded } = await told();
  expect(await reminded(at("11T08:00"))).toEqual([]);
});

it("says it once where two moments were missed", async () => {
  const { reminded } = await told();
  expect(await reminded(at("04T07:30"))).toEqual(both(soon));
  expect(await reminded(at("04T07:40"))).toEqual([]);
});

it("follows a move, and leaves out what would come after the news of it", async () => {
  const { w, id, reminded, subjects, queued } = await told();
  expect(await reminded(at("03T08:00"))).toHaveLength(2);
  await change(w, id, { date: "2026-11-05" }, at("03T09:00"));
  expect(await subjects(at("03T09:10"))).toHaveLength(2);
  expect(await reminded(at("03T10:00"))).toEqual([]);
  expect(await reminded(at("04T07:30"))).toEqual([]);
  expect(await reminded(at("04T08:00"))).toEqual(both(soon));
  await change(w, id, { date: "2026-11-05", time: "08:00" }, at("05T05:50"));
  expect(await subjects(at("05T05:55"))).toHaveLength(2);
  expect(await queued(at("05T06:01"))).toBe(2);
  expect(await queued(at("05T06:02"))).toBe(0);
});

it("leaves out who was invited after its moment, and those whose invitation went out after it", async () => {
  const { w, id, reminded, subjects } = await told();
  const people = { delegateIds: [w.people.participantBa, w.people.speakerBa] };
  await change(w, id, people, at("03T12:00"));
  expect(await subjects(at("03T12:10"))).toHaveLength(1);
  expect(await reminded(at("03T12:20"))).toEqual(both(soon));
  expect(await reminded(at("04T07:00"))).toEqual([...both(soon), `speakerBa: ${soon}`]);
});

it("is not sent when it is not true any more: cancelled, moved, begun, unwanted, not expected", async () => {
  const reasons = async (make: (t: Awaited<ReturnType<typeof told>>) => Promise<unknown>, then = at("04T07:10")) => {
    const prepared = await told();
    await prepared.queued(at("04T07:00"));
    await make(prepared);
    await prepared.subjects(then);
    const rows = prepared.w.store.read.selectFrom("outbox").select(["state", "reason"]);
    const found = await rows.where("template", "=", "reminder-before").execute();
    return [...new Set(found.map(({ state, reason }) => `${state} ${reason}`))].sort();
  };
  expect(await reasons(async () => null)).toEqual(["sent "]);
  expect(
    await reasons(({ w, id }) => cancelSession(w.store, w.organiser, { sessionId: id, reason: "x" }, at("04T07:01"))),
  ).toEqual(["dropped over"]);
  expect(await reasons(({ w, id }) => change(w, id, { time: "10:00" }, at("04T07:01")))).toEqual(["dropped replaced"]);
  expect(await reasons(async () => null, at("04T08:00"))).toEqual(["dropped over"]);
  expect(await reasons(({ w, choose }) => choose(w.people.participantBa, "day"))).toEqual([
    ...["dropped unwanted", "sent "],
  ]);
  const leave = ({ w }: Awaited<ReturnType<typeof told>>) =>
    writing(w.store)
      .updateTable("membership")
      .set({ ended_at: at("04T07:01").toISOString() })
      .where("account_id", "=", w.people.participantBa)
      .execute();
  expect(await reasons(leave)).toEqual(["dropped not-allowed", "sent "]);
});

it("goes to those who want it and come", async () => {
  const { w, id, reminded, choose } = await told();
  await choose(w.people.consultant);
  expect(await reminded(at("03T08:00"))).toEqual([`participantBa: ${soon}`]);
  await choose(w.people.consultant, "after");
  const session = await findSessionFacts(w.store.read, w.organiser, id);
  const answer = { sessionId: id, answer: "declined" as const, comment: "", time: timeOf(session) };
  await answerInvitation(w.store, await w.actor(w.people.participantBa), answer, at("03T09:00"));
  expect(await reminded(at("04T07:00"))).toEqual([]);
  expect(await reminded(at("04T11:00"))).toEqual([`consultant: ${afterwards}`]);
});

it("is sent again with the same Message-ID until the server has it", async () => {
  const { w, queued } = await told();
  await queued(at("03T08:00"));
  const smtp = server([busy, busy]);
  await deliver(w.store, smtp, at("03T08:00"));
  const state = async () => {
    const rows = w.store.read.selectFrom("outbox").select("state").where("template", "=", "reminder-before");
    return (await rows.execute()).map((row) => row.state);
  };
  expect(await state()).toEqual(["waiting", "waiting"]);
  await deliver(w.store, smtp, at("03T08:05"));
  expect(await state()).toEqual(["sent", "sent"]);
  const ids = smtp.mails.map(({ messageId }) => messageId);
  expect([ids.length, new Set(ids).size]).toEqual([4, 2]);
});
