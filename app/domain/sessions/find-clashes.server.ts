import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { isInAudience, sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { type Clash, Clashes } from "#app/domain/sessions/clashes.ts";
import { realEndOf } from "#app/domain/sessions/last-step.server.ts";
import { readSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** A time and the people who are needed in it. */
export interface Wanted {
  accountIds: readonly string[];
  startsAt: Instant;
  endsAt: Instant;
  /** The clock on which the time was typed. */
  clock: Clash["clock"];
  /** The session itself, when it is being changed. */
  exceptSessionId?: string;
}

/**
 * Who of the people is in a scheduled session of any group that overlaps the time; touching ends do not overlap. One
 * that was ended is over then, whatever was planned. A session that the actor does not see gives the person and the
 * time and nothing else.
 */
export async function findClashes(db: Db, actor: Actor, wanted: Wanted): Promise<Clash[]> {
  if (wanted.accountIds.length === 0) return [];
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select(["session.id", "session.starts_at", "account.id as account_id", "account.name"])
    .select((eb) => realEndOf(eb as unknown as OfSession).as("ends_at"))
    .where("session_person.account_id", "in", wanted.accountIds)
    .where((eb) => isInAudience(eb))
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", "<", wanted.endsAt)
    .where((eb) => eb(realEndOf(eb as unknown as OfSession), ">", wanted.startsAt))
    .where("session.id", "!=", wanted.exceptSessionId ?? "")
    .orderBy("account.name")
    .orderBy("session.starts_at")
    .execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ id }) => id))];
  const visible = await readSessionFacts(sessionsVisibleTo(db, actor).where("session.id", "in", ids));
  return rows.map((row) => ({
    accountId: row.account_id,
    person: row.name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    clock: wanted.clock,
    session: visible.find(({ id }) => id === row.id) ?? null,
  }));
}

type OfSession = ExpressionBuilder<Schema, "session">;

/** @throws Clashes when somebody of the people would be in two places */
export async function refuseClashes(db: Db, actor: Actor, wanted: Wanted): Promise<void> {
  const clashes = await findClashes(db, actor, wanted);
  if (clashes.length > 0) throw new Clashes(clashes);
}
