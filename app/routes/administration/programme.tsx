import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { programmeValues } from "#app/domain/programme/form-values.ts";
import { programmeInput } from "#app/domain/programme/group-input.ts";
import { createProgramme, editProgramme } from "#app/domain/programme/save-programme.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { nextStep } from "#app/http/next-step.server.ts";
import { paths } from "#app/paths.ts";
import { ProgrammePage } from "#app/ui/administration/ProgrammePage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = formPage(async ({ actor, db, text }) => {
  const programme = await findProgramme(db, actor);
  return {
    title: text(programme ? "admin.programme" : "admin.newProgramme"),
    stored: programmeValues(programme),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: programmeInput,
  act: async (visit, input, store, _args, { base }) => {
    const programme = await findProgramme(visit.db, visit.actor);
    if (!programme) return createProgramme(store, visit.actor, input, visit.now);
    return editProgramme(store, visit.actor, { ...input, base, programmeId: programme.id }, visit.now);
  },
  then: async (_saved, visit) => withFlash(await nextStep(visit, paths.administration()), "admin.programmeSaved"),
});

export const clientAction = sendForm;

export default function Programme() {
  return <ProgrammePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
