import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { lastStepOf } from "#app/domain/sessions/last-step.server.ts";
import type { Ending } from "#app/domain/sessions/session-state.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Day, Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/**
 * Everything a session is, as stored: instants, ids, codes and labels. Pages, lists, mails, calendar files and
 * warnings start from it; what a viewer reads is made in `views/`.
 */
export interface SessionFacts {
  id: string;
  groupId: string;
  group: Labels;
  round: { id: string; titles: Labels; venue: string | null };
  /** The delegation it is held with; null for a plenary. */
  beneficiary: (Designation<Labels> & { id: string; footnote: Labels }) | null;
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  /** The city the zone was picked by; empty where only the zone is known. */
  city: string;
  /** The wall time that was typed, on the clock of `zone`. */
  wallDate: Day;
  wallTime: string;
  /** Code of the language it is held in. */
  language: string;
  joinLink: string | null;
  attribution: Attribution;
  cancelled: boolean;
  cancellationReason: string | null;
  /** iCalendar SEQUENCE. */
  sequence: number;
  revision: number;
  updatedAt: Instant;
  /** What its log says last: whether it goes on, has ended, or was not started. */
  lastStep: Ending["lastStep"];
}

/** A query that has chosen sessions and nothing of them yet: it decides who sees what. */
export type SessionQuery = ReturnType<typeof sessionsVisibleTo>;

/** The facts of the sessions that a query finds, earliest first. */
export async function readSessionFacts(sessions: SessionQuery): Promise<SessionFacts[]> {
  const rows = await sessions
    .innerJoin("round", "round.id", "session.round_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .selectAll("session")
    .select([
      "round.titles",
      "round.venue",
      "working_group.names as group_names",
      "beneficiary.names",
      "beneficiary.mark",
      "beneficiary.footnote",
    ])
    .select((eb) => lastStepOf(eb as unknown as ExpressionBuilder<Schema, "session">).as("last_step"))
    .orderBy("session.starts_at")
    .orderBy("session.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group_id,
    group: parseLabels(row.group_names),
    round: { id: row.round_id, titles: parseLabels(row.titles), venue: row.venue },
    beneficiary: row.beneficiary_id
      ? {
          id: row.beneficiary_id,
          names: parseLabels(row.names),
          mark: row.mark,
          footnote: parseLabels(row.footnote),
        }
      : null,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    city: row.city,
    wallDate: row.wall_date,
    wallTime: row.wall_time,
    language: row.language,
    joinLink: row.join_link,
    attribution: row.attribution,
    cancelled: row.status === "cancelled",
    cancellationReason: row.cancellation_reason,
    sequence: row.sequence,
    revision: row.revision,
    updatedAt: row.updated_at,
    lastStep: row.last_step,
  }));
}

/**
 * A session that the actor sees.
 * @throws NotFound
 */
export async function findSessionFacts(db: Db, actor: Actor, sessionId: string): Promise<SessionFacts> {
  const [session] = await readSessionFacts(sessionsVisibleTo(db, actor).where("session.id", "=", sessionId));
  if (!session) throw new NotFound("session");
  return session;
}
