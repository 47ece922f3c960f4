import ICAL from "ical.js";
import { expect, it } from "vitest";
import type { Answer } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerByLink, findLinkedInvitation } from "#app/domain/sessions/answers/answer-links.server.ts";
import { findAnswers } from "#app/domain/sessions/answers/find-answers.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { after, deliver, server } from "#tests/domain/outbox/mail-server.ts";
import { changeInput, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore, writing } from "#tests/support/store.ts";

/** A session that one delegate, a consultant and an interpreter have been told of. */
async function told() {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { delegateIds: [w.people.participantBa] }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  return { w, id, smtp };
}

const toBa = (mails: readonly ComposedMail[]) =>
  mails.filter(({ to }) => (to as { name: string }).name === "participantBa");

function tokenIn(mail: ComposedMail | undefined): string {
  return /\/answers\/(ans_[\w-]{43})\?answer=declined/.exec(String(mail?.text))?.[1] ?? "";
}

async function answered(w: SessionWorld, id: string, token: string, answer: Answer, at = after(5)) {
  const time = timeOf(await findSessionFacts(w.store.read, w.organiser, id));
  return answerByLink(w.store, { token, answer, comment: "", time }, at);
}

function attendee(mail: ComposedMail | undefined) {
  const { content } = (mail?.icalEvent ?? { content: "" }) as { content: string };
  const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent");
  const property = event?.getFirstProperty("attendee");
  return [property?.getParameter("rsvp"), property?.getParameter("partstat")];
}

it("asks for an answer in words, by three links of the person's own, and in the calendar", async () => {
  const { smtp } = await told();
  const [mail] = toBa(smtp.mails);
  const token = tokenIn(mail);
  const links = Array.from(String(mail?.text).matchAll(/https:\/\/zbornik\.example(\/answers\/\S+)/g), ([, at]) => at);
  expect(links).toEqual(["accepted", "tentative", "declined"].map((answer) => `/answers/${token}?answer=${answer}`));
  expect(String(mail?.text)).toContain("An answer is needed: will you take part?");
  expect(String(mail?.text)).toContain("Answers given with the buttons of a calendar are not read.");
  expect(attendee(mail)).toEqual(["TRUE", "NEEDS-ACTION"]);
  const tokens = smtp.mails.map(tokenIn);
  expect([new Set(tokens).size, tokens.includes("")]).toEqual([3, false]);
});

it("names the mailbox that replies are read from as organiser, and says that calendars answer too", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { delegateIds: [w.people.participantBa] }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0), { mailReplyTo: "answers@zbornik.example" });
  const [mail] = toBa(smtp.mails);
  const { content } = (mail?.icalEvent ?? { content: "" }) as { content: string };
  expect(content.replaceAll("\r\n ", "")).toMatch(/ORGANIZER;CN="release":mailto:answers@zbornik\.example/i);
  expect(String(mail?.text)).toContain("The buttons of your mail program or calendar answer as well.");
});

it("stores the hash of a link alone, which shows the invitation and answers it", async () => {
  const { w, id, smtp } = await told();
  const token = tokenIn(toBa(smtp.mails)[0]);
  const rows = await w.store.read.selectFrom("answer_link").select("token_hash").execute();
  expect(rows.map(({ token_hash }) => token_hash.includes(token))).toEqual([false, false, false]);
  const found = await findLinkedInvitation(w.store.read, token, after(1));
  expect([found.session.id, found.person.name, found.answer]).toEqual([id, "participantBa", null]);
  await answered(w, id, token, "declined");
  const given = (await findAnswers(w.store.read, id)).get(w.people.participantBa);
  expect([given?.answer, given?.way, given?.by]).toEqual(["declined", "link", null]);
  // It can be changed by the same link.
  await answered(w, id, token, "accepted", after(6));
  expect((await findAnswers(w.store.read, id)).get(w.people.participantBa)?.answer).toBe("accepted");
});

it("tells whoever has answered that nothing is needed, unless the time changes", async () => {
  const { w, id, smtp } = await told();
  await answered(w, id, tokenIn(toBa(smtp.mails)[0]), "tentative");
  await changeSession(w.store, w.organiser, await changeInput(w, id, { language: "en" }), after(10));
  await deliver(w.store, smtp, after(20));
  const changed = toBa(smtp.mails)[1];
  expect(String(changed?.text)).toContain("You have answered: perhaps. Nothing is needed from you.");
  expect(attendee(changed)).toEqual(["TRUE", "TENTATIVE"]);
  await changeSession(w.store, w.organiser, await changeInput(w, id, { time: "11:00" }), after(30));
  await deliver(w.store, smtp, after(40));
  const moved = toBa(smtp.mails)[2];
  expect(String(moved?.text)).toContain("An answer to the new time is needed, also if you have answered before");
  expect(attendee(moved)).toEqual(["TRUE", "NEEDS-ACTION"]);
});

it("ends with the session, its cancellation and the invitation, and does not come back with another one", async () => {
  const { w, id, smtp } = await told();
  const token = tokenIn(toBa(smtp.mails)[0]);
  const opens = (at: Date) => findLinkedInvitation(w.store.read, token, at);
  await expect(opens(new Date("2026-11-04T09:00:00.000Z"))).rejects.toThrow(NotFound);
  const { participantBa, speakerBa } = w.people;
  const change = async (delegateIds: string[], minutes: number) =>
    changeSession(w.store, w.organiser, await changeInput(w, id, { delegateIds }), after(minutes));
  await change([speakerBa], 10);
  await expect(opens(after(11))).rejects.toThrow(NotFound);
  await expect(answered(w, id, token, "accepted", after(11))).rejects.toThrow(NotFound);
  await deliver(w.store, smtp, after(14));
  await change([participantBa, speakerBa], 16);
  await expect(opens(after(17))).rejects.toThrow(NotFound);
  await deliver(w.store, smtp, after(20));
  const newest = tokenIn(toBa(smtp.mails).at(-1));
  expect((await findLinkedInvitation(w.store.read, newest, after(21))).person.name).toBe("participantBa");
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "Illness." }, after(22));
  await expect(findLinkedInvitation(w.store.read, newest, after(23))).rejects.toThrow(NotFound);
});

it("opens nothing with a token that is none, or of an account that is shut", async () => {
  const { w, smtp } = await told();
  await expect(findLinkedInvitation(w.store.read, "ans_none", after(1))).rejects.toThrow(NotFound);
  await writing(w.store)
    .updateTable("account")
    .set({ status: "deactivated" })
    .where("id", "=", w.people.participantBa)
    .execute();
  await expect(findLinkedInvitation(w.store.read, tokenIn(toBa(smtp.mails)[0]), after(1))).rejects.toThrow(NotFound);
});
