import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findVisibleItem, type VisibleItem } from "#app/domain/knowledge/find-visible-item.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** Where a contribution is captured: the group, and perhaps the session and the agenda item. */
export interface CaptureContext {
  groupId: string;
  groupCode: string;
  programmeId: string;
  session: SessionFacts | null;
  item: VisibleItem | null;
  /** The delegation of a bilateral session. */
  delegationId: string | null;
  /** Inherited: agenda item, else session, else `beneficiary`. */
  attribution: Attribution;
}

/**
 * The context of a contribution. The session is looked up among those the actor sees, the item through its session.
 * @throws NotFound when session, item or group is not there for this actor, or the item belongs to another session
 */
export async function findContext(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; sessionId?: string | null; itemId?: string | null },
): Promise<CaptureContext> {
  const session = from.sessionId ? await findSessionFacts(db, actor, from.sessionId) : null;
  if (from.itemId && !session) throw new NotFound("session");
  const item = session && from.itemId ? await findVisibleItem(db, actor, session, from.itemId) : null;
  if (from.itemId && !item) throw new NotFound("agenda item");
  const groupId = session?.groupId ?? from.groupId;
  if (!groupId || !membershipIn(actor, groupId)) throw new NotFound("group");
  const group = await db
    .selectFrom("working_group")
    .select(["code", "programme_id"])
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  return {
    groupId,
    groupCode: group.code,
    programmeId: group.programme_id,
    session,
    item,
    delegationId: session?.beneficiary?.id ?? null,
    attribution: item?.attribution ?? session?.attribution ?? "beneficiary",
  };
}
