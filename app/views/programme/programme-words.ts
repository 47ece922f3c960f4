import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { ProgrammeOnPages } from "#app/domain/programme/find-programme.server.ts";
import { label } from "#app/i18n/labels.ts";

/** What a programme puts under every page. Empty where nothing was entered. */
export interface ProgrammeWords {
  name: string;
  description: string;
  fundingStatement: string;
  disclaimer: string;
  /** Footnotes of beneficiaries whose name carries a mark, each behind it. */
  footnotes: string[];
}

/** Writes what a programme puts under every page. */
export function programmeWords(programme: ProgrammeOnPages, locale: string): ProgrammeWords {
  return {
    name: label(programme.names, locale),
    description: label(programme.description, locale),
    fundingStatement: label(programme.fundingStatement, locale),
    disclaimer: label(programme.disclaimer, locale),
    footnotes: programme.beneficiaries
      .filter(({ mark }) => mark !== null)
      .map((beneficiary) => footnoteWithMark(beneficiary, locale)),
  };
}
