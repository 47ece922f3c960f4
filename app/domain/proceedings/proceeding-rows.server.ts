import type { Proceeding, ProceedingSession } from "#app/domain/proceedings/proceeding.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import type { Db } from "#db/store.ts";

/** What is read of a session with everything that belongs to it. */
const ofSession = [
  ...(["session.id as session_id", "session.group_id", "session.round_id", "session.language"] as const),
  ...(["session.status", "session.starts_at", "session.zone", "beneficiary.code"] as const),
] as const;

/** Items of agendas, but for those of cancelled sessions: nobody will speak of them. */
export async function readAgendaItems(db: Db, ids: readonly string[]): Promise<Proceeding[]> {
  const rows = await db
    .selectFrom("agenda_item")
    .innerJoin("session", "session.id", "agenda_item.session_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["agenda_item.id", "agenda_item.title", "description", "visibility", ...ofSession])
    .where("agenda_item.id", "in", ids)
    .where("agenda_item.removed_at", "is", null)
    .where("session.status", "<>", "cancelled")
    .orderBy("agenda_item.id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: "agenda-item", session: sessionOf(row), itemId: row.id, number: null },
    ...{ title: row.title, body: plainText(row.description), internal: row.visibility === "internal" },
    ...{ state: null, ownerId: null, delegationId: null, at: null },
  }));
}

/** What the minutes say of agenda items; `ids` are those of `minutesId`. */
export async function readMinutes(db: Db, ids: readonly string[]): Promise<Proceeding[]> {
  const rows = await db
    .selectFrom("minutes_text")
    .innerJoin("agenda_item", "agenda_item.id", "minutes_text.item_id")
    .innerJoin("session", "session.id", "minutes_text.session_id")
    .leftJoin("minutes", "minutes.session_id", "session.id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["item_id", "agenda_item.title", "body", "visibility", "minutes.state", "minutes_text.updated_at"])
    .select(ofSession)
    .where("item_id", "in", ids.map(itemOfMinutes))
    .where("agenda_item.removed_at", "is", null)
    .where("body", "<>", "")
    .orderBy("item_id")
    .execute();
  return rows.map((row) => ({
    ...{ id: minutesId(row.item_id), kind: "minutes", session: sessionOf(row), itemId: row.item_id, number: null },
    ...{ title: row.title, body: plainText(row.body), internal: row.visibility === "internal" },
    ...{ state: row.state ?? "draft", ownerId: null, delegationId: null, at: row.updated_at },
  }));
}

/** By what the minutes of an agenda item are known, apart from the item. */
export function minutesId(itemId: string): string {
  return `minutes-${itemId}`;
}

/** The agenda item of minutes. */
export function itemOfMinutes(id: string): string {
  return id.replace(/^minutes-/, "");
}

/** Decisions that were not taken back. */
export async function readDecisions(db: Db, ids: readonly string[]): Promise<Proceeding[]> {
  const rows = await db
    .selectFrom("decision")
    .innerJoin("session", "session.id", "decision.session_id")
    .leftJoin("agenda_item", "agenda_item.id", "decision.item_id")
    .leftJoin("minutes", "minutes.session_id", "session.id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["decision.id", "item_id", "number", "text", "decision.created_at", "visibility", "minutes.state"])
    .select(ofSession)
    .where("decision.id", "in", ids)
    .where("decision.removed_at", "is", null)
    .where("agenda_item.removed_at", "is", null)
    .orderBy("decision.id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: "decision", session: sessionOf(row), itemId: row.item_id, number: row.number },
    ...{ title: "", body: row.text, internal: row.visibility === "internal" },
    ...{ state: row.state ?? "draft", ownerId: null, delegationId: null, at: row.created_at },
  }));
}

/** Action points, with what was said when they were settled. */
export async function readActionPoints(db: Db, ids: readonly string[]): Promise<Proceeding[]> {
  const rows = await db
    .selectFrom("action_point")
    .innerJoin("session", "session.id", "action_point.session_id")
    .leftJoin("agenda_item", "agenda_item.id", "action_point.item_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["action_point.id", "item_id", "number", "text", "note", "action_point.created_at", "visibility"])
    .select(["owner_id", "delegation_id", ...ofSession])
    .where("action_point.id", "in", ids)
    .orderBy("action_point.id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: "action-point", session: sessionOf(row), itemId: row.item_id, number: row.number },
    ...{ title: "", body: `${row.text}\n${row.note}`.trim(), internal: row.visibility === "internal" },
    ...{ state: null, ownerId: row.owner_id, delegationId: row.delegation_id, at: row.created_at },
  }));
}

interface SessionRow {
  session_id: string;
  group_id: string;
  round_id: string;
  language: string;
  status: string;
  starts_at: string;
  zone: string;
  code: string | null;
}

function sessionOf(row: SessionRow): ProceedingSession {
  const { session_id: id, group_id: groupId, round_id: roundId, language, starts_at: startsAt, zone } = row;
  const cancelled = row.status === "cancelled";
  return { id, groupId, roundId, language, cancelled, startsAt, zone, beneficiary: row.code };
}
