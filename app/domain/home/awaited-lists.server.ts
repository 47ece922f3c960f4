import type { Actor } from "#app/domain/access/actor.ts";
import { isDisclosed } from "#app/domain/access/attribution.server.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type AwaitedStatus, awaitedStatuses } from "#app/domain/access/contribution-status.ts";
import { contributionsToReview, groupsToReview, snapshotsToComplete } from "#app/domain/home/awaited-reviews.server.ts";
import { ownUnfinished } from "#app/domain/home/own-unfinished.server.ts";
import {
  type ContributionFacts,
  type ContributionQuery,
  readContributionFacts,
} from "#app/domain/knowledge/contribution-facts.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** As many as a list of things to do shows. */
const MAX_SHOWN = 20;
const MAX_REVIEWS_SHOWN = 8;

/** The beginning of a list. */
export interface AwaitedList {
  /** Of all of them; the list is short. */
  count: number;
  contributions: ContributionFacts[];
}

/** Contributions that the actor checks or validates, the one that waits longest first. */
export interface AwaitedReview extends AwaitedList {
  /** In which they wait: `complete` for consultants, `checked` for organisers. */
  status: AwaitedStatus;
  /** Of the groups where they do. */
  groupSlugs: string[];
}

/** Own contributions that are to be completed: what nobody reads yet or was returned, then snapshots; newest first. */
export async function findDrafts(db: Db, actor: Actor): Promise<AwaitedList> {
  if (actor.memberships.length === 0) return { count: 0, contributions: [] };
  const drafts = ownUnfinished(db, actor)
    .orderBy((eb) => eb.case().when("contribution.status", "=", "captured").then(1).else(0).end())
    .orderBy("contribution.updated_at", "desc")
    .orderBy("contribution.number")
    .limit(MAX_SHOWN);
  return list(db, actor, drafts);
}

/** What the actor reviews: one list for each step that is the actor's in some group. */
export async function findReviews(db: Db, actor: Actor): Promise<AwaitedReview[]> {
  const reviews: AwaitedReview[] = [];
  for (const status of awaitedStatuses) {
    const waiting = contributionsToReview(db, actor, status);
    if (!waiting) continue;
    const groupSlugs = groupsToReview(actor, status).map(({ slug }) => slug);
    reviews.push({ status, groupSlugs, ...(await list(db, actor, longestFirst(actor, waiting))) });
  }
  return reviews;
}

/** Snapshots of others in the groups where the actor reviews; null for those who review nothing. */
export async function findSnapshots(db: Db, actor: Actor): Promise<AwaitedList | null> {
  const waiting = snapshotsToComplete(db, actor);
  return waiting && list(db, actor, longestFirst(actor, waiting));
}

/** The beginning of what waits, the one that waits longest first. */
export function longestFirst(actor: Actor, waiting: ContributionQuery): ContributionQuery {
  // Those whose day the actor is not told stand behind, in an order that tells nothing.
  return waiting
    .orderBy((eb) =>
      eb
        .case()
        .when(isDisclosed(eb, actor, "day"))
        .then(eb.ref("contribution.updated_at"))
        .else("9")
        .end(),
    )
    .orderBy("contribution.number")
    .limit(MAX_REVIEWS_SHOWN);
}

/** Facts are read of those alone that are shown: what is put in order is all that waits. */
async function list(db: Db, actor: Actor, first: ContributionQuery): Promise<AwaitedList> {
  const shown = await first.select(["contribution.id", (eb) => eb.fn.countAll<number>().over().as("count")]).execute();
  const ids = shown.map(({ id }) => id);
  if (ids.length === 0) return { count: 0, contributions: [] };
  const visible = contributionsVisibleTo(db, actor).where("contribution.id", "in", ids);
  const facts = await readContributionFacts(db, actor, visible);
  return { count: sure(shown[0]).count, contributions: facts.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
}
