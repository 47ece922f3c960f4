import { type Actor, anonymous, type Membership } from "#app/domain/access/actor.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findContribution, type WholeContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import type { Db } from "#db/store.ts";

/**
 * A contribution as the widest circle reads it that it is shared with: what may be printed and handed on by somebody of
 * its group, who may be told more. Null where the page tells no more than that.
 */
export async function findHandout(db: Db, contribution: WholeContribution): Promise<WholeContribution | null> {
  const reader = widestReader(contribution);
  if (!contribution.inGroup || !isSubmitted(contribution.status) || !reader) return null;
  const { themes, targetGroups, sectionTerms, references } = contribution;
  return findContribution(db, reader, contribution.number, { themes, targetGroups, sectionTerms, references });
}

/** Somebody who reads a contribution at its sharing level alone; null inside a delegation, which knows what it said. */
function widestReader({ sharing, groupId, programmeId }: ContributionFacts): Actor | null {
  switch (sharing) {
    case "public":
      return anonymous;
    case "programme":
      return observing({ groupId: "", programmeId });
    case "group":
      return observing({ groupId, programmeId });
    case "bilateral":
      return null;
  }
}

/** An observer whom no account stands behind. */
function observing(of: Pick<Membership, "groupId" | "programmeId">): Actor {
  const nobody = { beneficiaryId: null, beneficiaryCode: null, institutionId: null, speaks: false };
  return {
    accountId: "reader",
    isAdministrator: false,
    memberships: [{ ...of, ...nobody, groupSlug: "", role: "observer" }],
  };
}
