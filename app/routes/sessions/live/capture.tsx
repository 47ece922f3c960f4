import { useLoaderData } from "@remix-run/react";
import { capture } from "#app/domain/live/capture.server.ts";
import { findCaptureForm } from "#app/domain/live/find-capture-form.server.ts";
import { captureForm } from "#app/domain/live/live-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { CapturePage } from "#app/ui/live/CapturePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { liveView } from "#app/views/live/live-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const itemId = new URL(args.request.url).searchParams.get("item");
  const ids = { sessionId: param(args, "sessionId"), itemId };
  const found = await findCaptureForm(visit.db, visit.actor, ids, visit.now);
  return { title: visit.text("live.capture"), live: liveView(found, [], visit.actor, visit), itemId };
});

export const loader = openedOnce(load);

export const action = deed({
  input: captureForm,
  act: (visit, input, store, args) =>
    capture(store, visit.actor, { ...input, sessionId: param(args, "sessionId") }, visit.now),
  made: ({ number }) => paths.contribution(number),
  then: ({ number }, _visit, { stays }, args) =>
    stays ? { number } : `${withFlash(paths.live(param(args, "sessionId")), "live.captured")}#captures`,
});

export const clientAction = sendForm;

export default function Capture() {
  return <CapturePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
