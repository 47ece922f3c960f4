import type { Actor } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { freeTime, minuteOf, type Stretch, timeOf } from "#app/domain/sessions/free-time.server.ts";
import { findSessionFacts, readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { sessionValues } from "#app/domain/sessions/session-values.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import type { Db } from "#db/store.ts";

/** Room that is left for a session while nobody has said how long it is; in minutes. */
export const USUAL_MINUTES = 135;

/** What a session takes over from the one scheduled before it. The link to the call is not: it let two meet in one. */
export type CarriedOver = Pick<
  ReturnType<typeof sessionValues>,
  "minutes" | "language" | "attribution" | "consultantIds" | "interpreterId"
> & { templateId: string };

/**
 * What the session before gives to the next one.
 * @throws NotFound for one that is hidden, or of another round
 */
export async function findCarriedOver(
  db: Db,
  actor: Actor,
  roundId: string,
  sessionId: string,
): Promise<{ before: SessionFacts; values: CarriedOver }> {
  const before = await findSessionFacts(db, actor, sessionId);
  if (before.round.id !== roundId) throw new NotFound("session");
  const { minutes, language, attribution, consultantIds, interpreterId } = sessionValues(
    before,
    await findParts(db, before.id),
  );
  const pairing = await db
    .selectFrom("pairing")
    .innerJoin("session", "session.pairing_id", "pairing.id")
    .select("pairing.template_id")
    .where("session.id", "=", before.id)
    .executeTakeFirst();
  const templateId = pairing?.template_id ?? "";
  return { before, values: { minutes, language, attribution, consultantIds, interpreterId, templateId } };
}

/**
 * Times for so many sessions, one after the other in what is free of a round; the first day at nine where it is full.
 * @param before the session after which they are to be
 */
export async function proposeTimes(
  db: Db,
  actor: Actor,
  round: RoundFacts,
  { count, minutes, before }: { count: number; minutes: number; before?: SessionFacts },
  now: Date,
): Promise<{ date: string; time: string }[]> {
  const sessions = await readSessionFacts(
    sessionsVisibleTo(db, actor).where("session.round_id", "=", round.id).where("session.status", "=", "scheduled"),
  );
  const taken = sessions.map(stretchOf);
  const today = toWall(now.toISOString(), round.zone);
  // A minute later: what begins now cannot be scheduled any more.
  const soonest = { date: today.date, minute: minuteOf(today.time) + 1 };
  const last = before && stretchOf(before);
  const after = last && last.date >= soonest.date ? { date: last.date, minute: last.to } : soonest;
  return Array.from({ length: count }, () => {
    const free = freeTime(round, taken, minutes, after);
    if (!free) return { date: round.startsOn, time: "09:00" };
    taken.push(free);
    return { date: free.date, time: timeOf(free.from) };
  });
}

function stretchOf({ wallDate, wallTime, startsAt, endsAt }: SessionFacts): Stretch {
  const from = minuteOf(wallTime);
  return { date: wallDate, from, to: from + minutesBetween(startsAt, endsAt) };
}
