import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { checkRound } from "#app/domain/rounds/check-round.server.ts";
import { roundColumns } from "#app/domain/rounds/round-columns.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import type { RoundFields } from "#app/domain/rounds/round-input.ts";
import { roundValues } from "#app/domain/rounds/round-values.ts";
import { moveToZone } from "#app/domain/sessions/move-to-zone.server.ts";
import type { FoldChoice } from "#app/domain/time/wall-time.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface EditRound extends RoundFields {
  roundId: string;
  revision: number;
  /** Which reading is meant where a wall time comes twice in the new zone. */
  choice?: FoldChoice | null;
  confirmConflicts?: boolean;
}

/**
 * Changes a round. Another zone keeps the wall time of every session still to come, slot by slot; the people of the
 * sessions whose instant changed are notified. What is over keeps the zone it was held in.
 * @throws NotFound, Forbidden, Refused, Conflict; Clashes as in scheduling
 */
export async function editRound(
  store: Store,
  actor: Actor,
  input: EditRound,
  now: Date = new Date(),
): Promise<{ id: string; moved: number }> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, input.roundId);
    authorise(actor, "round.plan", { groupId: round.groupId });
    if (round.revision !== input.revision) throw new Conflict(roundValues(round), round.id);
    checkRound(input, now);
    await keepSessionsInside(db, input);
    const moved = await moveToZone(db, actor, input, now);
    await db
      .updateTable("round")
      .set({ ...roundColumns(input), revision: round.revision + 1 })
      .where("id", "=", round.id)
      .execute();
    const details = { startsOn: input.startsOn, endsOn: input.endsOn, zone: input.zone, moved };
    await recordEvent(db, actor, "round.edited", { id: round.id, group_id: round.groupId }, details, now);
    return { id: round.id, moved };
  });
}

/** No session may be left outside the days of its round. */
async function keepSessionsInside(db: Db, input: EditRound): Promise<void> {
  const days = await db
    .selectFrom("session")
    .select(({ fn }) => [fn.min("wall_date").as("first"), fn.max("wall_date").as("last")])
    .where("round_id", "=", input.roundId)
    .where("status", "=", "scheduled")
    .executeTakeFirst();
  const refuse = (field: string) => new Refused([{ field, message: { key: "rounds.sessionsOutside" } }]);
  if (days?.first && days.first < input.startsOn) throw refuse("startsOn");
  if (days?.last && days.last > input.endsOn) throw refuse("endsOn");
}
