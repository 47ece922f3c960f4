import { useActionData, useLoaderData } from "@remix-run/react";
import { authorise } from "#app/domain/access/policy.ts";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { findWhatGoes, removeRound } from "#app/domain/timetable/remove-round.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { roundHeading } from "#app/views/rounds/round-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const round = await findRound(visit.db, visit.actor, param(args, "roundId"), visit.now);
  authorise(visit.actor, "round.plan", { groupId: round.groupId });
  const { id, title } = roundHeading(round, visit);
  const { text } = visit;
  const goes = await findWhatGoes(visit.db, id);
  const hasPlan = goes.pairings + goes.drafts + goes.asked > 0;
  const what = hasPlan
    ? `${text("rounds.removeText")} ${text("rounds.removePlan", { ...goes })}`
    : text("rounds.removeText");
  return {
    title: text("rounds.removeTitle", { title }),
    breadcrumbs: {
      label: text("sessions.crumbs"),
      items: [
        { text: text("rounds.title"), href: paths.rounds() },
        { text: title, href: paths.round(id) },
        { text: text("rounds.remove") },
      ],
    },
    what: round.may.remove ? what : undefined,
    submit: text("rounds.remove"),
    impossible: round.may.remove ? null : { why: text("rounds.notEmpty"), backText: text("rounds.backToRound") },
    back: paths.round(id),
  };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => removeRound(store, visit.actor, { roundId: param(args, "roundId") }, visit.now),
  then: () => withFlash(paths.rounds(), "rounds.removed"),
});

export const clientAction = sendForm;

export default function Removal() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
