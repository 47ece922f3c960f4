import { expect, it } from "vitest";
import { findReviews } from "#app/domain/home/awaited-lists.server.ts";
import { countAwaiting } from "#app/domain/home/count-awaiting.server.ts";
import { findNextReview } from "#app/domain/home/next-review.server.ts";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sure } from "#app/sure.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { changeInput, now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { aContribution, aSharingRequest } from "#tests/support/factories/contributions.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("gives each person what waits for that person", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { date: "2026-11-05" });
  await schedule(w, { beneficiaryId: w.beneficiaries.al, interpreterId: null });
  const own = await record(w, w.people.participantBa, "draft", "Mine");
  await record(w, w.people.speakerBa, "draft", "Not for others");
  const asked = await record(w, w.people.participantBa, "complete", "Shared?");
  await ask(w, asked);
  await failedMail(w, w.groupId);
  await failedMail(w, w.otherGroupId);
  const awaits = async (accountId: string) => {
    const found = whatAwaitsView(
      await findWhatAwaits(w.store.read, await w.actor(accountId), w.groupId, now),
      viewer(),
    );
    return {
      sessions: [found.next, ...found.others].map((session) => session?.beneficiary ?? null),
      unanswered: found.unanswered.map((session) => session.beneficiary),
      missing: found.round?.unanswered ?? null,
      drafts: found.drafts.contributions.map(({ title }) => title),
      requests: found.requests.map(({ title }) => title),
      round: found.round?.title ?? null,
      failedMails: found.failedMails,
    };
  };
  const nothing = { drafts: [], requests: [], round: null, missing: null, failedMails: 0 };
  expect(await awaits(w.people.participantBa)).toEqual({
    ...nothing,
    sessions: ["Bosnia and Herzegovina"],
    unanswered: ["Bosnia and Herzegovina"],
    drafts: ["Mine"],
  });
  expect(await awaits(w.people.speakerBa)).toEqual({
    ...nothing,
    sessions: ["Bosnia and Herzegovina"],
    unanswered: ["Bosnia and Herzegovina"],
    drafts: ["Not for others"],
    requests: ["Shared?"],
  });
  expect(await awaits(w.people.speakerAl)).toEqual({
    ...{ ...nothing, sessions: ["Albania"], unanswered: ["Albania"] },
  });
  expect(await awaits(w.people.consultant)).toEqual({
    ...nothing,
    sessions: ["Albania", "Bosnia and Herzegovina"],
    unanswered: ["Albania", "Bosnia and Herzegovina"],
  });
  expect(await awaits(w.people.observer)).toEqual({ ...nothing, sessions: [null], unanswered: [] });
  expect(await awaits(w.people.organiser)).toEqual({
    ...nothing,
    sessions: ["Albania", "Bosnia and Herzegovina"],
    unanswered: [],
    round: "November round",
    missing: 7,
    failedMails: 1,
  });
  expect(own).not.toBe(asked);
});

it("says what somebody answered to the next session, as long as it stands", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const ownAnswer = async (accountId: string) =>
    (await findWhatAwaits(w.store.read, await w.actor(accountId), w.groupId, now)).ownAnswer;
  const { participantBa, speakerBa, organiser } = w.people;
  expect(await ownAnswer(participantBa)).toBeNull();
  const session = await findSessionFacts(w.store.read, w.organiser, id);
  const input = { sessionId: id, answer: "tentative" as const, comment: "", time: timeOf(session) };
  await answerInvitation(w.store, await w.actor(participantBa), input, now);
  expect([await ownAnswer(participantBa), await ownAnswer(speakerBa), await ownAnswer(organiser)]).toEqual([
    "tentative",
    null,
    null,
  ]);
  await changeSession(w.store, w.organiser, await changeInput(w, id, { date: "2026-11-05" }), now);
  expect(await ownAnswer(participantBa)).toBeNull();
});

it("is about all groups, and names each where there are several", async () => {
  const w = await sessionWorld(testStore());
  const { consultant, participantBa, otherParticipantBa, otherConsultant } = w.people;
  const inOther = { group_id: w.otherGroupId, account_id: consultant, role: "organiser" } as const;
  await writeTransaction(w.store, (db) => aMembership(db, inOther));
  await record(w, participantBa, "complete", "To check");
  await record(w, participantBa, "captured", "In a minute");
  await record(w, consultant, "captured", "My own");
  const other = { group_id: w.otherGroupId, beneficiary: "ba", delegation_id: w.beneficiaries.ba } as const;
  await writeTransaction(w.store, async (db) => {
    await aContribution(db, { ...other, author_id: otherParticipantBa, status: "checked", title: "To validate" });
    await aContribution(db, { ...other, author_id: otherParticipantBa, status: "complete", title: "For a consultant" });
    await aContribution(db, { ...other, author_id: consultant, status: "draft", title: "Begun there" });
    await aContribution(db, {
      ...other,
      author_id: consultant,
      status: "captured",
      title: "Brought in",
      external_id: "x",
      import_digest: "0".repeat(64),
    });
  });
  await failedMail(w, w.groupId);
  await failedMail(w, w.otherGroupId);

  const actor = await w.actor(consultant);
  const before = w.store.asked();
  const found = whatAwaitsView(await findWhatAwaits(w.store.read, actor, w.groupId, now), viewer());
  const statements = w.store.asked() - before;
  const lines = (list: (typeof found.reviews)[number]["contributions"] | undefined) =>
    list?.map(({ title, group, status }) => `${title} (${status}, ${group?.text ?? null})`).sort();
  expect(found.reviews.map(({ status, count, contributions }) => [status, count, lines(contributions)])).toEqual([
    ["complete", 1, ["To check (complete, release)"]],
    ["checked", 1, ["To validate (checked, training)"]],
  ]);
  expect(lines(found.drafts.contributions)).toEqual(["Begun there (draft, training)", "My own (captured, release)"]);
  expect([found.snapshots?.count, lines(found.snapshots?.contributions)]).toEqual([
    1,
    ["In a minute (captured, release)"],
  ]);
  expect(found.failedMails).toBe(1);
  expect([...(await countAwaiting(w.store.read, actor, now))].sort()).toEqual(
    [
      [w.groupId, 2],
      [w.otherGroupId, 2],
    ].sort(),
  );

  for (let at = 0; at < 5; at++) await record(w, participantBa, "complete", `Another ${at}`);
  const again = w.store.asked();
  const more = whatAwaitsView(await findWhatAwaits(w.store.read, actor, w.otherGroupId, now), viewer());
  expect([more.reviews[0]?.count, w.store.asked() - again <= statements + 2]).toEqual([6, true]);

  const alone = await findWhatAwaits(w.store.read, await w.actor(otherConsultant), w.otherGroupId, now);
  const names = whatAwaitsView(alone, viewer()).reviews.flatMap(({ contributions }) => lines(contributions));
  expect(names).toEqual(["For a consultant (complete, null)"]);
});

