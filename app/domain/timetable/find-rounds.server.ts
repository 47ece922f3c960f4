import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiaries } from "#app/domain/programme/beneficiary-names.server.ts";
import { findVisibleRound, roundsVisibleTo } from "#app/domain/rounds/visible-round.server.ts";
import { findSessionsOfRound, type SessionInList } from "#app/domain/sessions/find-sessions.server.ts";
import { clockOfRound } from "#app/domain/sessions/session-moment.server.ts";
import { cityZones } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { sameZone, shiftDays, toWall } from "#app/domain/time/wall-time.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Day } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A round in a list. */
export interface RoundInList {
  id: string;
  title: string;
  /** "4–6 November 2026" */
  dates: string;
  place: string | null;
  format: string;
  /** Scheduled sessions that the actor sees. */
  sessions: number;
}

/** The rounds of a group: those whose last day is not over in their zone, soonest first, and the others, newest first. */
export async function findRounds(
  db: Db,
  actor: Actor,
  groupId: string,
  reader: Reader,
): Promise<{ upcoming: RoundInList[]; past: RoundInList[] }> {
  const rows = await roundsVisibleTo(db, actor)
    .selectAll("round")
    .where("round.group_id", "=", groupId)
    .orderBy("starts_on")
    .orderBy("id")
    .execute();
  const counts = await sessionsVisibleTo(db, actor)
    .select(({ fn }) => ["session.round_id", fn.countAll<number>().as("n")])
    .where("session.group_id", "=", groupId)
    .where("session.status", "=", "scheduled")
    .groupBy("session.round_id")
    .execute();
  const listed = rows.map((row) => ({
    isPast: row.ends_on < today(row.zone, reader.now),
    round: {
      id: row.id,
      title: label(parseLabels(row.titles), reader.locale),
      dates: reader.formats.dateRange(row.starts_on, row.ends_on),
      place: row.place,
      format: row.format,
      sessions: counts.find(({ round_id }) => round_id === row.id)?.n ?? 0,
    },
  }));
  return {
    upcoming: listed.filter(({ isPast }) => !isPast).map(({ round }) => round),
    past: listed
      .filter(({ isPast }) => isPast)
      .map(({ round }) => round)
      .reverse(),
  };
}

/** A delegation for which a round has nothing yet. */
export interface Uncovered {
  code: string;
  name: NameWithMark;
  members: number;
}

export interface RoundView extends Omit<RoundInList, "sessions"> {
  groupId: string;
  zone: string;
  revision: number;
  isPast: boolean;
  /** The reader's clock where it is another one and differs by the same on all days: by how many minutes. */
  yours: { zone: string; minutes: number } | null;
  /** `title` is the whole date, `short` the weekday and the day. */
  days: { day: Day; title: string; short: string; sessions: SessionInList[] }[];
  /** Delegations without a session: for those who can schedule one, else empty. */
  uncovered: Uncovered[];
  may: { plan: boolean; schedule: boolean };
  /** What the form shows. */
  stored: Record<string, string>;
}

/**
 * A round with its timetable: the sessions that the actor sees, by day.
 * @throws NotFound
 */
export async function findRound(db: Db, actor: Actor, roundId: string, reader: Reader): Promise<RoundView> {
  const round = await findVisibleRound(db, actor, roundId);
  const sessions = await findSessionsOfRound(db, actor, round.id, reader);
  const subject = { groupId: round.group_id };
  // A day is a day: named in UTC, no zone can shift it.
  const calendar = createFormats(reader.locale, "UTC");
  const titles = parseLabels(round.titles);
  const days: RoundView["days"] = [];
  for (let day = round.starts_on; day <= round.ends_on; day = shiftDays(day, 1)) {
    const title = calendar.date(`${day}T12:00:00Z`);
    const short = title.replace(/,? \S*\d{4}\.?$/, "");
    days.push({ day, title, short, sessions: sessions.filter((session) => session.day === day) });
  }
  const isPast = round.ends_on < today(round.zone, reader.now);
  const schedule = !isPast && can(actor, "session.schedule", subject);
  return {
    id: round.id,
    groupId: round.group_id,
    title: label(titles, reader.locale),
    dates: reader.formats.dateRange(round.starts_on, round.ends_on),
    place: round.place,
    format: round.format,
    zone: clockOfRound(round, reader),
    yours: clockOf(round, reader),
    revision: round.revision,
    isPast,
    days,
    uncovered: can(actor, "session.schedule", subject) ? await findUncovered(db, round, reader) : [],
    may: { plan: can(actor, "round.plan", subject), schedule },
    stored: {
      revision: String(round.revision),
      titleEn: titles.en ?? "",
      titleBs: titles.bs ?? "",
      place: round.place ?? "",
      format: round.format,
      city: round.city || cityOf(round.zone),
      startsOn: round.starts_on,
      endsOn: round.ends_on,
    },
  };
}

/** Delegations with members in the group and no session in the round. Formats other than bilateral need none. */
export async function findUncovered(
  db: Db,
  round: { id: string; group_id: string; format: string },
  reader: Reader,
): Promise<Uncovered[]> {
  if (round.format === "online-plenary" || round.format === "on-site") return [];
  const group = await db
    .selectFrom("working_group")
    .select("programme_id")
    .where("id", "=", round.group_id)
    .executeTakeFirstOrThrow();
  const members = await db
    .selectFrom("membership")
    .select(({ fn }) => ["beneficiary_id", fn.countAll<number>().as("n")])
    .where("group_id", "=", round.group_id)
    .where("role", "=", "participant")
    .where("ended_at", "is", null)
    .groupBy("beneficiary_id")
    .execute();
  const held = await db
    .selectFrom("session")
    .select("beneficiary_id")
    .where("round_id", "=", round.id)
    .where("status", "=", "scheduled")
    .execute();
  const covered = new Set(held.map(({ beneficiary_id }) => beneficiary_id));
  const beneficiaries = await findBeneficiaries(db, group.programme_id, reader.locale);
  return beneficiaries
    .map(({ id, code, name }) => ({
      id,
      code,
      name,
      members: members.find((row) => row.beneficiary_id === id)?.n ?? 0,
    }))
    .filter(({ id, members: count }) => count > 0 && !covered.has(id))
    .map(({ code, name, members: count }) => ({ code, name, members: count }));
}

/** How far the reader's clock is from the round's, if by the same from the first to the last day. */
function clockOf(round: { zone: string; starts_on: Day; ends_on: Day }, reader: Reader): RoundView["yours"] {
  const noons = [round.starts_on, round.ends_on].map((day) => `${day}T12:00:00Z`);
  const [first = 0, last = 0] = noons.map((noon) => offsetOf(noon, reader.zone) - offsetOf(noon, round.zone));
  if (first === 0 || first !== last) return null;
  return { zone: reader.formats.zoneLabel(noons[0]!), minutes: first };
}

function offsetOf(instant: string, zone: string): number {
  const { date, time } = toWall(instant, zone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - Date.parse(instant)) / 60_000);
}

/** The first city that is offered for a zone, for rounds of which only the zone is known. */
function cityOf(zone: string): string {
  return cityZones.find((offered) => sameZone(offered.zone, zone))?.city ?? "";
}

function today(zone: string, now: Date): Day {
  return toWall(now.toISOString(), zone).date;
}
