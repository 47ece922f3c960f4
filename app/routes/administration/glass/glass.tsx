import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { findOwnOpenings } from "#app/domain/minutes/glass/find-glass.server.ts";
import { glassForm } from "#app/domain/minutes/glass/glass-input.ts";
import { openGlass } from "#app/domain/minutes/glass/open-glass.server.ts";
import { askToConfirm, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { GlassPage } from "#app/ui/glass/GlassPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { glassOpeningView } from "#app/views/glass/glass-view.ts";

export const meta = titleMeta;

const load = page(async (visit, args) => {
  const openings = await findOwnOpenings(visit.db, visit.actor, visit.now);
  await askToConfirm(visit, args.request);
  return { title: visit.text("glass.title"), openings: openings.map((opening) => glassOpeningView(opening, visit)) };
});

export const loader = openedOnce(load);

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: glassForm,
  act: async (visit, input, store) => {
    await requireConfirmed(visit);
    return openGlass(store, visit.actor, input, visit.now);
  },
  made: ({ id }) => paths.glassOpening(id),
  then: ({ id }) => withFlash(paths.glassOpening(id), "glass.opened"),
});

export const clientAction = sendForm;

export default function Glass() {
  return <GlassPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
