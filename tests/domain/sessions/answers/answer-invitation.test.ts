import { expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson, answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { findSessionAnswers } from "#app/domain/sessions/answers/find-session-answers.server.ts";
import {
  countOwnUnanswered,
  countUnanswered,
  findOwnUnanswered,
  findUnanswered,
} from "#app/domain/sessions/answers/unanswered.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { changeInput, now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

type Person = "participantBa" | "speakerBa" | "participantAl" | "consultant" | "secondConsultant" | "organiser";

/** A session with both members of one delegation, a consultant and the interpreter, beside one of another. */
async function invited() {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  const neighbour = await schedule(w, { beneficiaryId: w.beneficiaries.al, interpreterId: null, date: "2026-11-05" });
  return { w, id, neighbour: neighbour.id };
}

async function answering(w: SessionWorld, sessionId: string, who: Person, more: { comment?: string; at?: Date } = {}) {
  const session = await findSessionFacts(w.store.read, w.organiser, sessionId);
  const input = { sessionId, answer: "accepted" as const, comment: more.comment ?? "", time: timeOf(session) };
  return answerInvitation(w.store, await w.actor(w.people[who]), input, more.at ?? now);
}

/** What somebody sees of the answers, by name. */
async function seen(w: SessionWorld, sessionId: string, who: Person, at = now) {
  const session = await findSessionFacts(w.store.read, w.organiser, sessionId);
  const answers = await findSessionAnswers(w.store.read, await w.actor(w.people[who]), session, at);
  return {
    own: answers.own && [answers.own.answer?.answer ?? null, answers.own.isAwaited],
    everybody: answers.everybody?.map(
      ({ person, answer, isAwaited }) =>
        `${person.name}: ${answer ? `${answer.answer} ${answer.way} ${answer.comment}` : "-"}${isAwaited ? "?" : ""}`,
    ),
  };
}

it("shows an answer to whoever gave it and to those who run the session, the comment to organisers alone", async () => {
  const { w, id, neighbour } = await invited();
  await answering(w, id, "participantBa", { comment: "Ten minutes late." });
  const all = ["consultant: -?", "interpreter: -?", "participantBa: accepted page ", "speakerBa: -?"];
  expect(await seen(w, id, "participantBa")).toEqual({ own: ["accepted", false], everybody: undefined });
  expect(await seen(w, id, "speakerBa")).toEqual({ own: [null, true], everybody: undefined });
  expect(await seen(w, id, "consultant")).toEqual({ own: [null, true], everybody: all });
  expect(await seen(w, id, "organiser")).toEqual({
    own: null,
    everybody: all.map((line) => line.replace("page ", "page Ten minutes late.")),
  });
  expect(await seen(w, id, "secondConsultant")).toEqual({ own: null, everybody: undefined });
  expect((await countUnanswered(w.store.read, [id, neighbour], now)).get(id)).toBe(3);
  expect((await countUnanswered(w.store.read, [id, neighbour], now)).get(neighbour)).toBe(3);
});

it("keeps an answer that was replaced", async () => {
  const { w, id } = await invited();
  await answering(w, id, "participantBa", { comment: "First." });
  await answering(w, id, "participantBa", { comment: "Second.", at: new Date(now.getTime() + 60_000) });
  const rows = await w.store.read
    .selectFrom("session_answer")
    .select(["comment", "replaced_at", "way", "sequence", "lapsed"])
    .orderBy("at")
    .execute();
  const row = { way: "page", sequence: 0, lapsed: null };
  expect(rows).toEqual([
    { ...row, comment: "First.", replaced_at: "2026-10-01T08:01:00.000Z" },
    { ...row, comment: "Second.", replaced_at: null },
  ]);
});

it("asks anew when the session was moved, and shows the answer to the earlier time; not when a text changed", async () => {
  const { w, id } = await invited();
  await answering(w, id, "participantBa");
  await changeSession(w.store, w.organiser, await changeInput(w, id, { language: "en" }), now);
  expect((await seen(w, id, "participantBa")).own).toEqual(["accepted", false]);
  await changeSession(w.store, w.organiser, await changeInput(w, id, { time: "11:00" }), now);
  expect((await seen(w, id, "participantBa")).own).toEqual(["accepted", true]);
  const actor = await w.actor(w.people.participantBa);
  const session = await findSessionFacts(w.store.read, actor, id);
  const { own } = await findSessionAnswers(w.store.read, actor, session, now);
  expect([own?.answer?.isEarlier, own?.answer?.startsAt]).toEqual([true, "2026-11-04T08:00:00.000Z"]);
  // Back at the first time it is another invitation all the same.
  await changeSession(w.store, w.organiser, await changeInput(w, id, { time: "09:00" }), now);
  expect((await seen(w, id, "participantBa")).own).toEqual(["accepted", true]);
});

it("asks somebody anew who was taken out and invited again", async () => {
  const { w, id } = await invited();
  await answering(w, id, "participantBa");
  const { participantBa, speakerBa } = w.people;
  await changeSession(w.store, w.organiser, await changeInput(w, id, { delegateIds: [speakerBa] }), now);
  await expect(answering(w, id, "participantBa")).rejects.toThrow(NotFound);
  expect(await findUnanswered(w.store.read, id, now)).not.toContain(participantBa);
  await changeSession(w.store, w.organiser, await changeInput(w, id, { delegateIds: [participantBa, speakerBa] }), now);
  expect((await seen(w, id, "participantBa")).own).toEqual([null, true]);
});

it("refuses what answers another time, a session that is off or over, and an identity number", async () => {
  const { w, id } = await invited();
  const actor = await w.actor(w.people.participantBa);
  const time = timeOf(await findSessionFacts(w.store.read, actor, id));
  const input = { sessionId: id, answer: "declined" as const, comment: "", time };
  const send = (more: object, at = now) => answerInvitation(w.store, actor, { ...input, ...more }, at);
  await expect(send({ time: time.replace("T08", "T07") })).rejects.toThrow("answers.movedMeanwhile");
  await expect(send({ comment: "0101990170003" })).rejects.toThrow("guard.blocked");
  await expect(send({}, new Date("2026-11-04T09:00:00.000Z"))).rejects.toThrow("answers.isOver");
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "Illness." }, now);
  await expect(send({})).rejects.toThrow("answers.isCancelled");
  expect(await w.store.read.selectFrom("session_answer").selectAll().execute()).toEqual([]);
});

