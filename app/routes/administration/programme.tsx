import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { programmeInput } from "#app/domain/programme/group-input.ts";
import { createProgramme, editProgramme } from "#app/domain/programme/save-programme.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { nextStep } from "#app/http/next-step.server.ts";
import { page } from "#app/http/page.server.ts";
import { paths } from "#app/paths.ts";
import { ProgrammePage } from "#app/ui/administration/ProgrammePage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, text }) => {
  const programme = await findProgramme(db, actor);
  return {
    title: text(programme ? "admin.programme" : "admin.newProgramme"),
    stored: {
      ...labelValues("name", programme?.names ?? {}),
      ...labelValues("description", programme?.description ?? {}),
      ...labelValues("fundingStatement", programme?.fundingStatement ?? {}),
      ...labelValues("disclaimer", programme?.disclaimer ?? {}),
    },
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: programmeInput,
  act: async (visit, input, store) => {
    const programme = await findProgramme(visit.db, visit.actor);
    if (!programme) return createProgramme(store, visit.actor, input, visit.now);
    return editProgramme(store, visit.actor, { ...input, programmeId: programme.id }, visit.now);
  },
  then: async (_saved, visit) => withFlash(await nextStep(visit, paths.administration()), "common.saved"),
});

export const clientAction = sendForm;

export default function Programme() {
  return <ProgrammePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
