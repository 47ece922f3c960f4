import { useLoaderData } from "@remix-run/react";
import { copyRound } from "#app/domain/planning/copy-round.server.ts";
import { findRoundCopy } from "#app/domain/planning/find-round-copy.server.ts";
import { roundCopyForm } from "#app/domain/rounds/round-copy-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { RoundCopyPage } from "#app/ui/rounds/RoundCopyPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { readRoundCopyWish, roundCopyView } from "#app/views/rounds/round-copy-view.server.ts";

export const meta = titleMeta;

const load = formPage(async (visit, args) => {
  const wish = readRoundCopyWish(new URL(args.request.url).searchParams);
  const copy = await findRoundCopy(visit.db, visit.actor, { ...wish, roundId: param(args, "roundId") });
  return { title: visit.text("rounds.copyTitle"), copy: roundCopyView(copy, wish, visit) };
});

export const loader = openedOnce(load);

export const action = deed({
  input: roundCopyForm,
  act: (visit, input, store, args) => {
    const draftName = visit.text("rounds.copyDraft");
    return copyRound(store, visit.actor, { ...input, draftName, roundId: param(args, "roundId") }, visit.now);
  },
  made: ({ id }) => paths.round(id),
  then: ({ id, draftId }) => withFlash(draftId ? paths.planDraft(id, draftId) : paths.plan(id), "rounds.copied"),
});

export const clientAction = sendForm;

export default function RoundCopy() {
  return <RoundCopyPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
