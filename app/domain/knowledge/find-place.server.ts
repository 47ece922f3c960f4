import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/store.ts";

/** Where a record is captured: the group, and perhaps the session and the agenda item. */
export interface Place {
  groupId: string;
  groupCode: string;
  programmeId: string;
  roundId: string | null;
  sessionId: string | null;
  itemId: string | null;
  /** The delegation of a bilateral session. */
  beneficiaryId: string | null;
  /** Inherited: agenda item, else session, else `beneficiary`. */
  attribution: Attribution;
  /** Language of the session. */
  language: string | null;
  itemKind: string | null;
}

/**
 * The place a record is captured at. The session is looked up among those the actor sees, the item through its session.
 * @throws NotFound when session, item or group is not there for this actor, or the item belongs to another session
 */
export async function findPlace(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; sessionId?: string | null; itemId?: string | null },
): Promise<Place> {
  const session = from.sessionId ? await findSession(db, actor, from.sessionId) : null;
  if (from.itemId && !session) throw new NotFound("session");
  const item = session && from.itemId ? await findItem(db, actor, session, from.itemId) : null;
  const groupId = session?.group_id ?? from.groupId;
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
    roundId: session?.round_id ?? null,
    sessionId: session?.id ?? null,
    itemId: item?.id ?? null,
    beneficiaryId: session?.beneficiary_id ?? null,
    attribution: item?.attribution ?? session?.attribution ?? "beneficiary",
    language: session?.language ?? null,
    itemKind: item?.kind ?? null,
  };
}

async function findSession(db: Db, actor: Actor, sessionId: string) {
  const session = await sessionsVisibleTo(db, actor)
    .selectAll("session")
    .where("session.id", "=", sessionId)
    .executeTakeFirst();
  if (!session) throw new NotFound("session");
  return session;
}

async function findItem(db: Db, actor: Actor, session: { id: string; group_id: string }, itemId: string) {
  const item = await db
    .selectFrom("agenda_item")
    .select(["id", "kind", "attribution", "visibility"])
    .where("id", "=", itemId)
    .where("session_id", "=", session.id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!item) throw new NotFound("agenda item");
  if (item.visibility === "shared") return item;
  const consultant = await db
    .selectFrom("session_person")
    .select("account_id")
    .where("session_id", "=", session.id)
    .where("account_id", "=", actor.accountId)
    .where("part", "=", "consultant")
    .where("removed_at", "is", null)
    .executeTakeFirst();
  const subject = { groupId: session.group_id, relations: consultant ? (["session-consultant"] as const) : [] };
  if (!can(actor, "agenda.view-internal", subject)) throw new NotFound("agenda item");
  return item;
}
