import type { AwaitedRequest, AwaitedReview, WhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { originalOf } from "#app/views/contributions/version-view.ts";
import { type RoundHeading, roundHeading } from "#app/views/rounds/round-view.server.ts";
import { type Uncovered, uncoveredView } from "#app/views/rounds/uncovered-view.ts";
import { type SessionInList, sessionInList } from "#app/views/sessions/session-in-list.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A contribution in a list of things to do. */
export interface AwaitedContributionView extends Pick<ContributionFacts, "number" | "kind" | "status"> {
  title: string;
  /** Value of `lang` for the title, which is as it was written. */
  lang: string;
}

/** A wish to share a contribution more widely that the viewer may decide on. */
export interface AwaitedRequestView extends AwaitedContributionView {
  requestId: string;
  toLevel: string;
  /** "yesterday" */
  asked: string;
}

/** Contributions that wait for the viewer's review. */
export interface AwaitedReviewView extends Omit<AwaitedReview, "contributions"> {
  contributions: AwaitedContributionView[];
}

/** The first page after signing in. */
export interface WhatAwaitsView extends Omit<WhatAwaits, "sessions" | "drafts" | "requests" | "review" | "round"> {
  next: SessionInList | null;
  others: SessionInList[];
  drafts: AwaitedContributionView[];
  requests: AwaitedRequestView[];
  review: AwaitedReviewView | null;
  round: (RoundHeading & { uncovered: Uncovered[] }) | null;
}

/** Writes what awaits a person. */
export function whatAwaitsView(awaits: WhatAwaits, viewer: Viewer): WhatAwaitsView {
  const { sessions, drafts, requests, review, round, ...rest } = awaits;
  const [next = null, ...others] = sessions.map((session) => sessionInList(session, viewer));
  return {
    ...rest,
    next,
    others,
    drafts: drafts.map(contributionView),
    requests: requests.map((request) => requestView(request, viewer)),
    review: review && { ...review, contributions: review.contributions.map(contributionView) },
    round: round && { ...roundHeading(round, viewer), uncovered: uncoveredView(round.uncovered, viewer) },
  };
}

function contributionView({ number, kind, status, versions }: ContributionFacts): AwaitedContributionView {
  const { title, language } = originalOf(versions);
  return { number, kind, status, title, lang: languageTag(language) };
}

function requestView(request: AwaitedRequest, { formats, now }: Viewer): AwaitedRequestView {
  const { contribution, requestId, toLevel, askedAt } = request;
  return { ...contributionView(contribution), requestId, toLevel, asked: formats.relative(askedAt, now) };
}
