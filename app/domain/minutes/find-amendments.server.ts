import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What somebody would have the minutes of an item say. */
export interface Amendment {
  id: string;
  itemId: string;
  body: string;
  bodyHtml: string;
  /** The revision that it would change. */
  baseRevision: number;
  note: string;
  by: string;
  authorId: string;
  at: Instant;
  decision: "accepted" | "refused" | null;
  reason: string;
}

/** Amendments of a session, earliest first: all, or the actor's own; none of an item that the actor does not see. */
export async function findAmendments(
  db: Db,
  actor: Actor,
  { sessionId, items, all }: { sessionId: string; items: readonly { id: string }[]; all: boolean },
): Promise<Amendment[]> {
  let query = db
    .selectFrom("minutes_amendment")
    .innerJoin("account", "account.id", "minutes_amendment.author_id")
    .selectAll("minutes_amendment")
    .select("account.name")
    .where("session_id", "=", sessionId);
  if (!all) query = query.where("author_id", "=", actor.accountId ?? "");
  const rows = await query.orderBy("proposed_at").orderBy("minutes_amendment.id").execute();
  const seen = new Set(items.map(({ id }) => id));
  return rows
    .filter(({ item_id }) => seen.has(item_id))
    .map((row) => ({
      id: row.id,
      itemId: row.item_id,
      body: row.body,
      bodyHtml: row.body_html,
      baseRevision: row.base_revision,
      note: row.note,
      by: row.name,
      authorId: row.author_id,
      at: row.proposed_at,
      decision: row.decision,
      reason: row.reason,
    }));
}
