import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import type { AgendaItemTable } from "#db/schema/agenda-item.ts";
import type { Db } from "#db/store.ts";

/** An agenda item that something was captured under. */
export type VisibleItem = Pick<AgendaItemTable, "id" | "title" | "kind" | "attribution">;

/**
 * An item on the agenda of a session that the actor sees; internal ones are there for those who see them on the agenda,
 * and for nobody else.
 */
export async function findVisibleItem(
  db: Db,
  actor: Actor,
  session: Pick<SessionFacts, "id" | "groupId">,
  itemId: string,
): Promise<VisibleItem | null> {
  const item = await db
    .selectFrom("agenda_item")
    .select(["id", "title", "kind", "attribution", "visibility"])
    .where("id", "=", itemId)
    .where("session_id", "=", session.id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!item) return null;
  const { visibility, ...found } = item;
  if (visibility === "shared") return found;
  const subject = { groupId: session.groupId, relations: await relationsToSession(db, actor, session) };
  return can(actor, "agenda.view-internal", subject) ? found : null;
}
