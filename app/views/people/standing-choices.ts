import type { StandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a form about a membership offers. */
export interface StandingChoices {
  beneficiaries: { id: string; name: NameWithMark }[];
  institutions: { id: string; name: string; beneficiaryId: string | null }[];
}

/** Writes delegations in the programme's order, institutions by the alphabet. */
export function standingChoices(
  { beneficiaries, institutions }: StandingOptions,
  { locale, formats }: Viewer,
): StandingChoices {
  return {
    beneficiaries: beneficiaries.map((beneficiary) => ({
      id: beneficiary.id,
      name: nameWithMark(beneficiary, locale),
    })),
    institutions: institutions
      .map(({ id, names, beneficiaryId }) => ({ id, name: label(names, locale), beneficiaryId }))
      .sort((a, b) => formats.collator.compare(a.name, b.name)),
  };
}
