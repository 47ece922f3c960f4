import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiariesForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { beneficiaryValues } from "#app/domain/programme/form-values.ts";
import { beneficiaryEdit, beneficiaryInput } from "#app/domain/programme/group-input.ts";
import { addBeneficiary, editBeneficiary } from "#app/domain/programme/save-beneficiary.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { param } from "#app/http/param.ts";
import { programmeIdOf } from "#app/http/programme-id.server.ts";
import { paths } from "#app/paths.ts";
import { BeneficiaryPage } from "#app/ui/administration/BeneficiaryPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

const load = formPage(async ({ actor, db, locale, text }, args) => {
  const rows = await findBeneficiariesForEdit(db, actor);
  const row = param(args, "id") === "new" ? null : withId(rows, param(args, "id"), "beneficiary");
  return {
    title: row ? nameWithMark(row, locale) : text("admin.addBeneficiary"),
    id: row?.id ?? null,
    code: row?.code ?? null,
    stored: beneficiaryValues(row ?? { names: {}, mark: null, footnote: null, position: rows.length }),
  };
});

export const loader = openedOnce(load, (args) => param(args, "id") === "new");

const add = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: beneficiaryInput,
  act: async (visit, input, store) =>
    addBeneficiary(store, visit.actor, { ...input, programmeId: await programmeIdOf(visit) }, visit.now),
  made: () => paths.adminBeneficiaries(),
  then: () => withFlash(paths.adminBeneficiaries(), "admin.beneficiarySaved"),
});

const edit = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: beneficiaryEdit,
  act: (visit, input, store, args, { base }) =>
    editBeneficiary(store, visit.actor, { ...input, base, beneficiaryId: param(args, "id") }, visit.now),
  then: () => withFlash(paths.adminBeneficiaries(), "admin.beneficiarySaved"),
});

export const action = (args: Parameters<typeof add>[0]) => (args.params.id === "new" ? add(args) : edit(args));

export const clientAction = sendForm;

export default function Beneficiary() {
  return <BeneficiaryPage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
