import type { Actor } from "#app/domain/access/actor.ts";
import { isDisclosed } from "#app/domain/access/attribution.server.ts";
import { type AwaitedStatus, awaitedStatuses } from "#app/domain/access/contribution-status.ts";
import { contributionsToReview, groupsToReview, snapshotsToComplete } from "#app/domain/home/awaited-reviews.server.ts";
import { ownUnfinished } from "#app/domain/home/own-unfinished.server.ts";
import {
  type ContributionFacts,
  type ContributionQuery,
  readContributionFacts,
} from "#app/domain/knowledge/contribution-facts.server.ts";
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
  return list(db, actor, ownUnfinished(db, actor), drafts);
}

/** What the actor reviews: one list for each step that is the actor's in some group. */
export async function findReviews(db: Db, actor: Actor): Promise<AwaitedReview[]> {
  const reviews: AwaitedReview[] = [];
  for (const status of awaitedStatuses) {
    const waiting = contributionsToReview(db, actor, status);
    if (!waiting) continue;
    const groupSlugs = groupsToReview(actor, status).map(({ slug }) => slug);
    reviews.push({ status, groupSlugs, ...(await longestFirst(db, actor, waiting)) });
  }
  return reviews;
}

/** Snapshots of others in the groups where the actor reviews; null for those who review nothing. */
export async function findSnapshots(db: Db, actor: Actor): Promise<AwaitedList | null> {
  const waiting = snapshotsToComplete(db, actor);
  return waiting && longestFirst(db, actor, waiting);
}

/** What waits, the one that waits longest first. */
export function longestFirst(db: Db, actor: Actor, waiting: ContributionQuery): Promise<AwaitedList> {
  // Those whose day the actor is not told stand behind, in an order that tells nothing.
  const first = waiting
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
  return list(db, actor, waiting, first);
}

async function list(db: Db, actor: Actor, all: ContributionQuery, first: ContributionQuery): Promise<AwaitedList> {
  const { n } = await all.select(({ fn }) => fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return { count: n, contributions: n > 0 ? await readContributionFacts(db, actor, first) : [] };
}
