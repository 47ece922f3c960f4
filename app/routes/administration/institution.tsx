import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import {
  findBeneficiariesForEdit,
  findInstitutionsForEdit,
  withId,
} from "#app/domain/programme/find-installation.server.ts";
import { institutionValues } from "#app/domain/programme/form-values.ts";
import { institutionInput, NO_BENEFICIARY } from "#app/domain/programme/group-input.ts";
import { addInstitution, editInstitution } from "#app/domain/programme/save-institution.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { programmeIdOf } from "#app/http/programme-id.server.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { InstitutionPage } from "#app/ui/administration/InstitutionPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { termChoices } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

const load = formPage(async ({ actor, db, locale, text }, args) => {
  const { searchParams } = new URL(args.request.url);
  const rows = await findInstitutionsForEdit(db, actor);
  const row = param(args, "id") === "new" ? null : withId(rows, param(args, "id"), "institution");
  const { institutionType } = await findVocabulary(db);
  const beneficiaries = await findBeneficiariesForEdit(db, actor);
  return {
    title: row ? label(row.names, locale) : text("admin.addInstitution"),
    stored: institutionValues(
      row ?? { names: {}, type: searchParams.get("type") ?? "", beneficiaryId: searchParams.get("beneficiary") ?? "" },
    ),
    id: row?.id ?? null,
    isNew: row === null,
    types: termChoices(institutionType, locale, row ? [row.type] : []),
    beneficiaries: [
      ...beneficiaries.map(({ id, names, mark }) => ({ value: id, label: nameWithMark({ names, mark }, locale) })),
      { value: NO_BENEFICIARY, label: text("admin.noBeneficiary") },
    ],
  };
});

export const loader = openedOnce(load, (args) => param(args, "id") === "new");

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: institutionInput,
  act: async (visit, input, store, args, { base }): Promise<unknown> => {
    const institutionId = param(args, "id");
    if (institutionId !== "new")
      return editInstitution(store, visit.actor, { ...input, base, institutionId }, visit.now);
    return addInstitution(store, visit.actor, { ...input, programmeId: await programmeIdOf(visit) }, visit.now);
  },
  made: () => paths.adminInstitutions(),
  then: (_saved, _visit, { another, type, beneficiaryId }) => {
    const next = paths.adminInstitution("new", { type, beneficiary: beneficiaryId ?? NO_BENEFICIARY });
    return withFlash(another ? next : paths.adminInstitutions(), "admin.institutionSaved");
  },
});

export const clientAction = sendForm;

export default function Institution() {
  return <InstitutionPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
