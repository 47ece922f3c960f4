import { useLoaderData } from "@remix-run/react";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { settingsForm as input } from "#app/domain/planning/settings-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { SettingsPage } from "#app/ui/planning/SettingsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { settingsForm } from "#app/views/planning/frame-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const form = settingsForm(await findPlan(visit.db, visit.actor, param(args, "roundId")), visit);
  return { title: visit.text("plan.frame"), form };
});

export const action = deed({
  input,
  act: (visit, settings, store, args) =>
    saveSettings(store, visit.actor, { ...settings, roundId: param(args, "roundId") }, visit.now),
  then: ({ id }) => withFlash(paths.plan(id), "plan.framed"),
});

export const clientAction = sendForm;

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
