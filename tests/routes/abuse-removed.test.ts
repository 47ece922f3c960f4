import { afterEach, beforeEach, expect, it } from "vitest";
import { changeMembership, endMembership } from "#app/domain/people/change-membership.server.ts";
import { paths } from "#app/paths.ts";
import type { Verdict } from "#tests/routes/answers.ts";
import { type Ask, ask, verdict } from "#tests/routes/asking.ts";
import { type Asker, askers, openTarget, type Target } from "#tests/routes/target.ts";
import { commits } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

/** What somebody may have open, bookmarked or waiting in a mail program: each by its address. */
function open({ things, w }: Target): Record<string, string> {
  const { session, item, action } = things;
  return {
    session: paths.session(session),
    calendar: paths.sessionCalendar(session),
    answer: paths.sessionAnswer(session),
    minutes: paths.minutes(session),
    docx: paths.minutesDocx(session),
    pdf: paths.minutesPdf(session, "mine"),
    attendance: paths.attendance(session),
    action: paths.action(action),
    question: paths.question(item),
    "question as a table": paths.questionCsv(item, { as: "mine" }),
    "question as a document": paths.questionDocx(item),
    round: paths.round(w.roundId),
    "questions of the round": paths.roundQuestions(w.roundId),
    "minutes of the round": paths.roundMinutesDocx(w.roundId),
    availability: paths.availability(w.roundId),
    record: paths.contribution(things.record),
    draft: paths.contributionEdit(things.draft),
  };
}

async function statuses(asker: Asker): Promise<Record<string, Verdict>> {
  const found: Record<string, Verdict> = {};
  for (const [name, address] of Object.entries(open(target))) found[name] = verdict(await ask(target, asker, address));
  return found;
}

const allWith = (status: Verdict) => Object.fromEntries(Object.keys(open(target)).map((name) => [name, status]));

async function membershipOf(asker: Exclude<Asker, "anonymous">): Promise<string> {
  const account = target.w.people[askers[asker] as keyof Target["w"]["people"]];
  const row = await target.store.read
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", account)
    .where("group_id", "=", target.w.groupId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function remove(asker: Exclude<Asker, "anonymous">): Promise<void> {
  const organiser = await target.w.actor(target.w.people.organiser);
  await endMembership(target.store, organiser, { membershipId: await membershipOf(asker) });
}

async function become(
  asker: Exclude<Asker, "anonymous">,
  role: "participant" | "observer",
  beneficiaryId: string | null,
) {
  const organiser = await target.w.actor(target.w.people.organiser);
  const standing = { role, beneficiaryId, institutionId: null, speaks: false };
  await changeMembership(target.store, organiser, { membershipId: await membershipOf(asker), ...standing });
}

it("leaves a removed member nothing that was open a moment before", async () => {
  expect(await statuses("participant")).toEqual(allWith(200));
  await remove("participant");
  expect(await statuses("participant")).toEqual(allWith(404));
});

it("takes nothing from a removed member that they had open to write in", async () => {
  const { session, item, action, amendment, draft } = target.things;
  await remove("participant");
  const before = await commits(target.store);
  const answer = { answer: "accepted", time: "2099-11-06T08:00:00.000Z/2099-11-06T09:00:00.000Z" };
  const text = { body: "Something else", revision: "0" };
  const forms: [string, Ask["form"]][] = [
    [paths.sessionAnswer(session), answer],
    [paths.newAmendment(session, item), text],
    [paths.amendment(session, amendment), { decision: "refused", reason: "Not said." }],
    [paths.action(action), { state: "done", revision: "1" }],
    [paths.ownAttendance(session), { state: "present" }],
    [paths.availability(target.w.roundId), { busy: "2099-11-05T09:00" }],
    [paths.contributionEdit(draft), { title: "Mine", summary: "One.", kind: "need", language: "en", intent: "submit" }],
    [paths.newContribution(), { title: "New", summary: "One.", kind: "need", language: "en", sessionId: session }],
  ];
  for (const [address, form] of forms) {
    expect([address, verdict(await ask(target, "participant", address, { form }))]).toEqual([address, 404]);
  }
  expect(await commits(target.store)).toBe(before);
});

it("ends the link of a mail and the calendar of a removed member, for whoever has the secret", async () => {
  const { answerToken, feedSecret } = target.things;
  const links = async () => [
    verdict(await ask(target, "anonymous", paths.answer(answerToken))),
    verdict(await ask(target, "anonymous", paths.calendarFeed(`${feedSecret}.ics`))),
  ];
  expect(await links()).toEqual([200, 200]);
  await remove("participant");
  await remove("observer");
  expect(await links()).toEqual([404, 404]);
});

it("keeps what a removed member was to do with the session that agreed on it, for those who run it", async () => {
  const { action } = target.things;
  await remove("participant");
  const { status, body } = await ask(target, "organiser", paths.action(action));
  expect([status, body.includes("participantBa")]).toEqual([200, true]);
});

const ofSession = ["session", "calendar", "answer", "minutes", "docx", "pdf", "attendance"] as const;

it("closes the sessions of before to somebody of another delegation", async () => {
  await become("participant", "participant", target.w.beneficiaries.al);
  const found = await statuses("participant");
  for (const name of [...ofSession, "question", "question as a table", "question as a document"]) {
    expect([name, found[name]]).toEqual([name, 404]);
  }
  expect(found.round).toBe(200);
});

it("closes the sessions of before to a consultant who is an observer now", async () => {
  expect((await statuses("consultant")).minutes).toBe(200);
  await become("consultant", "observer", null);
  const found = await statuses("consultant");
  for (const name of [...ofSession, "record", "question"]) expect([name, found[name]]).toEqual([name, 404]);
});
