import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isInAudience, sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { type ListedSession, listSessions } from "#app/domain/sessions/find-sessions.server.ts";
import { isNotEnded } from "#app/domain/sessions/last-step.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Somebody who said that they cannot at the time of a session to which they are invited. */
export interface ClashingPerson {
  accountId: string;
  name: string;
  /** That the session keeps its time all the same: who decided it, and when; null while nobody has. */
  kept: { by: string; at: Instant } | null;
}

/** A session to come, and who cannot then. */
export interface Clash {
  sessionId: string;
  roundId: string;
  people: ClashingPerson[];
}

/** A clash with its session. */
export interface ListedClash extends Clash {
  session: ListedSession;
}

/** Of which session or round it is asked; of all groups that the actor plans without either. */
export interface ClashScope {
  sessionId?: string;
  roundId?: string;
}

/**
 * Sessions to come at which somebody cannot, earliest first, in the groups whose rounds the actor plans; none for
 * others. What was decided about another time of the session, or before the person said something else, counts no more.
 */
export async function findClashes(db: Db, actor: Actor, scope: ClashScope, now: Date): Promise<Clash[]> {
  const groups = actor.memberships
    .map(({ groupId }) => groupId)
    .filter((groupId) => can(actor, "round.plan", { groupId }));
  if (groups.length === 0) return [];
  let query = sessionsVisibleTo(db, actor)
    .innerJoin("session_person", "session_person.session_id", "session.id")
    .innerJoin("account", "account.id", "session_person.account_id")
    .innerJoin("availability", (join) =>
      join
        .onRef("availability.round_id", "=", "session.round_id")
        .onRef("availability.account_id", "=", "session_person.account_id")
        .onRef("availability.starts_at", "<", "session.ends_at")
        .onRef("availability.ends_at", ">", "session.starts_at"),
    )
    .leftJoin("availability_answer", (join) =>
      join
        .onRef("availability_answer.round_id", "=", "session.round_id")
        .onRef("availability_answer.account_id", "=", "session_person.account_id"),
    )
    .leftJoin("kept_time", (join) =>
      join
        .onRef("kept_time.session_id", "=", "session.id")
        .onRef("kept_time.account_id", "=", "session_person.account_id")
        .onRef("kept_time.starts_at", "=", "session.starts_at")
        .onRef("kept_time.ends_at", "=", "session.ends_at"),
    )
    .leftJoin("account as keeper", "keeper.id", "kept_time.kept_by")
    .where("session.group_id", "in", groups)
    .where("session.status", "=", "scheduled")
    .where("session.ends_at", ">", now.toISOString())
    .where((eb) => isNotEnded(eb as unknown as ExpressionBuilder<Schema, "session">))
    .where((eb) => isInAudience(eb));
  if (scope.sessionId !== undefined) query = query.where("session.id", "=", scope.sessionId);
  if (scope.roundId !== undefined) query = query.where("session.round_id", "=", scope.roundId);
  const rows = await query
    .select(["session.id", "session.round_id", "session.starts_at", "account.id as accountId", "account.name"])
    .select(["availability_answer.answered_at", "kept_time.kept_at", "keeper.name as keeper"])
    .distinct()
    .orderBy("session.starts_at")
    .orderBy("session.id")
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  const clashes = new Map<string, Clash>();
  for (const { id, round_id, accountId, name, ...row } of rows) {
    const clash = clashes.get(id) ?? { sessionId: id, roundId: round_id, people: [] };
    clashes.set(id, { ...clash, people: [...clash.people, { accountId, name, kept: decisionOf(row) }] });
  }
  return [...clashes.values()];
}

/** Clashes that nobody has decided about, with their sessions. */
export async function findOpenClashes(db: Db, actor: Actor, scope: ClashScope, now: Date): Promise<ListedClash[]> {
  const open = new Map(openClashes(await findClashes(db, actor, scope, now)).map((clash) => [clash.sessionId, clash]));
  const sessions = await listSessions(db, actor, [...open.keys()]);
  return sessions.map((session) => ({ ...sure(open.get(session.id)), session }));
}

/** Those of clashes about which nobody has decided yet, with the people concerned. */
export function openClashes(clashes: readonly Clash[]): Clash[] {
  return clashes.flatMap((clash) => {
    const people = clash.people.filter(({ kept }) => kept === null);
    return people.length > 0 ? [{ ...clash, people }] : [];
  });
}

interface Row {
  answered_at: Instant | null;
  kept_at: Instant | null;
  keeper: string | null;
}

function decisionOf({ answered_at, kept_at, keeper }: Row): ClashingPerson["kept"] {
  if (kept_at === null || keeper === null) return null;
  return answered_at !== null && answered_at > kept_at ? null : { by: keeper, at: kept_at };
}
