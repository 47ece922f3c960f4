import type { Actor } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { momentOf, type SessionMoment } from "#app/domain/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Day } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A session in a list. */
export interface SessionInList extends SessionMoment {
  id: string;
  groupId: string;
  group: string;
  roundId: string;
  round: string;
  title: string;
  /** With its mark; null for a plenary. */
  beneficiary: NameWithMark | null;
  day: Day;
  /** Minutes since midnight of the day at which it begins, on the session's clock. */
  start: number;
  minutes: number;
  language: string;
  /** Names, in the order of the reader's alphabet. */
  consultants: string[];
  interpreter: string | null;
  /** Whether the actor is invited, and not only an organiser of the group. */
  invited: boolean;
  joinLink: string | null;
  cancelled: boolean;
  over: boolean;
  running: boolean;
  /** "in 17 hours" */
  relative: string;
}

/**
 * Sessions to come that the actor sees, or that are going on, earliest first, without cancelled ones.
 * @param groupId null: of all groups of the actor
 */
export async function findUpcomingSessions(
  db: Db,
  actor: Actor,
  groupId: string | null,
  reader: Reader,
  limit = 20,
): Promise<SessionInList[]> {
  let query = rowsVisibleTo(db, actor)
    .where("session.status", "=", "scheduled")
    .where("session.ends_at", ">", reader.now.toISOString())
    .limit(limit);
  if (groupId) query = query.where("session.group_id", "=", groupId);
  return listed(db, actor, await query.execute(), reader);
}

/** Sessions of a round that the actor sees, earliest first, cancelled ones too. */
export async function findSessionsOfRound(
  db: Db,
  actor: Actor,
  roundId: string,
  reader: Reader,
): Promise<SessionInList[]> {
  const rows = await rowsVisibleTo(db, actor).where("session.round_id", "=", roundId).execute();
  return listed(db, actor, rows, reader);
}

function rowsVisibleTo(db: Db, actor: Actor) {
  return sessionsVisibleTo(db, actor)
    .innerJoin("round", "round.id", "session.round_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .selectAll("session")
    .select(["round.titles", "working_group.names as group_names", "beneficiary.names", "beneficiary.mark"])
    .orderBy("session.starts_at")
    .orderBy("session.id");
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsVisibleTo>["execute"]>>[number];

async function listed(db: Db, actor: Actor, rows: readonly Row[], reader: Reader): Promise<SessionInList[]> {
  if (rows.length === 0) return [];
  const people = await db
    .selectFrom("session_person")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select(["session_person.session_id", "session_person.part", "account.id", "account.name"])
    .where(
      "session_person.session_id",
      "in",
      rows.map(({ id }) => id),
    )
    .where("session_person.removed_at", "is", null)
    .execute();
  const now = reader.now.toISOString();
  return rows.map((row) => {
    const here = people.filter(({ session_id }) => session_id === row.id);
    const named = (part: string) =>
      here
        .filter((person) => person.part === part)
        .map(({ name }) => name)
        .sort(reader.formats.collator.compare);
    const beneficiary = nameWithMark(row, reader.locale);
    return {
      ...momentOf(row, reader),
      id: row.id,
      groupId: row.group_id,
      group: label(parseLabels(row.group_names), reader.locale),
      roundId: row.round_id,
      round: label(parseLabels(row.titles), reader.locale),
      title: sessionTitle(reader.text, beneficiary),
      beneficiary,
      day: row.wall_date,
      start: Number(row.wall_time.slice(0, 2)) * 60 + Number(row.wall_time.slice(3)),
      minutes: Math.round((Date.parse(row.ends_at) - Date.parse(row.starts_at)) / 60_000),
      language: reader.formats.languageName(row.language),
      consultants: named("consultant"),
      interpreter: named("interpreter")[0] ?? null,
      invited: here.some(({ id }) => id === actor.accountId),
      joinLink: row.status === "cancelled" ? null : row.join_link,
      cancelled: row.status === "cancelled",
      over: row.ends_at <= now,
      running: row.starts_at <= now && now < row.ends_at,
      relative: reader.formats.relative(row.starts_at, reader.now),
    };
  });
}
