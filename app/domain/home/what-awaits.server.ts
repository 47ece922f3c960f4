import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { can } from "#app/domain/access/policy.ts";
import type { Answer } from "#app/domain/codes.ts";
import {
  type AwaitedList,
  type AwaitedReview,
  findDrafts,
  findReviews,
  findSnapshots,
} from "#app/domain/home/awaited-lists.server.ts";
import { decidesFor, requestsToDecide } from "#app/domain/home/awaited-requests.server.ts";
import { findNextRound, type NextRound } from "#app/domain/home/find-next-round.server.ts";
import { findOpenMinutes, type OpenMinutes } from "#app/domain/home/open-minutes.server.ts";
import { type ContributionFacts, readContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findThemesOf, type ThemesOf } from "#app/domain/knowledge/find-themes.server.ts";
import { findWait, type Wait } from "#app/domain/live/find-wait.server.ts";
import { type ActionPoint, openActionsOf, readActionPoints } from "#app/domain/minutes/find-action-points.server.ts";
import { countTroubledMails } from "#app/domain/outbox/count-troubled-mails.server.ts";
import { findOpenClashes, type ListedClash } from "#app/domain/planning/clashes.server.ts";
import { findAskedRounds } from "#app/domain/planning/find-asked.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findAnswerOf } from "#app/domain/sessions/answers/find-answers.server.ts";
import { findOwnUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findUpcomingSessions, type ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** As many wishes or action points as a list shows. */
const MAX_SHOWN = 20;

/** A wish to share a contribution more widely that the actor may decide on. */
export interface AwaitedRequest {
  contribution: ContributionFacts;
  requestId: string;
  toLevel: string;
  askedAt: Instant;
}

/** Everything that waits for a person, in all groups. */
export interface WhatAwaits {
  /** The next ones that the actor is invited to or organises. */
  sessions: ListedSession[];
  /** For the first of them; null where nobody waits. */
  wait: Wait | null;
  /** What the actor answered to the first of them; null where no answer stands. */
  ownAnswer: Answer | null;
  /** Those of them, in all groups, whose invitation the actor has not answered. */
  unanswered: ListedSession[];
  /** Not yet final. */
  minutes: OpenMinutes[];
  drafts: AwaitedList;
  requests: AwaitedRequest[];
  /** One for each step of the review that is the actor's. */
  reviews: AwaitedReview[];
  /** What the actor has to do, or the actor's delegation; what is due first at the head. */
  actions: ActionPoint[];
  /** Null for those who review nothing. */
  snapshots: AwaitedList | null;
  /** Of the contributions above. */
  themes: ThemesOf;
  /** Of the group that is shown. Null for those who do not plan rounds, and when none is coming. */
  round: NextRound | null;
  /** Rounds of which the actor has not said when they cannot, although they were asked. */
  asked: RoundFacts[];
  /** Sessions at which somebody cannot, in the groups whose rounds the actor plans. */
  clashes: ListedClash[];
  /** In the group that is shown. */
  plans: boolean;
  posts: boolean;
  /** Whether the actor decides on sharing at all, in any group. */
  decides: ("delegation" | "organisers")[];
  /** That failed, were tried for a while without success, or are late: in the groups the actor organises. */
  failedMails: number;
  /** In more than one group: what waits is named with its group. */
  inSeveral: boolean;
}

/** What waits for the actor in all groups, and the next round of the group that is shown. */
export async function findWhatAwaits(db: Db, actor: Actor, groupId: string, now: Date): Promise<WhatAwaits> {
  const drafts = await findDrafts(db, actor);
  const reviews = await findReviews(db, actor);
  const snapshots = await findSnapshots(db, actor);
  const listed = [...reviews, ...(snapshots ? [snapshots] : [])].flatMap(({ contributions }) => contributions);
  const ids = listed.map(({ id }) => id);
  const groups = actor.memberships.map((membership) => membership.groupId);
  const mailed = groups.filter((id) => can(actor, "outbox.read", { groupId: id }));
  const sessions = await findUpcomingSessions(db, actor, null, now, 9);
  return {
    sessions,
    wait: sessions[0]?.invited ? await findWait(db, sessions[0], now) : null,
    ownAnswer: await findOwnAnswer(db, actor, sessions[0]),
    unanswered: await findOwnUnanswered(db, actor, now),
    minutes: await findOpenMinutes(db, actor, now),
    ...{ drafts, reviews, snapshots },
    requests: await findRequests(db, actor),
    actions: await readActionPoints(openActionsOf(db, actor).limit(MAX_SHOWN)),
    themes: await findThemesOf(db, ids),
    round: await findNextRound(db, actor, groupId, now),
    asked: await findAskedRounds(db, actor, now),
    clashes: await findOpenClashes(db, actor, {}, now),
    plans: can(actor, "round.plan", { groupId }),
    posts: can(actor, "contribution.post", { groupId }),
    decides: [...new Set(actor.memberships.map(decidesFor).filter((who) => who !== null))],
    failedMails: mailed.length > 0 ? await countTroubledMails(db, mailed, now) : 0,
    inSeveral: groups.length > 1,
  };
}

async function findOwnAnswer(db: Db, { accountId }: Actor, next?: ListedSession): Promise<Answer | null> {
  if (!next?.invited || !accountId) return null;
  return (await findAnswerOf(db, { sessionId: next.id, accountId }))?.answer ?? null;
}

async function findRequests(db: Db, actor: Actor): Promise<AwaitedRequest[]> {
  const waiting = requestsToDecide(db, actor);
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
