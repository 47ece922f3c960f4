import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { addInstitutions, readInstitutions } from "#app/domain/programme/add-institutions.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { institutionsInput } from "#app/domain/programme/group-input.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { nextStep } from "#app/http/next-step.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { programmeIdOf } from "#app/http/programme-id.server.ts";
import { paths } from "#app/paths.ts";
import { SeveralInstitutionsPage } from "#app/ui/administration/SeveralInstitutionsPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { allLanguages } from "#app/views/people/profile-choices.ts";
import { allowedWords, pastedExample, readInstitutionInList } from "#app/views/programme/pasted-institutions.ts";

export const meta = titleMeta;

const load = page(async (visit) => {
  requireAdministrator(visit.actor);
  return {
    title: visit.text("admin.addInstitutions"),
    language: visit.locale,
    languages: allLanguages(),
    example: await pastedExample(visit.db, visit),
    allowed: await allowedWords(visit.db, await findProgramme(visit.db, visit.actor), visit),
  };
});

export const loader = openedOnce(load);

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: institutionsInput,
  act: async (visit, { intent, ...input }, store) => {
    const pasted = { ...input, programmeId: await programmeIdOf(visit) };
    if (intent === "check") return readInstitutions(visit.db, visit.actor, pasted);
    await addInstitutions(store, visit.actor, pasted, visit.now);
    return null;
  },
  made: () => paths.adminInstitutions(),
  then: async (read, visit, { rows, language }) => {
    if (!read) return withFlash(await nextStep(visit, paths.adminInstitutions()), "admin.institutionsAdded");
    const preview = read.map((institution) => readInstitutionInList(institution, visit));
    return data({ values: { rows, language }, errors: {}, formErrors: [], preview });
  },
});

export const clientAction = sendForm;

export default function SeveralInstitutions() {
  return <SeveralInstitutionsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