it("lets only those answer who are invited", async () => {
  const { w, id } = await invited();
  await expect(answering(w, id, "organiser")).rejects.toThrow(Forbidden);
  await expect(answering(w, id, "participantAl")).rejects.toThrow(NotFound);
  await expect(answering(w, id, "secondConsultant")).rejects.toThrow(NotFound);
});

it("lets an organiser enter what somebody answered, with the name of who did", async () => {
  const { w, id } = await invited();
  const { participantBa, participantAl, consultant } = w.people;
  const time = timeOf(await findSessionFacts(w.store.read, w.organiser, id));
  const input = { sessionId: id, answer: "declined" as const, comment: "On the phone.", time };
  await answerForPerson(w.store, w.organiser, { ...input, accountId: participantBa }, now);
  const all = (await seen(w, id, "organiser")).everybody;
  expect(all?.find((line) => line.startsWith("participantBa"))).toBe("participantBa: declined proxy On the phone.");
  const own = await findSessionFacts(w.store.read, w.organiser, id);
  const { everybody } = await findSessionAnswers(w.store.read, w.organiser, own, now);
  expect(everybody?.find(({ person }) => person.accountId === participantBa)?.answer?.by).toBe("organiser");
  await expect(answerForPerson(w.store, w.organiser, { ...input, accountId: participantAl }, now)).rejects.toThrow(
    NotFound,
  );
  const leads = await w.actor(consultant);
  await expect(answerForPerson(w.store, leads, { ...input, accountId: participantBa }, now)).rejects.toThrow(Forbidden);
});

it("lists and counts the same invitations that wait for somebody's answer", async () => {
  const { w, id, neighbour } = await invited();
  const waiting = async (who: Person, at = now) => {
    const actor = await w.actor(w.people[who]);
    const listed = (await findOwnUnanswered(w.store.read, actor, at)).map((one) => one.id);
    const counted = (await countOwnUnanswered(w.store.read, actor, at)).map(({ group_id, n }) => [group_id, n]);
    expect(counted).toEqual(listed.length > 0 ? [[w.groupId, listed.length]] : []);
    return listed;
  };
  expect(await waiting("consultant")).toEqual([id, neighbour]);
  expect(await waiting("participantAl")).toEqual([neighbour]);
  expect(await waiting("organiser")).toEqual([]);
  await answering(w, id, "consultant");
  expect(await waiting("consultant")).toEqual([neighbour]);
  expect(await waiting("participantAl", new Date("2026-11-06T00:00:00.000Z"))).toEqual([]);
});
