import { Conflict } from "#app/domain/errors.ts";
import { minutesColumns } from "#app/domain/minutes/minutes-columns.server.ts";
import { indexMinutes } from "#app/domain/proceedings/index-proceedings.server.ts";
import type { Flag } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** The minutes of an item as they stand. */
export interface StoredText {
  body: string;
  /** 0 where nothing was written. */
  revision: number;
}

/** The minutes of an item. */
export async function findText(db: Db, itemId: string): Promise<StoredText> {
  const row = await db
    .selectFrom("minutes_text")
    .select(["body", "revision"])
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return row ?? { body: "", revision: 0 };
}

/** What the minutes of an item said at a revision; nothing where there is none of that number. */
export async function textAt(db: Db, itemId: string, revision: number): Promise<string> {
  const row = await db
    .selectFrom("minutes_revision")
    .select("body")
    .where("item_id", "=", itemId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row?.body ?? "";
}

/** Whether anything is written under the items that the audience of a session sees. */
export async function hasReadableText(db: Db, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom("minutes_text")
    .innerJoin("agenda_item", "agenda_item.id", "minutes_text.item_id")
    .select("minutes_text.item_id")
    .where("minutes_text.session_id", "=", sessionId)
    .where("minutes_text.body", "<>", "")
    .where("agenda_item.visibility", "=", "shared")
    .where("agenda_item.removed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the form of the minutes of an item is filled in with. */
export function textValues({ body, revision }: StoredText): Record<string, string> {
  return { body, revision: String(revision) };
}

/** @throws Conflict when the text was saved since that revision */
export function refuseOtherRevision(stored: StoredText, revision: number, itemId: string): void {
  if (stored.revision !== revision) throw new Conflict(textValues(stored), itemId);
}

/**
 * Writes the next revision of the minutes of an item.
 * @throws Refused
 * @returns its number
 */
export async function storeRevision(
  db: Db,
  text: {
    sessionId: string;
    itemId: string;
    body: string;
    revision: number;
    authorId: string;
    isCorrection: boolean;
    reason: string;
  },
  now: Date,
): Promise<number> {
  const { sessionId, itemId, authorId, isCorrection, reason } = text;
  const columns = minutesColumns(text.body, now);
  const revision = text.revision + 1;
  const at = now.toISOString();
  const stored = { ...columns, revision, updated_by: authorId, updated_at: at };
  await db
    .insertInto("minutes_text")
    .values({ item_id: itemId, session_id: sessionId, ...stored })
    .onConflict((conflict) => conflict.column("item_id").doUpdateSet(stored))
    .execute();
  const is_correction: Flag = isCorrection ? 1 : 0;
  await db
    .insertInto("minutes_revision")
    .values({ item_id: itemId, revision, ...columns, is_correction, reason, author_id: authorId, at })
    .execute();
  await indexMinutes(db, [itemId]);
  return revision;
}
