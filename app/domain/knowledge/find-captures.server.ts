import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type ContributionFacts, readContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { Db } from "#db/store.ts";

/**
 * What was captured in a session and the actor sees, in the order of capture, with the actor's own drafts; withdrawn
 * ones are left to their own pages.
 */
export function findCaptures(db: Db, actor: Actor, sessionId: string): Promise<ContributionFacts[]> {
  const captured = contributionsVisibleTo(db, actor)
    .where("contribution.session_id", "=", sessionId)
    .where("contribution.status", "!=", "withdrawn")
    .orderBy("contribution.created_at")
    .orderBy("contribution.number");
  return readContributionFacts(db, actor, captured);
}
