import { disclosure } from "#app/domain/access/attribution.ts";
import type { Kind, SharingLevel } from "#app/domain/codes.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { type BeneficiaryView, beneficiaryView } from "#app/views/contributions/source-view.ts";
import { type TitleView, titleView } from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A contribution in a list. */
export interface ContributionInList extends TitleView {
  number: string;
  kind: Kind;
  depth: ContributionFacts["depth"];
  status: ContributionFacts["status"];
  sharing: SharingLevel;
  /** Null where it is not disclosed. */
  beneficiary: BeneficiaryView | null;
  itemId: string | null;
  /** Null where the day would tell the session. */
  updatedOn: string | null;
}

/** Writes a contribution for a list. */
export function contributionInList(
  facts: ContributionFacts,
  { locale, formats }: Pick<Viewer, "locale" | "formats">,
): ContributionInList {
  const { number, kind, depth, status, sharing, itemId } = facts;
  const disclosed = disclosure(facts.attribution, facts.seesSource);
  return {
    ...{ number, kind, depth, status, sharing, itemId },
    ...titleView(facts.versions, locale),
    beneficiary: beneficiaryView(facts, disclosed, locale),
    updatedOn: disclosed.day ? formats.dateShort(facts.updatedAt) : null,
  };
}
