import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type AttendanceState, settledState } from "#app/domain/minutes/attendance-states.ts";
import { hasBegun, type RecordState } from "#app/domain/minutes/minutes-state.ts";
import { openRecord, openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited, findOrganisers, type PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What was said of somebody's attendance. */
export interface SaidAttendance {
  state: AttendanceState;
  /** Name of who said it. */
  by: string;
  at: Instant;
}

/** Somebody who was invited or organises, or of whom it was said whether they were there. */
export interface AttendingPerson extends PersonInSession {
  /** What they say themselves. */
  own: SaidAttendance | null;
  /** What those say who lead the session. */
  lead: SaidAttendance | null;
  /** What is so. */
  state: AttendanceState | null;
}

export interface Guest {
  id: string;
  capacity: string;
  institution: string;
}

/** Who was invited to a session, and who was there. */
export interface Attendance {
  session: SessionFacts;
  record: RecordState;
  people: AttendingPerson[];
  guests: Guest[];
  /** Whether the session has begun. */
  begun: boolean;
  may: { mark: boolean; report: boolean };
}

/**
 * Attendance of a session that the actor sees.
 * @throws NotFound
 */
export async function findAttendance(db: Db, actor: Actor, sessionId: string, now: Date): Promise<Attendance> {
  const { session, record, subject } = await openRecord(db, actor, sessionId);
  const people = await attendingPeople(db, session);
  const isOpen = record.state !== "final" && !session.cancelled;
  return {
    session,
    record,
    people,
    guests: await findGuests(db, sessionId),
    begun: hasBegun(session, now),
    may: {
      mark: isOpen && can(actor, "attendance.mark", subject),
      report: isOpen && people.some(({ accountId }) => accountId === actor.accountId),
    },
  };
}

/**
 * A guest who was noted, for those who may change that.
 * @throws NotFound, Forbidden, Refused
 */
export async function findGuest(
  db: Db,
  actor: Actor,
  sessionId: string,
  guestId: string,
): Promise<{ session: SessionFacts; guest: Guest }> {
  const { session } = await openRecordFor(db, actor, sessionId, "attendance.mark");
  const guest = (await findGuests(db, sessionId)).find(({ id }) => id === guestId);
  if (!guest) throw new NotFound("guest");
  return { session, guest };
}

/** Everybody of a session, those too who have left the group since and of whom something was said. */
export async function attendingPeople(
  db: Db,
  session: Pick<SessionFacts, "id" | "groupId">,
): Promise<AttendingPerson[]> {
  const said = await saidOf(db, session.id);
  const invited = (await findInvited(db, [session.id])).get(session.id) ?? [];
  const known = new Set(invited.map(({ accountId }) => accountId));
  const organisers = (await findOrganisers(db, session.groupId)).filter(({ accountId }) => !known.has(accountId));
  const present = [...invited, ...organisers];
  for (const { accountId } of organisers) known.add(accountId);
  const former = await formerPeople(db, session.id, [...new Set(said.map(({ accountId }) => accountId))], known);
  return [...present, ...former].map((person) => {
    const of = (as: "self" | "lead") => said.find((one) => one.accountId === person.accountId && one.as === as) ?? null;
    const [own, lead] = [of("self"), of("lead")].map((one) => one && { state: one.state, by: one.by, at: one.at });
    const both = { own: own ?? null, lead: lead ?? null };
    return { ...person, ...both, state: settledState(both) };
  });
}

/** Guests of a session who were not taken off the list, in the order in which they were noted. */
export function findGuests(db: Db, sessionId: string): Promise<Guest[]> {
  return db
    .selectFrom("session_guest")
    .select(["id", "capacity", "institution"])
    .where("session_id", "=", sessionId)
    .where("removed_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

async function saidOf(db: Db, sessionId: string) {
  const rows = await db
    .selectFrom("attendance")
    .innerJoin("account", "account.id", "attendance.said_by")
    .select(["attendance.account_id", "attendance.said_as", "attendance.state", "account.name", "attendance.said_at"])
    .where("attendance.session_id", "=", sessionId)
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    as: row.said_as,
    state: row.state,
    by: row.name,
    at: row.said_at,
  }));
}

async function formerPeople(
  db: Db,
  sessionId: string,
  ids: readonly string[],
  known: ReadonlySet<string>,
): Promise<PersonInSession[]> {
  const others = ids.filter((id) => !known.has(id));
  if (others.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .leftJoin("session_person", (join) =>
      join.onRef("session_person.account_id", "=", "account.id").on("session_person.session_id", "=", sessionId),
    )
    .leftJoin("session", "session.id", "session_person.session_id")
    .leftJoin("membership", (join) =>
      join.onRef("membership.account_id", "=", "account.id").onRef("membership.group_id", "=", "session.group_id"),
    )
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select(["account.id", "account.name", "session_person.part", "institution.names"])
    .where("account.id", "in", others)
    .orderBy("account.name")
    .orderBy("account.id")
    .orderBy("membership.started_at", "desc")
    .execute();
  const first = rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
  return first.map(({ id, name, part, names }) => ({
    accountId: id,
    name,
    part: part ?? "organiser",
    institution: names === null ? null : parseLabels(names),
  }));
}
