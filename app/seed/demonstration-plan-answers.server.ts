import type { Actor } from "#app/domain/access/actor.ts";
import { findCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson, answerInvitation } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { answerByLink, mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import type { DemoPlan, DemoPlanAnswer } from "#app/seed/demonstration-plan-files.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

interface Invited {
  plan: DemoPlan;
  roundId: string;
  organiser: Actor;
  people: { actor: (address: string) => Promise<Actor>; accounts: ReadonlyMap<string, string> };
}

/** Answers the invitations to the sessions of a planned round: on the page, by mail, by a link, or by the organiser. */
export async function loadPlanAnswers(store: Store, invited: Invited, at: Date): Promise<void> {
  const { plan, roundId, organiser, people } = invited;
  const { pairings } = await findPlan(store.read, organiser, roundId);
  for (const given of plan.answers) {
    const session = sure(pairings.find(({ beneficiary }) => beneficiary?.code === given.delegation)?.session);
    const input = { answer: given.answer, comment: given.comment ?? "", time: timeOf(session) };
    const own = { sessionId: session.id, ...input };
    const accountId = sure(people.accounts.get(given.person));
    if (given.way === "mail") await receiveMail(store, await replyOf(store, session.id, given, at), at);
    else if (given.way === "proxy") await answerForPerson(store, organiser, { ...own, accountId }, at);
    else if (given.way === "link") {
      const token = await writeTransaction(store, (db) => mintAnswerLink(db, { sessionId: session.id, accountId }, at));
      await answerByLink(store, { ...input, token: sure(token) }, at);
    } else await answerInvitation(store, await people.actor(given.person), own, at);
  }
}

/** What the calendar of somebody invited sends when they press one of its buttons (RFC 5546, 3.2.3). */
async function replyOf(store: Store, sessionId: string, given: DemoPlanAnswer, at: Date): Promise<Buffer> {
  const { person, answer, comment } = given;
  const host = await findCalendarHost(store.read);
  const lines = [
    `From: ${person}`,
    "Subject: Re",
    `Date: ${at.toUTCString()}`,
    `Message-ID: <${sessionId}.${person}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/calendar; method=REPLY; charset=utf-8",
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `UID:${sessionId}@${host}`,
    "SEQUENCE:0",
    `DTSTAMP:${at.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `ATTENDEE;PARTSTAT=${answer.toUpperCase()}:mailto:${person}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}
