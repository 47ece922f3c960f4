import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { type ListedSession, listSessions } from "#app/domain/sessions/find-sessions.server.ts";
import { isNotEnded } from "#app/domain/sessions/last-step.server.ts";
import { nameOfSeat, type Seat } from "#app/domain/sessions/session-told.server.ts";
import { keptQuery } from "#db/kept-query.ts";
import { readTogether } from "#db/read-together.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Whether somebody of the audience of a session has given no answer that stands. */
function isUnanswered(eb: ExpressionBuilder<Schema, "session_person">) {
  return eb.not(
    eb.exists(
      (eb as unknown as ExpressionBuilder<Schema, never>)
        .selectFrom("session_answer")
        .select("session_answer.id")
        .where("session_answer.session_id", "=", eb.ref("session_person.session_id"))
        .where("session_answer.account_id", "=", eb.ref("session_person.account_id"))
        .where("session_answer.replaced_at", "is", null)
        .where("session_answer.lapsed", "is", null),
    ),
  );
}

/** Whether an answer of somebody is missing; undefined for who is not invited. */
export async function isAnswerMissing(db: Db, seat: Seat): Promise<boolean | undefined> {
  return missing(db, seat);
}

const missing = readTogether(async (db, seats: readonly Seat[]) => {
  const rows = await db
    .selectFrom("session_person")
    .select(["session_id as sessionId", "account_id as accountId"])
    .select((eb) => eb.case().when(isUnanswered(eb)).then(1).else(0).end().as("isMissing"))
    .where("session_id", "in", [...new Set(seats.map(({ sessionId }) => sessionId))])
    .where("account_id", "in", [...new Set(seats.map(({ accountId }) => accountId))])
    .where((eb) => isInAudience(eb))
    .execute();
  return new Map(rows.map((row) => [nameOfSeat(row), row.isMissing === 1]));
}, nameOfSeat);

/** How many people have not answered, by session; those that are over or cancelled ask nobody. */
export async function countUnanswered(db: Db, sessionIds: readonly string[], now: Date): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await awaited(db, now)
    .select(({ fn }) => ["session.id", fn.countAll<number>().as("n")])
    .where("session.id", "in", sessionIds)
    .groupBy("session.id")
    .execute();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Who has not answered the invitation to a session that will take place: ids of accounts. */
export async function findUnanswered(db: Db, sessionId: string, now: Date): Promise<string[]> {
  const rows = await awaited(db, now)
    .select("session_person.account_id")
    .where("session.id", "=", sessionId)
    .orderBy("session_person.account_id")
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** How many invitations wait for the actor's answer, by group. */
export async function countOwnUnanswered(db: Db, actor: Actor, now: Date): Promise<{ group_id: string; n: number }[]> {
  return actor.accountId ? ownUnanswered(db, { accountId: actor.accountId, at: now.toISOString() }) : [];
}

/** Sessions to come, earliest first, that the actor is invited to and has not answered. */
export async function findOwnUnanswered(db: Db, actor: Actor, now: Date): Promise<ListedSession[]> {
  if (!actor.accountId) return [];
  const rows = await awaited(db, now)
    .select("session.id")
    .where("session_person.account_id", "=", actor.accountId)
    .execute();
  return listSessions(
    db,
    actor,
    rows.map(({ id }) => id),
  );
}

const ownUnanswered = keptQuery((db, { accountId, at }: { accountId: string; at: string }) =>
  awaitedAt(db, at)
    .select(({ fn }) => ["session.group_id", fn.countAll<number>().as("n")])
    .where("session_person.account_id", "=", accountId)
    .groupBy("session.group_id"),
);

function awaited(db: Db, now: Date) {
  return awaitedAt(db, now.toISOString());
}

function awaitedAt(db: Db, at: string) {
  return db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .where((eb) => isInAudience(eb))
    .where((eb) => isUnanswered(eb))
    .where("session.status", "=", "scheduled")
    .where("session.ends_at", ">", at)
    .where((eb) => isNotEnded(eb as unknown as ExpressionBuilder<Schema, "session">));
}
