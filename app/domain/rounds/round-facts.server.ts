import type { Actor } from "#app/domain/access/actor.ts";
import type { RoundFormat } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Day } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Everything a round is, as stored: days, codes and labels. What a viewer reads is made in `views/`. */
export interface RoundFacts {
  id: string;
  groupId: string;
  titles: Labels;
  /** Where it is held, as typed; null online. */
  venue: string | null;
  format: RoundFormat;
  zone: string;
  /** The city the zone was picked by; empty where only the zone is known. */
  city: string;
  startsOn: Day;
  endsOn: Day;
  revision: number;
}

/** A query that has chosen rounds and nothing of them yet. */
export type RoundQuery = ReturnType<typeof roundsVisibleTo>;

/** Rounds of the groups that the actor belongs to. Every read of a round starts here. */
export function roundsVisibleTo(db: Db, actor: Actor) {
  const groups = actor.accountId ? actor.memberships.map(({ groupId }) => groupId) : [];
  return db.selectFrom("round").where("round.group_id", "in", groups);
}

/** The facts of the rounds that a query finds, soonest first. */
export async function readRoundFacts(rounds: RoundQuery): Promise<RoundFacts[]> {
  const rows = await rounds.selectAll("round").orderBy("round.starts_on").orderBy("round.id").execute();
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group_id,
    titles: parseLabels(row.titles),
    venue: row.venue,
    format: row.format,
    zone: row.zone,
    city: row.city,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    revision: row.revision,
  }));
}

/**
 * A round that the actor sees.
 * @throws NotFound
 */
export async function findRoundFacts(db: Db, actor: Actor, roundId: string): Promise<RoundFacts> {
  const [round] = await readRoundFacts(roundsVisibleTo(db, actor).where("round.id", "=", roundId));
  if (!round) throw new NotFound("round");
  return round;
}

/** Whether the last day of a round is over in its zone. */
export function isPast(round: RoundFacts, now: Date): boolean {
  return round.endsOn < toWall(now.toISOString(), round.zone).date;
}
