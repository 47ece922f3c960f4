import { useLoaderData } from "@remix-run/react";
import { findOpenClashes } from "#app/domain/planning/clashes.server.ts";
import { findOwnAvailabilityState } from "#app/domain/planning/find-availability.server.ts";
import { findShownReplies } from "#app/domain/replies/shown-replies.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { RoundPage } from "#app/ui/rounds/RoundPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { clashView } from "#app/views/planning/clash-view.server.ts";
import { roundView } from "#app/views/rounds/round-view.server.ts";
import { shownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const round = roundView(await findRound(visit.db, visit.actor, param(args, "roundId"), visit.now), visit);
  const replies = await findShownReplies(visit.db, visit.actor, { roundId: round.id });
  const clashes = await findOpenClashes(visit.db, visit.actor, { roundId: round.id }, visit.now);
  const isAsked = !round.isPast && !round.may.plan;
  const availability = isAsked ? await findOwnAvailabilityState(visit.db, visit.actor, round.id) : null;
  return {
    availability,
    ...{ title: round.title, round, replies: replies.map((reply) => shownReplyView(reply, visit)) },
    clashes: clashes.map((clash) => clashView(clash, visit)),
  };
});

export default function Round() {
  return <RoundPage {...useLoaderData<typeof loader>()} />;
}
