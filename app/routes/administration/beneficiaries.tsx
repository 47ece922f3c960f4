import { useLoaderData } from "@remix-run/react";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiariesForEdit } from "#app/domain/programme/find-installation.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { page } from "#app/http/page.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { BeneficiariesPage } from "#app/ui/administration/BeneficiariesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, locale, text }) => ({
  title: text("admin.beneficiaries"),
  hasProgramme: (await findProgramme(db, actor)) !== null,
  rows: (await findBeneficiariesForEdit(db, actor)).map(({ id, code, names, mark, footnote, retiredAt }) => ({
    id,
    retired: retiredAt !== null,
    code,
    name: nameWithMark({ names, mark }, locale),
    footnote: shownLabel(footnote, locale),
  })),
}));

export default function Beneficiaries() {
  return <BeneficiariesPage {...useLoaderData<typeof loader>()} />;
}
