import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Db } from "#db/store.ts";

/**
 * How the actor stands to a session: whoever is invited answers; a consultant of the group who leads it may see and
 * edit its whole agenda.
 */
export async function relationsToSession(
  db: Db,
  actor: Actor,
  session: { id: string; groupId: string },
): Promise<Relation[]> {
  const role = membershipIn(actor, session.groupId)?.role;
  if (!role) return [];
  const row = await db
    .selectFrom("session_person")
    .select("part")
    .where("session_id", "=", session.id)
    .where("account_id", "=", actor.accountId)
    .where((eb) => isInAudience(eb))
    .executeTakeFirst();
  if (!row) return [];
  return role === "consultant" && row.part === "consultant" ? ["invited", "session-consultant"] : ["invited"];
}
