import { isInAudience } from "#app/domain/access/session.server.ts";
import { findCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import type { Answer } from "#app/domain/codes.ts";
import { defineMail, isUnsent, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import { mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import { findAnswerOf } from "#app/domain/sessions/answers/find-answers.server.ts";
import { type Contact, findContact } from "#app/domain/sessions/find-contact.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { type Knowledge, type News, newsOf } from "#app/domain/sessions/session-news.ts";
import { findKnowledge, nameOfSeat, noteTold, type Seat } from "#app/domain/sessions/session-told.server.ts";
import { sure } from "#app/sure.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** What the outbox keeps of a mail about a session: nothing until it was sent, then what it said. */
export interface SaidNews {
  told?: News;
  /** Their answer at that time. */
  answer?: Answer | null;
}

/** News of a session for one person, with the session as this mail tells it. */
export interface SessionNews {
  news: News;
  session: SessionFacts;
  /** Who wants to know whether they come; null for whoever would ask themselves. */
  contact: Contact | null;
  /** What they have answered, where that stands. */
  answer: Answer | null;
  /** The host that the UID ends in; null before the first start. */
  host: string | null;
  /** What its recipient knew before it. */
  known: Knowledge;
}

/**
 * The mail about a session. It says what is true when it is sent, as far as its recipient does not know it: that they
 * are invited, that the time or something else changed, that the session is off, that they are not expected any more.
 */
export const sessionNews = defineMail<SaidNews, SessionNews>({
  name: "session-news",
  subjectType: "session",
  replaces: true,
  find: (sending) => findNews(sending),
  keep: ({ news, answer }) => ({ told: news, answer }),
  recall: async (sending, { told, answer = null }) => {
    const session = told && (await findSession(sending));
    return session ? { ...(await tell(sending, session, told, { told: null, tried: null })), answer } : null;
  },
  mint: async (db, { subjectId, recipientId }, now) =>
    recipientId ? mintAnswerLink(db, { sessionId: subjectId, accountId: recipientId }, now) : null,
  note: async ({ db, recipientId, subjectId }, { news, known }, outcome) => {
    const who = { sessionId: subjectId, accountId: sure(recipientId) };
    await noteTold(db, who, { says: news, outcome, before: known });
  },
});

async function findNews(sending: Sending): Promise<SessionNews | Unsent | null> {
  const { db, recipientId, subjectId, now } = sending;
  if (!recipientId) return null;
  const [session, isInvited, known] = await Promise.all([
    findSession(sending),
    isExpected(db, { sessionId: subjectId, accountId: recipientId }),
    findKnowledge(db, subjectId, recipientId),
  ]);
  if (!session) return null;
  const news = newsOf({ session, isInvited }, known, now);
  if (!isUnsent(news)) return tell(sending, session, news, known);
  // Nothing may be told to somebody who was never told anything and is not among the people.
  return isInvited || known.told ? news : unsent("not-allowed");
}

async function tell(
  { db, recipientId }: Sending,
  session: SessionFacts,
  news: News,
  known: Knowledge,
): Promise<SessionNews> {
  const { startsAt, endsAt, language, joinLink } = news;
  const [contact, host, answer] = await Promise.all([
    findContact(db, session.id),
    findCalendarHost(db),
    recipientId ? findAnswerOf(db, { sessionId: session.id, accountId: recipientId }) : undefined,
  ]);
  return {
    news,
    session: { ...session, startsAt, endsAt, language, joinLink },
    contact: contact?.id === recipientId ? null : contact,
    answer: answer?.answer ?? null,
    host,
    known,
  };
}

async function findSession({ db, subjectId }: Sending): Promise<SessionFacts | undefined> {
  return sessionWith(db, subjectId);
}

const sessionWith = readTogether(async (db, ids) =>
  byColumn(await readSessionFacts(db.selectFrom("session").where("session.id", "in", ids)), "id"),
);

/** Whether somebody is among the people of a session, and is what they were when they were invited. */
export async function isExpected(db: Db, seat: Seat): Promise<boolean> {
  return (await audience(db, seat)) !== undefined;
}

const audience = readTogether(async (db, seats: readonly Seat[]) => {
  const rows = await db
    .selectFrom("session_person")
    .select(["session_id as sessionId", "account_id as accountId"])
    .where("session_id", "in", [...new Set(seats.map(({ sessionId }) => sessionId))])
    .where("account_id", "in", [...new Set(seats.map(({ accountId }) => accountId))])
    .where(isInAudience)
    .execute();
  return new Map(rows.map((row) => [nameOfSeat(row), row]));
}, nameOfSeat);
