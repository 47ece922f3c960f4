import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiariesForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { fateInput } from "#app/domain/programme/group-input.ts";
import { decideFate, fateOf } from "#app/domain/programme/retire-party.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, locale, text }, args) => {
  const row = withId(await findBeneficiariesForEdit(db, actor), param(args, "id"), "beneficiary");
  const fate = await fateOf(db, actor, "beneficiary", row.id);
  return {
    fate,
    title: textOf(text, `admin.fateTitle.${fate}`, { name: nameWithMark(row, locale) }),
    what: textOf(text, `admin.fateText.${fate}`),
    submit: textOf(text, `admin.fate.${fate}`),
    back: paths.adminBeneficiary(row.id),
  };
});

export const action = deed({
  may: (visit) => void requireAdministrator(visit.actor),
  input: fateInput,
  act: (visit, { fate }, store, args) =>
    decideFate(store, visit.actor, { party: "beneficiary", id: param(args, "id"), fate }, visit.now),
  then: () => withFlash(paths.adminBeneficiaries(), "admin.beneficiaryRemoved"),
});

export const clientAction = sendForm;

export default function BeneficiaryRemoval() {
  const { fate, ...ask } = useLoaderData<typeof loader>();
  return (
    <ConfirmPage {...ask} answer={useActionData<typeof action>()} names={{}}>
      <input type="hidden" name="fate" value={fate} />
    </ConfirmPage>
  );
}
