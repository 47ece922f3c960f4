import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Relation } from "#app/domain/access/policy.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Db } from "#db/store.ts";

/** How the actor stands to a session: a consultant of the group who leads it may see and edit its whole agenda. */
export async function relationsToSession(
  db: Db,
  actor: Actor,
  session: { id: string; groupId: string },
): Promise<Relation[]> {
  if (membershipIn(actor, session.groupId)?.role !== "consultant") return [];
  const row = await db
    .selectFrom("session_person")
    .select("account_id")
    .where("session_id", "=", session.id)
    .where("account_id", "=", actor.accountId)
    .where("part", "=", "consultant")
    .where((eb) => isInAudience(eb))
    .executeTakeFirst();
  return row ? ["session-consultant"] : [];
}
