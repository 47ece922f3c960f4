import { useLoaderData } from "@remix-run/react";
import { findCaptures } from "#app/domain/knowledge/find-captures.server.ts";
import { findWait } from "#app/domain/live/find-wait.server.ts";
import { findGlassOpenings } from "#app/domain/minutes/glass/find-glass.server.ts";
import { findClashes } from "#app/domain/planning/clashes.server.ts";
import { findShownReplies } from "#app/domain/replies/shown-replies.server.ts";
import { findSessionAnswers } from "#app/domain/sessions/answers/find-session-answers.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { SessionPage } from "#app/ui/sessions/SessionPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { glassOpeningView } from "#app/views/glass/glass-view.ts";
import { sessionClashView } from "#app/views/planning/clash-view.server.ts";
import { answersView } from "#app/views/sessions/answers-view.server.ts";
import { captureViews } from "#app/views/sessions/capture-view.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { shownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, now } = visit;
  const found = await findSession(db, actor, param(args, "sessionId"), now);
  const captures = captureViews(await findCaptures(db, actor, found.id), found.agenda, actor, visit);
  const session = sessionView(found, visit);
  const answers = answersView(await findSessionAnswers(db, actor, found, now), found, visit);
  const replies = await findShownReplies(db, actor, { sessionId: found.id });
  const shown = replies.map((reply) => shownReplyView(reply, visit));
  const [clash] = await findClashes(db, actor, { sessionId: found.id }, now);
  const openings = await findGlassOpenings(db, actor, found.id);
  const wait = await findWait(db, found, now);
  return {
    ...{ title: session.title, session, captures, answers, replies: shown },
    openings: openings.map((opening) => glassOpeningView(opening, visit)),
    ...{ wait, now: wait ? now.getTime() : 0 },
    clash: clash ? sessionClashView({ session: found, clash }, visit) : null,
  };
});

export default function Session() {
  return <SessionPage {...useLoaderData<typeof loader>()} />;
}
