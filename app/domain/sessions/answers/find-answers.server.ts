import type { Answer } from "#app/domain/codes.ts";
import type { AnswerWay } from "#app/domain/sessions/answers/write-answer.server.ts";
import { nameOfSeat, type Seat } from "#app/domain/sessions/session-told.server.ts";
import { readTogether } from "#db/read-together.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An answer to an invitation, as stored. */
export interface AnswerFacts {
  accountId: string;
  answer: Answer;
  comment: string;
  way: AnswerWay;
  /** Name of who gave it for them; null where they did. */
  by: string | null;
  /** SEQUENCE of the invitation that it answers. */
  sequence: number;
  /** When it was given, by the clock of whoever gave it. */
  stamp: Instant;
  at: Instant;
  /** The time that it answers. */
  startsAt: Instant;
  endsAt: Instant;
  /** It was given to an earlier time, and they are asked anew. */
  isEarlier: boolean;
}

/** The answers that people invited to a session gave last; of those asked anew it is the one to the earlier time. */
export async function findAnswers(db: Db, sessionId: string): Promise<Map<string, AnswerFacts>> {
  const rows = await answersIn(db)
    .where("session_answer.session_id", "=", sessionId)
    .where("session_answer.replaced_at", "is", null)
    .where((eb) => eb.or([eb("lapsed", "is", null), eb("lapsed", "=", "moved")]))
    .execute();
  return new Map(rows.map((row) => [row.accountId, facts(row)]));
}

/** The answer of one person that stands; undefined while they are asked. */
export async function findAnswerOf(db: Db, seat: Seat): Promise<AnswerFacts | undefined> {
  return standing(db, seat);
}

/** Every answer of one person in a session, the newest first, also those that were replaced. */
export async function findAnswersBefore(db: Db, { sessionId, accountId }: Seat): Promise<AnswerFacts[]> {
  const rows = await answersIn(db)
    .where("session_answer.session_id", "=", sessionId)
    .where("session_answer.account_id", "=", accountId)
    .orderBy("session_answer.at", "desc")
    .orderBy("session_answer.id")
    .limit(20)
    .execute();
  return rows.map(facts);
}

const standing = readTogether(async (db, seats: readonly Seat[]) => {
  const rows = await answersIn(db)
    .where("session_answer.session_id", "in", [...new Set(seats.map(({ sessionId }) => sessionId))])
    .where("session_answer.account_id", "in", [...new Set(seats.map(({ accountId }) => accountId))])
    .where("session_answer.replaced_at", "is", null)
    .where("session_answer.lapsed", "is", null)
    .execute();
  return new Map(rows.map((row) => [nameOfSeat(row), facts(row)]));
}, nameOfSeat);

type Row = Awaited<ReturnType<ReturnType<typeof answersIn>["execute"]>>[number];

function answersIn(db: Db) {
  return db
    .selectFrom("session_answer")
    .leftJoin("account as giver", "giver.id", "session_answer.by_account_id")
    .select([
      "session_answer.session_id as sessionId",
      "session_answer.account_id as accountId",
      "session_answer.answer",
      "session_answer.comment",
      "session_answer.way",
      "giver.name as by",
      "session_answer.sequence",
      "session_answer.stamp",
      "session_answer.at",
      "session_answer.starts_at as startsAt",
      "session_answer.ends_at as endsAt",
      "session_answer.lapsed",
    ]);
}

function facts({ sessionId: _session, lapsed, ...row }: Row): AnswerFacts {
  return { ...row, isEarlier: lapsed !== null };
}
