import { useLoaderData } from "@remix-run/react";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiariesForEdit, findInstitutionsForEdit } from "#app/domain/programme/find-installation.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { termIn } from "#app/domain/vocabulary/vocabulary.ts";
import { page } from "#app/http/page.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { InstitutionsPage } from "#app/ui/administration/InstitutionsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, formats, locale, text }) => {
  const { institutionType } = await findVocabulary(db);
  const beneficiaries = await findBeneficiariesForEdit(db, actor);
  const institutions = await findInstitutionsForEdit(db, actor);
  return {
    title: text("admin.institutions"),
    hasProgramme: (await findProgramme(db, actor)) !== null,
    rows: institutions
      .map(({ id, names, type, beneficiaryId, retiredAt }) => {
        const position = beneficiaries.findIndex((candidate) => candidate.id === beneficiaryId);
        const beneficiary = beneficiaries[position];
        return {
          position,
          id,
          retired: retiredAt !== null,
          name: shownLabel(names, locale),
          type: termLabel(termIn(institutionType, type), locale),
          beneficiary: beneficiary ? nameWithMark(beneficiary, locale) : null,
        };
      })
      // Many have one name in several beneficiaries: these follow in their order.
      .sort((a, b) => formats.collator.compare(a.name.text, b.name.text) || a.position - b.position),
  };
});

export default function Institutions() {
  return <InstitutionsPage {...useLoaderData<typeof loader>()} />;
}
