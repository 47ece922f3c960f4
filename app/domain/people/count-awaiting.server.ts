import type { Actor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.server.ts";

/** How many things wait for the actor in a group: own drafts, and sharing requests the actor may decide. */
export async function countAwaiting(db: Db, actor: Actor, groupId: string, _now: Date): Promise<number> {
  if (!actor.accountId) return 0;
  const drafts = await db
    .selectFrom("contribution")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("author_id", "=", actor.accountId)
    .where("group_id", "=", groupId)
    .where("status", "in", ["draft", "returned"])
    .executeTakeFirstOrThrow();
  const membership = actor.memberships.find((candidate) => candidate.groupId === groupId);
  if (!membership?.speaks || !membership.beneficiaryId) return drafts.n;
  const requests = await db
    .selectFrom("sharing_request")
    .innerJoin("contribution", "contribution.id", "sharing_request.contribution_id")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("sharing_request.decision", "is", null)
    .where("contribution.group_id", "=", groupId)
    .where("contribution.delegation_id", "=", membership.beneficiaryId)
    .where("contribution.status", "not in", ["draft", "withdrawn", "archived"])
    .executeTakeFirstOrThrow();
  return drafts.n + requests.n;
}
