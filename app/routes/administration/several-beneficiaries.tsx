import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { addBeneficiaries } from "#app/domain/programme/add-beneficiaries.server.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiariesForEdit } from "#app/domain/programme/find-installation.server.ts";
import { beneficiariesInput } from "#app/domain/programme/group-input.ts";
import { suggestedBeneficiaries } from "#app/domain/programme/suggested-beneficiaries.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { nextStep } from "#app/http/next-step.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { programmeIdOf } from "#app/http/programme-id.server.ts";
import { paths } from "#app/paths.ts";
import { SeveralBeneficiariesPage } from "#app/ui/administration/SeveralBeneficiariesPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

const load = page(async ({ actor, db, locale, text }) => {
  const there = new Set((await findBeneficiariesForEdit(db, actor)).map(({ code }) => code));
  return {
    title: text("admin.addBeneficiaries"),
    suggested: suggestedBeneficiaries
      .filter(({ code }) => !there.has(code))
      .map((suggestion) => ({ value: suggestion.code, label: nameWithMark(suggestion, locale) })),
  };
});

export const loader = openedOnce(load);

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: beneficiariesInput,
  act: async (visit, input, store) =>
    addBeneficiaries(store, visit.actor, { ...input, programmeId: await programmeIdOf(visit) }, visit.now),
  made: () => paths.adminBeneficiaries(),
  then: async (_added, visit) =>
    withFlash(await nextStep(visit, paths.adminBeneficiaries()), "admin.beneficiariesAdded"),
});

export const clientAction = sendForm;

export default function SeveralBeneficiaries() {
  return <SeveralBeneficiariesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
