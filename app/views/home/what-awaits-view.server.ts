import type { AwaitedList, AwaitedReview } from "#app/domain/home/awaited-lists.server.ts";
import type { WhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { hasBegun } from "#app/domain/minutes/minutes-state.ts";
import {
  type AwaitedContributionView,
  type AwaitedRequestView,
  awaitedContribution,
  awaitedRequest,
} from "#app/views/home/awaited-view.ts";
import { type OpenMinutesView, openMinutesView } from "#app/views/home/open-minutes-view.server.ts";
import { type ActionView, actionView } from "#app/views/minutes/action-view.server.ts";
import { type ClashView, clashView } from "#app/views/planning/clash-view.server.ts";
import { type RoundHeading, roundHeading } from "#app/views/rounds/round-view.server.ts";
import { type Uncovered, uncoveredView } from "#app/views/rounds/uncovered-view.ts";
import { type SessionInList, sessionInList } from "#app/views/sessions/session-in-list.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The beginning of a list of contributions that wait. */
export interface AwaitedListView extends Omit<AwaitedList, "contributions"> {
  contributions: AwaitedContributionView[];
}

/** Contributions that wait for the viewer's review. */
export interface AwaitedReviewView extends AwaitedListView, Pick<AwaitedReview, "status" | "groupSlugs"> {}

type Written =
  | "actions"
  | "minutes"
  | "sessions"
  | "unanswered"
  | "drafts"
  | "requests"
  | "reviews"
  | "snapshots"
  | "themes"
  | "round"
  | "asked"
  | "clashes";

/** The first page after signing in. */
export interface WhatAwaitsView extends Omit<WhatAwaits, Written> {
  next: SessionInList | null;
  /** Whether people gather for the next session, or it goes on. */
  gathers: boolean;
  others: SessionInList[];
  unanswered: SessionInList[];
  minutes: OpenMinutesView[];
  drafts: AwaitedListView;
  requests: AwaitedRequestView[];
  actions: ActionView[];
  reviews: AwaitedReviewView[];
  snapshots: AwaitedListView | null;
  asked: RoundHeading[];
  clashes: ClashView[];
  round: (RoundHeading & { delegations: number | null; uncovered: Uncovered[]; unanswered: number }) | null;
}

/** Writes what awaits a person. */
export function whatAwaitsView(awaits: WhatAwaits, viewer: Viewer): WhatAwaitsView {
  const {
    actions,
    minutes,
    sessions,
    unanswered,
    drafts,
    requests,
    reviews,
    snapshots,
    themes,
    round,
    asked,
    clashes,
    ...rest
  } = awaits;
  const [next = null, ...others] = sessions.map((session) => sessionInList(session, viewer));
  const context = { themes, inSeveral: rest.inSeveral };
  const written = <L extends AwaitedList>(list: L) => ({
    ...list,
    contributions: list.contributions.map((one) => awaitedContribution(one, context, viewer)),
  });
  return {
    ...rest,
    next,
    gathers: sessions[0] !== undefined && hasBegun(sessions[0], viewer.now),
    others,
    unanswered: unanswered.map((session) => sessionInList(session, viewer)),
    minutes: minutes.map((one) => openMinutesView(one, viewer)),
    drafts: written(drafts),
    requests: requests.map((request) => awaitedRequest(request, context, viewer)),
    actions: actions.map((point) => actionView(point, true, viewer, rest.inSeveral)),
    reviews: reviews.map(written),
    snapshots: snapshots && written(snapshots),
    asked: asked.map((one) => roundHeading(one, viewer)),
    clashes: clashes.map((clash) => clashView(clash, viewer)),
    round: round && {
      ...roundHeading(round, viewer),
      delegations: round.delegations,
      uncovered: uncoveredView(round.uncovered, viewer),
      unanswered: round.unanswered,
    },
  };
}
