import type { ExpressionBuilder } from "kysely";
import { actionPointIsOwn, actionPointsVisibleTo } from "#app/domain/access/action-point.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ActionState } from "#app/domain/minutes/minutes-limits.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Day, Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Something to be done, as somebody who sees it reads it. */
export interface ActionPoint {
  id: string;
  groupId: string;
  group: Labels;
  sessionId: string;
  itemId: string | null;
  number: number;
  text: string;
  owner: { id: string; name: string } | null;
  delegation: (Designation<Labels> & { id: string }) | null;
  dueOn: Day | null;
  state: ActionState;
  note: string;
  settledAt: Instant | null;
  revision: number;
  /** The session that agreed on it, and its round. */
  session: {
    startsAt: Instant;
    /** By whose days it is due. */
    zone: string;
    language: string;
    beneficiary: (Designation<Labels> & { footnote: Labels }) | null;
    round: Labels;
  };
}

/** A query that has chosen action points and nothing of them yet: it decides who sees what. */
export type ActionQuery = ReturnType<typeof actionPointsVisibleTo>;

/** The facts of action points: those that are due first stand first, those without a day last. */
export async function readActionPoints(points: ActionQuery): Promise<ActionPoint[]> {
  const rows = await points
    .innerJoin("session", "session.id", "action_point.session_id")
    .innerJoin("round", "round.id", "session.round_id")
    .innerJoin("working_group", "working_group.id", "action_point.group_id")
    .leftJoin("account", "account.id", "action_point.owner_id")
    .leftJoin("beneficiary as delegation", "delegation.id", "action_point.delegation_id")
    .leftJoin("beneficiary as met", "met.id", "session.beneficiary_id")
    .selectAll("action_point")
    .select(["account.name", "delegation.names as delegation_names", "delegation.mark as delegation_mark"])
    .select([
      "session.starts_at",
      "session.zone",
      "session.language",
      "round.titles",
      "working_group.names as group_names",
    ])
    .select(["met.names as met_names", "met.mark as met_mark", "met.footnote as met_footnote"])
    .orderBy((eb) => eb.case().when("action_point.due_on", "is", null).then(1).else(0).end())
    .orderBy("action_point.due_on")
    .orderBy("session.starts_at")
    .orderBy("action_point.number")
    .orderBy("action_point.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group_id,
    group: parseLabels(row.group_names),
    sessionId: row.session_id,
    itemId: row.item_id,
    number: row.number,
    text: row.text,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? "" },
    delegation:
      row.delegation_id === null
        ? null
        : { id: row.delegation_id, names: parseLabels(row.delegation_names), mark: row.delegation_mark },
    dueOn: row.due_on,
    state: row.state,
    note: row.note,
    settledAt: row.settled_at,
    revision: row.revision,
    session: {
      startsAt: row.starts_at,
      zone: row.zone,
      language: row.language,
      beneficiary:
        row.met_names === null
          ? null
          : { names: parseLabels(row.met_names), mark: row.met_mark, footnote: parseLabels(row.met_footnote) },
      round: parseLabels(row.titles),
    },
  }));
}

/** Which action points of a group are asked for. */
export interface ActionFilter {
  mine: boolean;
  delegationId: string | null;
  /** Null: whatever became of it. */
  state: ActionState | null;
  overdue: boolean;
}

/** Action points of a group that the actor sees. */
export async function findActionPoints(
  db: Db,
  actor: Actor,
  groupId: string,
  filter: ActionFilter,
  now: Date,
): Promise<ActionPoint[]> {
  let query = actionPointsVisibleTo(db, actor).where("action_point.group_id", "=", groupId).limit(MAX_LISTED);
  if (filter.mine) query = query.where((eb) => actionPointIsOwn(eb, actor));
  if (filter.delegationId) query = query.where("action_point.delegation_id", "=", filter.delegationId);
  if (filter.state) query = query.where("action_point.state", "=", filter.state);
  if (filter.overdue) {
    const late = await overdueIn(db, groupId, now);
    query = query.where("action_point.state", "=", "open").where(late);
  }
  return readActionPoints(query);
}

/** Whether the day has passed on which one is due, by the calendar of the place where it was agreed. */
async function overdueIn(db: Db, groupId: string, now: Date) {
  const ofGroup = db.selectFrom("session").where("session.group_id", "=", groupId);
  const zones = await ofGroup.select("session.zone").distinct().orderBy("session.zone").execute();
  return (eb: ExpressionBuilder<Schema, "action_point">) =>
    eb.or(
      zones.map(({ zone }) =>
        eb.and([
          eb("action_point.due_on", "<", todayIn(zone, now)),
          eb("action_point.session_id", "in", ofGroup.select("session.id").where("session.zone", "=", zone)),
        ]),
      ),
    );
}

/** As many as a page lists. */
const MAX_LISTED = 500;

/** What a session agreed on, in the order of its numbers, as far as the actor sees it. */
export async function findActionsOf(db: Db, actor: Actor, sessionIds: readonly string[]): Promise<ActionPoint[]> {
  if (sessionIds.length === 0) return [];
  const found = await readActionPoints(
    actionPointsVisibleTo(db, actor).where("action_point.session_id", "in", sessionIds),
  );
  return found.sort((a, b) => a.number - b.number);
}

/** What is still open from earlier sessions with the same delegation, or of everybody, as far as the actor sees it. */
export function findOpenFromEarlier(
  db: Db,
  actor: Actor,
  session: Pick<SessionFacts, "groupId" | "beneficiary" | "startsAt">,
): Promise<ActionPoint[]> {
  const beneficiaryId = session.beneficiary?.id ?? null;
  const earlier = actionPointsVisibleTo(db, actor)
    .where("action_point.state", "=", "open")
    .where("action_point.group_id", "=", session.groupId)
    .where("action_point.session_id", "in", (eb) =>
      eb
        .selectFrom("session as before")
        .select("before.id")
        .where("before.group_id", "=", session.groupId)
        .where("before.beneficiary_id", beneficiaryId === null ? "is" : "=", beneficiaryId)
        .where("before.starts_at", "<", session.startsAt),
    );
  return readActionPoints(earlier);
}

/** What the actor has still to do, or the actor's delegation. */
export function openActionsOf(db: Db, actor: Actor): ActionQuery {
  return actionPointsVisibleTo(db, actor)
    .where((eb) => actionPointIsOwn(eb, actor))
    .where("action_point.state", "=", "open");
}

/**
 * An action point that the actor sees.
 * @throws NotFound
 */
export async function findActionPoint(db: Db, actor: Actor, actionId: string): Promise<ActionPoint> {
  const [point] = await readActionPoints(actionPointsVisibleTo(db, actor).where("action_point.id", "=", actionId));
  if (!point) throw new NotFound("action point");
  return point;
}

/** Which day it is in a zone. */
export function todayIn(zone: string, now: Date): Day {
  return toWall(now.toISOString(), zone).date;
}
