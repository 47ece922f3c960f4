import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { isDisclosed } from "#app/domain/access/attribution.server.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { unfinishedStatuses } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import { requestsToDecide } from "#app/domain/home/awaited-requests.server.ts";
import { contributionsToReview, countToReview, statusToReview } from "#app/domain/home/awaited-reviews.server.ts";
import { findNextRound, type NextRound } from "#app/domain/home/find-next-round.server.ts";
import { type ContributionFacts, readContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { countTroubledMails } from "#app/domain/outbox/count-troubled-mails.server.ts";
import { findUpcomingSessions, type ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** As many as a list of things to do shows. */
const MAX_SHOWN = 20;
const MAX_REVIEWS_SHOWN = 8;

/** A wish to share a contribution more widely that the actor may decide on. */
export interface AwaitedRequest {
  contribution: ContributionFacts;
  requestId: string;
  toLevel: string;
  askedAt: Instant;
}

/** Contributions of the group that the actor checks or validates, the one that waits longest first. */
export interface AwaitedReview {
  /** In which they wait: `complete` for consultants, `checked` for organisers. */
  status: "complete" | "checked";
  groupSlug: string;
  /** Of all of them; the list is short. */
  count: number;
  contributions: ContributionFacts[];
}

/** Everything that waits for a person. */
export interface WhatAwaits {
  /** The next ones that the actor is invited to or organises, of any group. */
  sessions: ListedSession[];
  drafts: ContributionFacts[];
  requests: AwaitedRequest[];
  /** Null for those who review nothing. */
  review: AwaitedReview | null;
  /** Null for those who do not plan rounds, and when none is coming. */
  round: NextRound | null;
  plans: boolean;
  posts: boolean;
  /** Whether the actor decides on sharing at all: for a delegation, or as organiser for what comes from none. */
  decides: "delegation" | "organisers" | null;
  /** That failed, or were tried for a while without success. */
  failedMails: number;
}

/** What waits for the actor: sessions of all groups, and the rest of the group that is shown. */
export async function findWhatAwaits(db: Db, actor: Actor, groupId: string, now: Date): Promise<WhatAwaits> {
  const subject = { groupId };
  const membership = membershipIn(actor, groupId);
  return {
    sessions: await findUpcomingSessions(db, actor, null, now, 9),
    drafts: await findDrafts(db, actor, groupId),
    requests: await findRequests(db, actor, groupId),
    review: await findReview(db, actor, groupId),
    round: await findNextRound(db, actor, groupId, now),
    plans: can(actor, "round.plan", subject),
    posts: can(actor, "contribution.post", subject),
    decides: membership?.speaks ? "delegation" : membership?.role === "organiser" ? "organisers" : null,
    failedMails: can(actor, "outbox.read", subject) ? await countTroubledMails(db, [groupId], now) : 0,
  };
}

function findDrafts(db: Db, actor: Actor, groupId: string): Promise<ContributionFacts[]> {
  const drafts = contributionsVisibleTo(db, actor)
    .where("contribution.group_id", "=", groupId)
    .where("contribution.author_id", "=", actor.accountId)
    .where("contribution.status", "in", unfinishedStatuses)
    .orderBy("contribution.updated_at", "desc")
    .orderBy("contribution.number")
    .limit(MAX_SHOWN);
  return readContributionFacts(db, actor, drafts);
}

async function findReview(db: Db, actor: Actor, groupId: string): Promise<AwaitedReview | null> {
  const status = statusToReview(actor, groupId);
  const waiting = contributionsToReview(db, actor, groupId);
  if (!status || !waiting) return null;
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
  const contributions = await readContributionFacts(db, actor, first);
  const count = await countToReview(db, actor, groupId);
  return { status, groupSlug: sure(membershipIn(actor, groupId)).groupSlug, count, contributions };
}

async function findRequests(db: Db, actor: Actor, groupId: string): Promise<AwaitedRequest[]> {
  const waiting = requestsToDecide(db, actor, groupId);
  if (!waiting) return [];
  const requests = await waiting
    .select(["sharing_request.id", "sharing_request.contribution_id", "sharing_request.to_level"])
    .select("sharing_request.asked_at")
    .orderBy("sharing_request.asked_at")
    .orderBy("sharing_request.id")
    .limit(MAX_SHOWN)
    .execute();
  const ids = requests.map(({ contribution_id }) => contribution_id);
  const asked = contributionsVisibleTo(db, actor).where("contribution.id", "in", ids);
  const facts = new Map((await readContributionFacts(db, actor, asked)).map((one) => [one.id, one]));
  return requests.map(({ id, contribution_id, to_level, asked_at }) => ({
    contribution: sure(facts.get(contribution_id)),
    requestId: id,
    toLevel: to_level,
    askedAt: asked_at,
  }));
}
