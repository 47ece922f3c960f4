import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { lapseMoved } from "#app/domain/sessions/answers/write-answer.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { type Clash, Clashes } from "#app/domain/sessions/clashes.ts";
import { findClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { earlier, notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { endOf, instantText, minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { updateSession } from "#app/domain/sessions/write-session.server.ts";
import { type FoldChoice, moveWall } from "#app/domain/time/wall-time.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** The new zone of a round and the city it was picked by. */
export interface NewZone {
  roundId: string;
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
  const toCome = db
    .selectFrom("session")
    .where("round_id", "=", to.roundId)
    .where("status", "=", "scheduled")
    .where("starts_at", ">", now.toISOString());
  const moved: { before: SessionFacts; after: SessionFacts }[] = [];
  for (const before of await readSessionFacts(toCome)) {
    if (before.zone === to.zone && before.city === to.city) continue;
    const after = inZone(before, to, now);
    await updateSession(db, before, after);
    if (after.startsAt === before.startsAt) continue;
    await lapseMoved(db, before.id);
    moved.push({ before, after });
  }

  // Only when all have moved can it be seen who is in two places.
  const clashes: Clash[] = [];
  for (const { before, after } of moved) {
    const { id, groupId, startsAt, endsAt, sequence, revision, zone } = after;
    const accountIds = [...(await findParts(db, id)).keys()];
    const wanted = { accountIds, startsAt, endsAt, clock: to, exceptSessionId: id };
    clashes.push(...(await findClashes(db, actor, wanted)));
    await notifyPeople(db, { ...after, startsAt: earlier(before, after) }, { accountIds }, now);
    await recordEvent(db, actor, "session.moved", { id, group_id: groupId }, { sequence, revision, zone }, now);
  }
  if (clashes.length > 0 && !to.confirmConflicts) throw new Clashes(clashes);
  return moved.length;
}

function inZone(session: SessionFacts, to: NewZone, now: Date): SessionFacts {
  const startsAt = newStart(session, to, now);
  return {
    ...session,
    zone: to.zone,
    city: to.city,
    startsAt,
    endsAt: endOf(startsAt, minutesBetween(session.startsAt, session.endsAt)),
    sequence: session.sequence + (startsAt === session.startsAt ? 0 : 1),
    revision: session.revision + 1,
    updatedAt: now.toISOString(),
  };
}

function newStart(session: SessionFacts, to: NewZone, now: Date): Instant {
  const start = moveWall(session.startsAt, session.zone, to.zone, to.choice ?? undefined);
  const params = { slot: `${session.wallDate} ${session.wallTime}` };
  if (!start.ok) {
    if (start.reason === "ambiguous") {
      throw new Refused([{ field: "choice", message: { key: "rounds.slotTwice", params } }]);
    }
    throw new Refused([{ field: "city", message: { key: "rounds.slotSkipped", params } }]);
  }
  const startsAt = instantText(start.instant);
  if (startsAt <= now.toISOString())
    throw new Refused([{ field: "city", message: { key: "rounds.slotPast", params } }]);
  return startsAt;
}
