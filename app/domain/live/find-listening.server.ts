import { membershipIn } from "#app/domain/access/actor.ts";
import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** What is told of a session that goes on: as much to all who lead it, and as much to all who only see it. */
export type Audience = "leads" | "sees";

/** A session that is listened to. */
export type Heard = Pick<SessionFacts, "id" | "groupId" | "startsAt" | "endsAt" | "cancelled" | "revision">;

/** @returns null where there is none, or where it was cancelled: nothing goes on there */
export async function findHeard(db: Db, sessionId: string): Promise<Heard | null> {
  const row = await db
    .selectFrom("session")
    .select(["id", "group_id", "starts_at", "ends_at", "status", "revision"])
    .where("id", "=", sessionId)
    .executeTakeFirst();
  if (!row || row.status === "cancelled") return null;
  const { id, group_id, starts_at, ends_at, revision } = row;
  return { id, groupId: group_id, startsAt: starts_at, endsAt: ends_at, cancelled: false, revision };
}

/**
 * Who of these accounts may hear of a session now, and how much: by the rules of `access`, asked for all of them
 * together in a fixed number of statements.
 */
export async function findListening(
  db: Db,
  session: Pick<Heard, "id" | "groupId">,
  accountIds: readonly string[],
): Promise<Map<string, Audience>> {
  const invited = await db
    .selectFrom("session_person")
    .select(["account_id", "part"])
    .where("session_id", "=", session.id)
    .where((eb) => isInAudience(eb))
    .execute();
  const access = { groupId: session.groupId, audience: invited.map(({ account_id }) => account_id) };
  const ids = [...new Set(accountIds)];
  const actors = await Promise.all(ids.map((id) => findActorOfLine(db, id)));
  const listening = new Map<string, Audience>();
  for (const [at, actor] of actors.entries()) {
    const id = ids[at];
    if (id === undefined || !seesSession(actor, access)) continue;
    const isConsultant =
      membershipIn(actor, session.groupId)?.role === "consultant" &&
      invited.some(({ account_id, part }) => account_id === id && part === "consultant");
    const relations = isConsultant ? (["session-consultant"] as const) : [];
    listening.set(id, can(actor, "minutes.write", { groupId: session.groupId, relations }) ? "leads" : "sees");
  }
  return listening;
}
