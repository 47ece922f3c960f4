import { useLoaderData } from "@remix-run/react";
import { findLive } from "#app/domain/live/find-live.server.ts";
import { moveForm } from "#app/domain/live/live-input.ts";
import { runSession } from "#app/domain/live/run-session.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { copyKeyFor } from "#app/http/form-page.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { LivePage } from "#app/ui/live/LivePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { liveView } from "#app/views/live/live-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { db, actor, account, context, now, text } = visit;
  const found = await findLive(db, actor, param(args, "sessionId"), now);
  context.live.opened(found.session.id, account.id);
  const live = liveView(found, context.live.present(found.session.id), actor, visit);
  const asked = new URL(args.request.url).searchParams.get("item");
  const writing = live.items.find(({ id }) => id === asked)?.id ?? null;
  return { title: text("live.title"), live, writing, copyKey: copyKeyFor(visit) };
});

export const action = deed({
  input: moveForm,
  act: (visit, input, store, args) =>
    runSession(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  then: ({ id, moved }) => (moved ? paths.live(id) : withFlash(paths.live(id), "live.alreadyMoved")),
});

export const clientAction = sendForm;

export default function Live() {
  return <LivePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
