import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { isInAudience, sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { News } from "#app/domain/sessions/session-news.ts";
import { FEED_DAYS_BACK, FEED_DAYS_CANCELLED } from "#app/domain/tokens/feed-rules.ts";
import type { FeedScope } from "#app/domain/tokens/feed-scope.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

const DAY = 86_400_000;

/**
 * The sessions of a feed that its owner sees now, earliest first: those of the last months and all to come, cancelled
 * ones for some weeks. Their SEQUENCE is the one that mails to the owner have reached.
 */
export async function findFeedSessions(
  db: Db,
  actor: Actor,
  { scope, groupId, beneficiaryId }: FeedScope,
  now: Date,
): Promise<SessionFacts[]> {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  let query = sessionsVisibleTo(db, actor)
    .where("session.ends_at", ">", before(FEED_DAYS_BACK))
    .where((eb) =>
      eb.or([eb("session.status", "=", "scheduled"), eb("session.updated_at", ">", before(FEED_DAYS_CANCELLED))]),
    );
  if (groupId) query = query.where("session.group_id", "=", groupId);
  if (beneficiaryId) query = query.where("session.beneficiary_id", "=", beneficiaryId);
  if (scope === "own") query = query.where((eb) => eb.exists(seats(eb, actor)));
  const sessions = await readSessionFacts(query);
  const reached = await findSequences(db, actor);
  return sessions.map((session) => ({
    ...session,
    sequence: Math.max(session.sequence, reached.get(session.id) ?? 0),
  }));
}

function seats(eb: ExpressionBuilder<Schema, "session">, { accountId }: Actor) {
  return eb
    .selectFrom("session_person")
    .select("session_person.account_id")
    .whereRef("session_person.session_id", "=", "session.id")
    .where("session_person.account_id", "=", accountId ?? "")
    .where((person) => isInAudience(person));
}

async function findSequences(db: Db, { accountId }: Actor): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("session_told")
    .select(["session_id", "told", "tried"])
    .where("account_id", "=", accountId)
    .execute();
  const sequence = (json: string | null) => (json ? (JSON.parse(json) as News).sequence : 0);
  return new Map(rows.map((row) => [row.session_id, Math.max(sequence(row.told), sequence(row.tried))]));
}
