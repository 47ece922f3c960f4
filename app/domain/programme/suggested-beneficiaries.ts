import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import suggested from "#content/codes/beneficiaries.json";

/** A beneficiary that ships ready to be chosen, as it is designated. */
export interface SuggestedBeneficiary {
  code: string;
  names: Labels;
  mark: string | null;
  footnote: Labels;
}

/** Those of the region, with their names in every language, and mark and footnote where they belong. */
export const suggestedBeneficiaries: readonly SuggestedBeneficiary[] = suggested.map(
  ({ code, names, mark, footnote }) => ({
    ...{ code, names, mark },
    footnote: parseLabels(footnote ? JSON.stringify(footnote) : null),
  }),
);
