import type { Disclosure } from "#app/domain/access/attribution.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";

/** From whom a contribution comes, as far as that is disclosed; the rest is null. */
export interface SourceView {
  person: string | null;
  institution: string | null;
  /** Its label. */
  institutionType: string | null;
  beneficiary: BeneficiaryView | null;
}

/** Code, with the name where it is a beneficiary of the programme and not a wide one. */
export interface BeneficiaryView {
  code: string;
  name: NameWithMark | null;
}

/** Writes the disclosed parts of a source. */
export function sourceView(facts: ContributionFacts, disclosed: Disclosure, locale: string): SourceView {
  return {
    person: disclosed.person ? facts.author : null,
    institution: disclosed.institution && facts.institution ? label(facts.institution.names, locale) : null,
    institutionType:
      disclosed.institutionType && facts.institutionType ? termLabel(facts.institutionType, locale) : null,
    beneficiary: beneficiaryView(facts, disclosed, locale),
  };
}

/** Writes the beneficiary, if it is disclosed. */
export function beneficiaryView(
  { beneficiary }: Pick<ContributionFacts, "beneficiary">,
  disclosed: Disclosure,
  locale: string,
): BeneficiaryView | null {
  if (!disclosed.beneficiary || !beneficiary) return null;
  const { code, designation } = beneficiary;
  return { code, name: designation && nameWithMark(designation, locale) };
}
