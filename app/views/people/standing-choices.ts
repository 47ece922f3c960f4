import type { StandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a form about a membership offers. */
export interface StandingChoices {
  beneficiaries: { id: string; name: NameWithMark }[];
  institutions: { id: string; name: string; beneficiaryId: string | null }[];
}

/**
 * Writes delegations in the programme's order, institutions by the alphabet.
 * @param kept ids that were chosen before, which stay though they are retired
 */
export function standingChoices(
  { beneficiaries, institutions }: StandingOptions,
  { locale, formats }: Viewer,
  kept: readonly (string | null)[] = [],
): StandingChoices {
  const isOffered = ({ id, retiredAt }: { id: string; retiredAt: string | null }) =>
    retiredAt === null || kept.includes(id);
  return {
    beneficiaries: beneficiaries.filter(isOffered).map((beneficiary) => ({
      id: beneficiary.id,
      name: nameWithMark(beneficiary, locale),
    })),
    institutions: institutions
      .filter(isOffered)
      .map(({ id, names, beneficiaryId }) => ({ id, name: label(names, locale), beneficiaryId }))
      .sort((a, b) => formats.collator.compare(a.name, b.name)),
  };
}
