import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { type Clash, Clashes } from "#app/domain/sessions/clashes.ts";
import { findClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { endOf, instantText, minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { factsFor, tellPeople } from "#app/domain/sessions/tell-people.server.ts";
import { type FoldChoice, moveWall } from "#app/domain/time/wall-time.server.ts";
import type { Db } from "#db/store.ts";

/** The new zone of a round and the city it was picked by. */
export interface NewZone {
  roundId: string;
  groupId: string;
  zone: string;
  city: string;
  choice?: FoldChoice | null;
  confirmConflicts?: boolean;
}

/**
 * Gives the sessions of a round that are still to come another zone. Each keeps its wall time, slot by slot, because
 * two slots of one round can lie on both sides of a change of clocks. Runs inside the transaction of `editRound`.
 * @returns how many sessions have another instant now
 * @throws Refused where a wall time does not exist in the new zone, comes twice, or is past there; Clashes
 */
export async function moveToZone(db: Db, actor: Actor, to: NewZone, now: Date): Promise<number> {
  const sessions = await db
    .selectFrom("session")
    .selectAll()
    .where("round_id", "=", to.roundId)
    .where("status", "=", "scheduled")
    .where("starts_at", ">", now.toISOString())
    .orderBy("starts_at")
    .execute();
  const moved: { before: (typeof sessions)[number]; after: (typeof sessions)[number] }[] = [];
  for (const before of sessions) {
    if (before.zone === to.zone && before.city === to.city) continue;
    const startsAt = newStart(before, to, now);
    const after = {
      ...before,
      zone: to.zone,
      city: to.city,
      starts_at: startsAt,
      ends_at: endOf(startsAt, minutesBetween(before.starts_at, before.ends_at)),
      sequence: before.sequence + (startsAt === before.starts_at ? 0 : 1),
      revision: before.revision + 1,
      updated_at: now.toISOString(),
    };
    const { zone, city, starts_at, ends_at, sequence, revision, updated_at } = after;
    await db
      .updateTable("session")
      .set({ zone, city, starts_at, ends_at, sequence, revision, updated_at })
      .where("id", "=", before.id)
      .execute();
    if (startsAt !== before.starts_at) moved.push({ before, after });
  }

  // Only when all have moved can it be seen who is in two places.
  const clashes: Clash[] = [];
  for (const { before, after } of moved) {
    const accountIds = [...(await findParts(db, after.id)).keys()];
    const wanted = { accountIds, startsAt: after.starts_at, endsAt: after.ends_at, exceptSessionId: after.id };
    clashes.push(...(await findClashes(db, actor, wanted)));
    await tellPeople(
      db,
      {
        template: "session-moved",
        parameters: { ...factsFor(after), previousStartsAt: before.starts_at },
        groupId: to.groupId,
        accountIds,
        actorId: actor.accountId,
        mark: after.sequence,
      },
      now,
    );
    const { sequence, revision, zone } = after;
    await recordEvent(db, actor, "session.moved", after, { sequence, revision, zone }, now);
  }
  if (clashes.length > 0 && !to.confirmConflicts) throw new Clashes(clashes);
  return moved.length;
}

function newStart(
  session: { starts_at: string; zone: string; wall_date: string; wall_time: string },
  to: NewZone,
  now: Date,
) {
  const start = moveWall(session.starts_at, session.zone, to.zone, to.choice ?? undefined);
  const slot = { slot: `${session.wall_date} ${session.wall_time}` };
  if (!start.ok) {
    if (start.reason === "ambiguous")
      throw new Refused([{ field: "choice", message: { key: "rounds.slotTwice", params: slot } }]);
    throw new Refused([{ field: "city", message: { key: "rounds.slotSkipped", params: slot } }]);
  }
  const startsAt = instantText(start.instant);
  if (startsAt <= now.toISOString()) {
    throw new Refused([{ field: "city", message: { key: "rounds.slotPast", params: slot } }]);
  }
  return startsAt;
}
