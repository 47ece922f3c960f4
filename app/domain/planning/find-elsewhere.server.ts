import type { ExpressionBuilder } from "kysely";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Busy, Stretch } from "#app/domain/planning/availability.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { realEndOf } from "#app/domain/sessions/last-step.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/**
 * When people are in scheduled sessions outside of a round, of any group, on its days: that they cannot then, and
 * nothing else of these sessions.
 */
export async function findElsewhere(db: Db, round: RoundFacts, accountIds: readonly string[]): Promise<Busy> {
  const busy = new Map<string, Stretch[]>();
  if (accountIds.length === 0) return busy;
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .select(["session_person.account_id", "session.starts_at as startsAt"])
    .select((eb) => realEndOf(eb as unknown as ExpressionBuilder<Schema, "session">).as("endsAt"))
    .where("session_person.account_id", "in", accountIds)
    .where((eb) => isInAudience(eb))
    .where("session.status", "=", "scheduled")
    .where("session.round_id", "<>", round.id)
    // A day more on both sides: days of the round are days of its zone.
    .where("session.ends_at", ">", `${shiftDays(round.startsOn, -1)}T00:00:00.000Z`)
    .where("session.starts_at", "<", `${shiftDays(round.endsOn, 2)}T00:00:00.000Z`)
    .orderBy("session.starts_at")
    .orderBy("session_person.account_id")
    .execute();
  for (const { account_id, ...stretch } of rows) busy.set(account_id, [...(busy.get(account_id) ?? []), stretch]);
  return busy;
}