it("counts and lists a queue with as many statements however many wait, the longest first", async () => {
  const w = await sessionWorld(testStore());
  const actor = await w.actor(w.people.consultant);
  const listed = async () => {
    const before = w.store.asked();
    const [queue] = await findReviews(w.store.read, actor);
    const numbers = queue?.contributions.map(({ number }) => number);
    return { count: queue?.count, numbers, statements: w.store.asked() - before };
  };
  expect(await listed()).toEqual({ count: 0, numbers: [], statements: 1 });
  const at = (day: number) => ({ updated_at: `2026-09-${day}T08:00:00.000Z`, created_at: "2026-09-01T08:00:00.000Z" });
  const posted = await writeTransaction(w.store, async (db) => {
    const of = {
      group_id: w.groupId,
      author_id: w.people.participantBa,
      beneficiary: "ba",
      status: "complete",
    } as const;
    const ids = [];
    for (const day of [21, 30, 11, 22, 23, 24, 25, 26, 27]) {
      ids.push(await aContribution(db, { ...of, ...at(day), attribution: "person", title: "One" }));
    }
    return ids;
  });
  const oldest = await Promise.all([2, 0, 3, 4, 5, 6, 7, 8].map((place) => numberOf(w, sure(posted[place]))));
  expect(await listed()).toEqual({ count: 9, numbers: oldest, statements: 3 });
});

it("tells those who review nothing of no snapshots, and neither of drafts of others", async () => {
  const w = await sessionWorld(testStore());
  await record(w, w.people.participantBa, "captured", "In a minute");
  await record(w, w.people.participantBa, "draft", "Half a thought");
  const told: Record<string, unknown> = {};
  for (const who of ["speakerBa", "observer", "consultant", "organiser", "otherConsultant"] as const) {
    const { snapshots, reviews } = await findWhatAwaits(w.store.read, await w.actor(w.people[who]), w.groupId, now);
    told[who] = [snapshots?.count ?? null, reviews.map(({ count }) => count)];
  }
  expect(told).toEqual({
    speakerBa: [null, []],
    observer: [null, []],
    consultant: [1, [0]],
    organiser: [1, [0]],
    otherConsultant: [0, [0]],
  });
});

function record(
  w: SessionWorld,
  authorId: string,
  status: "draft" | "complete" | "captured",
  title: string,
): Promise<string> {
  const from = { group_id: w.groupId, author_id: authorId, beneficiary: "ba", delegation_id: w.beneficiaries.ba };
  return writeTransaction(w.store, (db) => aContribution(db, { ...from, status, title }));
}

async function ask(w: SessionWorld, contributionId: string): Promise<void> {
  const request = { contribution_id: contributionId, asked_by: w.people.consultant };
  await writeTransaction(w.store, (db) => aSharingRequest(db, request));
}

async function failedMail(w: SessionWorld, groupId: string): Promise<void> {
  await writeTransaction(w.store, (db) => aMail(db, { group_id: groupId, state: "failed" }));
}

it("says what comes next in the queues of a reviewer, and how many are left", async () => {
  const w = await sessionWorld(testStore());
  const [open, other] = [
    await record(w, w.people.participantBa, "complete", "First"),
    await record(w, w.people.speakerBa, "complete", "Second"),
  ];
  await record(w, w.people.participantBa, "draft", "Nobody's yet");
  await record(w, w.people.consultant, "complete", "One's own");
  const next = async (accountId: string, number: string) =>
    findNextReview(w.store.read, await w.actor(accountId), number);
  expect(await next(w.people.consultant, await numberOf(w, open))).toEqual({
    number: await numberOf(w, other),
    left: 1,
  });
  const before = w.store.asked();
  expect(await next(w.people.consultant, "REL-2020-NONE")).toMatchObject({ left: 2 });
  // Account, memberships, and the one queue of a consultant.
  expect(w.store.asked() - before).toBe(3);
  expect(await next(w.people.participantBa, await numberOf(w, open))).toBeNull();
});

async function numberOf(w: SessionWorld, id: string): Promise<string> {
  const row = w.store.read.selectFrom("contribution").select("number").where("id", "=", id);
  return (await row.executeTakeFirstOrThrow()).number;
}
