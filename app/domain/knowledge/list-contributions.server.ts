import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import {
  type ContributionFacts,
  type ContributionQuery,
  readContributionFacts,
} from "#app/domain/knowledge/contribution-facts.server.ts";
import type { Db } from "#db/store.ts";

/** As many as a list shows. */
const MAX_LISTED = 500;

export interface ListFilter {
  /** What the actor wrote in this group: drafts and withdrawn ones too. */
  mineInGroup?: string;
  /** What was captured in a session that the actor sees, perhaps under one item; drafts are not among it. */
  sessionId?: string;
  itemId?: string;
}

/** Contributions of a list, newest first. */
export async function listContributions(db: Db, actor: Actor, filter: ListFilter): Promise<ContributionFacts[]> {
  const listed = contributionsVisibleTo(db, actor)
    .orderBy("contribution.updated_at", "desc")
    .orderBy("contribution.number")
    .limit(MAX_LISTED);
  return readContributionFacts(db, actor, chosen(db, actor, listed, filter));
}

function chosen(db: Db, actor: Actor, listed: ContributionQuery, filter: ListFilter): ContributionQuery {
  if (filter.mineInGroup) {
    return listed
      .where("contribution.author_id", "=", actor.accountId)
      .where("contribution.group_id", "=", filter.mineInGroup);
  }
  // Only those who see a session are told what came from it.
  const captured = listed
    .where("contribution.status", "in", submittedStatuses)
    .where("contribution.session_id", "in", sessionsVisibleTo(db, actor).select("session.id"))
    .where("contribution.session_id", "=", filter.sessionId ?? "");
  return filter.itemId ? captured.where("contribution.agenda_item_id", "=", filter.itemId) : captured;
}
