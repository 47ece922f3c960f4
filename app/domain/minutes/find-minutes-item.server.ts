import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { RecordState } from "#app/domain/minutes/minutes-state.ts";
import { openRecord, openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { findText, textValues } from "#app/domain/minutes/store-revision.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Flag, Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What the form of the minutes of an item is made from. */
export interface MinutesItemForm {
  session: SessionFacts;
  record: RecordState;
  item: { id: string; title: string };
  stored: Record<string, string>;
}

/**
 * The minutes of an item for those who write them.
 * @throws NotFound, Forbidden, Refused
 */
export async function findMinutesItem(
  db: Db,
  actor: Actor,
  { sessionId, itemId }: { sessionId: string; itemId: string },
): Promise<MinutesItemForm> {
  const { session, record } = await openRecordFor(db, actor, sessionId, "minutes.write");
  const item = await seenItem(db, actor, session, itemId);
  return { session, record, item, stored: textValues(await findText(db, item.id)) };
}

/** What the minutes of an item once said. */
export interface MinutesRevision {
  revision: number;
  bodyHtml: string;
  by: string;
  at: Instant;
  isCorrection: Flag;
  reason: string;
}

/** Texts of a history that are read at a time: minutes that save themselves have hundreds. */
const MOST_TEXTS = 20;

/** What the minutes of an item ever said, so many texts at a time. */
export interface MinutesHistory extends Pick<MinutesItemForm, "session" | "item"> {
  revisions: MinutesRevision[];
  /** Before which revision older ones are found; null where there are none. */
  older: number | null;
}

/**
 * What the minutes of an item ever said, newest first; what was written before they were circulated, for those alone
 * who wrote.
 * @param before the revision before which to begin; null for the newest
 * @throws NotFound
 */
export async function findMinutesHistory(
  db: Db,
  actor: Actor,
  { sessionId, itemId, before = null }: { sessionId: string; itemId: string; before?: number | null },
): Promise<MinutesHistory> {
  const { session, record, subject } = await openRecord(db, actor, sessionId);
  const item = await seenItem(db, actor, session, itemId);
  const writes = can(actor, "minutes.write", subject);
  if (record.state === "draft" && !writes) throw new NotFound("minutes");
  const first = writes ? 0 : await circulatedRevision(db, item.id, record);
  const rows = await db
    .selectFrom("minutes_revision")
    .innerJoin("account", "account.id", "minutes_revision.author_id")
    .select(["revision", "body_html", "account.name", "at", "is_correction", "reason"])
    .where("item_id", "=", item.id)
    .where("revision", ">=", first)
    .$if(before !== null, (query) => query.where("revision", "<", before))
    .orderBy("revision", "desc")
    .limit(MOST_TEXTS + 1)
    .execute();
  const shown = rows.slice(0, MOST_TEXTS);
  return {
    session,
    item,
    older: rows.length > MOST_TEXTS ? (shown.at(-1)?.revision ?? null) : null,
    revisions: shown.map(({ body_html, name, is_correction, ...row }) => ({
      ...row,
      bodyHtml: body_html,
      by: name,
      isCorrection: is_correction,
    })),
  };
}

/** The revision of an item that was circulated; 0 where nothing was written by then. */
async function circulatedRevision(db: Db, itemId: string, { circulatedAt }: RecordState): Promise<number> {
  const row = await db
    .selectFrom("minutes_revision")
    .select("revision")
    .where("item_id", "=", itemId)
    .where("at", "<=", circulatedAt ?? "")
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** @throws NotFound for an item that is not on the agenda as the actor sees it */
export async function seenItem(
  db: Db,
  actor: Actor,
  session: SessionFacts,
  itemId: string,
): Promise<{ id: string; title: string; internal: boolean }> {
  const { items } = await agendaOf(db, actor, session);
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound("agenda item");
  return { id: item.id, title: item.title, internal: item.internal };
}
