import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { roundsVisibleTo } from "#app/domain/rounds/visible-round.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { findUncovered, type Uncovered } from "#app/domain/timetable/find-rounds.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** The next round of a group, for those who plan it. */
export interface NextRound {
  id: string;
  title: string;
  dates: string;
  uncovered: Uncovered[];
}

/** The round of a group that goes on or comes next, with the delegations it has no session for. */
export async function findNextRound(db: Db, actor: Actor, groupId: string, reader: Reader): Promise<NextRound | null> {
  if (!can(actor, "round.plan", { groupId })) return null;
  const round = await roundsVisibleTo(db, actor)
    .selectAll("round")
    .where("round.group_id", "=", groupId)
    // Close enough across zones: a round that ended today somewhere is worth a last look.
    .where("round.ends_on", ">=", reader.now.toISOString().slice(0, 10))
    .orderBy("round.starts_on")
    .orderBy("round.id")
    .executeTakeFirst();
  if (!round) return null;
  return {
    id: round.id,
    title: label(parseLabels(round.titles), reader.locale),
    dates: reader.formats.dateRange(round.starts_on, round.ends_on),
    uncovered: await findUncovered(db, round, reader),
  };
}
