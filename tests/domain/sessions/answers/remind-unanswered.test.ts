import { expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { remindUnanswered } from "#app/domain/sessions/answers/remind-unanswered.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { after, deliver, server } from "#tests/domain/outbox/mail-server.ts";
import { schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

async function told() {
  const w = await sessionWorld(testStore());
  const { participantBa, speakerBa } = w.people;
  const { id } = await schedule(w, { delegateIds: [participantBa, speakerBa], interpreterId: null }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  const answer = async (who: string, at = after(1)) => {
    const session = await findSessionFacts(w.store.read, w.organiser, id);
    const input = { sessionId: id, answer: "accepted" as const, comment: "", time: timeOf(session) };
    return answerInvitation(w.store, await w.actor(who), input, at);
  };
  const remind = (at: Date) => remindUnanswered(w.store, w.organiser, { sessionId: id }, at);
  const reminded = async (at: Date) => {
    const before = smtp.mails.length;
    await deliver(w.store, smtp, at);
    return smtp.mails.slice(before).map(({ to, subject }) => `${(to as { name: string }).name}: ${subject}`);
  };
  return { w, id, smtp, answer, remind, reminded };
}

const subject =
  "Please answer: Bilateral session with the delegation of Bosnia and Herzegovina, Wednesday 4 November 2026, 09:00, Sarajevo (UTC+1)";

it("writes to those who have not answered, at most once a day, with links that answer and without a calendar", async () => {
  const { w, smtp, answer, remind, reminded } = await told();
  await answer(w.people.participantBa);
  expect((await remind(after(2))).reminded).toBe(2);
  expect((await reminded(after(3))).sort()).toEqual([`consultant: ${subject}`, `speakerBa: ${subject}`]);
  expect(smtp.mails.at(-1)?.icalEvent).toBe(undefined);
  expect(String(smtp.mails.at(-1)?.text)).toMatch(/\/answers\/ans_[\w-]{43}\?answer=accepted/);
  await expect(remind(after(60))).rejects.toThrow("answers.allReminded");
  expect((await remind(after(24 * 60 + 3))).reminded).toBe(2);
});

it("does not write to whoever answered meanwhile, nor about a session that has ended", async () => {
  const { w, answer, remind, reminded } = await told();
  await remind(after(2));
  await answer(w.people.consultant, after(2));
  expect((await reminded(after(3))).sort()).toEqual([`participantBa: ${subject}`, `speakerBa: ${subject}`]);
  await answer(w.people.participantBa, after(4));
  await answer(w.people.speakerBa, after(4));
  await expect(remind(after(3000))).rejects.toThrow("answers.nobodyToRemind");
  await expect(remind(new Date("2026-11-04T09:00:00.000Z"))).rejects.toThrow("answers.isOver");
});

it("is for organisers alone", async () => {
  const { w, id } = await told();
  const as = async (who: string) => remindUnanswered(w.store, await w.actor(who), { sessionId: id }, after(2));
  await expect(as(w.people.consultant)).rejects.toThrow(Forbidden);
  await expect(as(w.people.participantAl)).rejects.toThrow(NotFound);
});
