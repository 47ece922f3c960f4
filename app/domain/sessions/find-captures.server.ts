import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { Db } from "#db/store.ts";

/** A contribution that was captured in a session. */
export interface Capture {
  number: string;
  kind: string;
  status: string;
  title: string;
  /** Code of the language of its title. */
  language: string;
  itemId: string | null;
  mine: boolean;
}

/**
 * What was captured in a session and the actor sees; withdrawn ones are left to the pages of the contributions.
 * @param itemIds the items that the actor's agenda shows: another one leaves no trace here either
 */
export async function findCaptures(
  db: Db,
  actor: Actor,
  sessionId: string,
  itemIds: ReadonlySet<string>,
): Promise<Capture[]> {
  const rows = await contributionsVisibleTo(db, actor)
    .innerJoin("contribution_version", (join) =>
      join
        .onRef("contribution_version.contribution_id", "=", "contribution.id")
        .on("contribution_version.provenance", "=", "original"),
    )
    .select([
      "contribution.number",
      "contribution.kind",
      "contribution.status",
      "contribution.author_id",
      "contribution.agenda_item_id",
      "contribution_version.title",
      "contribution_version.language",
    ])
    .where("contribution.session_id", "=", sessionId)
    .where("contribution.status", "!=", "withdrawn")
    .orderBy("contribution.created_at")
    .orderBy("contribution.number")
    .execute();
  return rows.map(({ author_id, agenda_item_id, ...capture }) => ({
    ...capture,
    itemId: agenda_item_id && itemIds.has(agenda_item_id) ? agenda_item_id : null,
    mine: author_id === actor.accountId,
  }));
}
