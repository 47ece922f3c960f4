import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { findCourse } from "#app/domain/live/find-course.server.ts";
import type { Audience, Heard } from "#app/domain/live/find-listening.server.ts";
import { findWait, type Wait } from "#app/domain/live/find-wait.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import type { Db } from "#db/store.ts";

/** How a session stands for an audience: nothing in it that this audience may not see. */
export interface LiveNews {
  course: LiveCourse;
  wait: Wait | null;
  /** Revisions of the minutes by item; none while they are a draft that the audience does not read. */
  minutes: Readonly<Record<string, number>>;
  /** Another one means that something else on the page changed: people, agenda, what was captured. */
  rest: string;
  /** Of all of it. */
  version: string;
}

/** Text of an item as it was just saved. */
export interface SavedText {
  itemId: string;
  revision: number;
  body: string;
  bodyHtml: string;
  by: string;
}

/** How a session stands. One answer is for everybody of the audience. */
export async function findLiveNews(db: Db, session: Heard, audience: Audience, now: Date): Promise<LiveNews> {
  const course = await findCourse(db, session, now);
  const wait = await findWait(db, session, now);
  const state = await stateOf(db, session.id);
  const items = await itemsFor(db, session.id, audience);
  const isRead = audience === "leads" || state !== "draft";
  const minutes = isRead ? await revisionsOf(db, session.id, new Set(items.map(({ id }) => id))) : {};
  const attendance = await attendanceOf(db, session.id);
  // What a delegation captured, others who see the session may not know of: only those who lead it see all.
  const captures = audience === "leads" ? await capturesOf(db, session.id) : "";
  const rest = sha256(JSON.stringify([session.revision, state, items, attendance, captures]));
  const version = sha256(JSON.stringify([course, wait, minutes, rest])).slice(0, 24);
  return { course, wait, minutes, rest, version };
}

/** The texts of some items, for those who write them. */
export async function findSavedTexts(db: Db, sessionId: string, itemIds: readonly string[]): Promise<SavedText[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom("minutes_text")
    .innerJoin("account", "account.id", "minutes_text.updated_by")
    .select(["item_id", "revision", "body", "body_html", "account.name"])
    .where("session_id", "=", sessionId)
    .where("item_id", "in", itemIds)
    .orderBy("item_id")
    .execute();
  return rows.map(({ item_id, revision, body, body_html, name }) => ({
    itemId: item_id,
    ...{ revision, body, bodyHtml: body_html, by: name },
  }));
}

async function stateOf(db: Db, sessionId: string): Promise<string> {
  const row = await db.selectFrom("minutes").select("state").where("session_id", "=", sessionId).executeTakeFirst();
  return row?.state ?? "draft";
}

function itemsFor(db: Db, sessionId: string, audience: Audience) {
  const items = db
    .selectFrom("agenda_item")
    .select(["id", "revision", "minutes", "title"])
    .where("session_id", "=", sessionId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id");
  return (audience === "leads" ? items : items.where("visibility", "=", "shared")).execute();
}

async function revisionsOf(db: Db, sessionId: string, items: ReadonlySet<string>): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("minutes_text")
    .select(["item_id", "revision"])
    .where("session_id", "=", sessionId)
    .orderBy("item_id")
    .execute();
  return Object.fromEntries(rows.filter(({ item_id }) => items.has(item_id)).map((row) => [row.item_id, row.revision]));
}

async function attendanceOf(db: Db, sessionId: string): Promise<unknown> {
  return db
    .selectFrom("attendance")
    .select(["account_id", "said_as", "state"])
    .where("session_id", "=", sessionId)
    .orderBy("account_id")
    .orderBy("said_as")
    .execute();
}

async function capturesOf(db: Db, sessionId: string): Promise<unknown> {
  return db
    .selectFrom("contribution")
    .select(["number", "revision", "status"])
    .where("session_id", "=", sessionId)
    .where("status", "in", submittedStatuses)
    .orderBy("number")
    .execute();
}
