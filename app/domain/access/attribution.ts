import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { ContributionAccess } from "#app/domain/access/contribution.ts";
import { can } from "#app/domain/access/policy.ts";
import { type Attribution, attributions } from "#app/domain/codes.ts";

/**
 * What of a contribution tells where it comes from, and under which attributions a viewer who does not see its source
 * is told it all the same. Everything shown, compared, ordered by or counted is asked about here, or, for many
 * contributions at once, by `isDisclosed`, which reads the same table.
 */
export const disclosedUnder = {
  /** Name of the author, as its person and as who changed it. */
  person: ["person"],
  /** Name of the institution. */
  institution: ["person", "institution"],
  /** Its type is affiliation too. */
  institutionType: ["person", "institution"],
  /** The beneficiary, a wide one as well. */
  beneficiary: ["person", "institution", "beneficiary"],
  /** Who speaks for its delegation. */
  speakers: ["person", "institution", "beneficiary"],
  /** Any day of its life, since the day of a bilateral session names the delegation. */
  day: ["person", "institution", "beneficiary"],
  /** The round, which is also disclosed where it could be that of enough others: see `disclosesRound`. */
  round: ["person", "institution", "beneficiary"],
  /** The language it was written in, which is also disclosed where enough others write in it: see `toldVersions`. */
  language: ["person", "institution", "beneficiary"],
  /** What an import called it. */
  externalId: ["person", "institution", "beneficiary"],
  /** All else that may tell: who asked for what and who decided, reasons given in a review. */
  proceedings: [],
} as const satisfies Record<string, readonly Attribution[]>;

export type SourcePart = keyof typeof disclosedUnder;

/** For each part of the source, whether it is disclosed. */
export type Disclosure = Readonly<Record<SourcePart, boolean>>;

/** So many possible sources make a value safe to name where the source itself is not. */
export const SHARED_BY = 3;

const parts = Object.keys(disclosedUnder) as SourcePart[];

/** What is disclosed of a contribution to somebody who sees its source or does not. */
export function disclosure(attribution: Attribution, seesSource: boolean): Disclosure {
  return (seesSource ? whole : outside)[attribution];
}

const outside = byAttribution((attribution, part) =>
  (disclosedUnder[part] as readonly Attribution[]).includes(attribution),
);
const whole = byAttribution(() => true);

function byAttribution(
  discloses: (attribution: Attribution, part: SourcePart) => boolean,
): Record<Attribution, Disclosure> {
  const disclosureOf = (attribution: Attribution) =>
    Object.fromEntries(parts.map((part) => [part, discloses(attribution, part)])) as Disclosure;
  return Object.fromEntries(attributions.map((code) => [code, disclosureOf(code)])) as Record<Attribution, Disclosure>;
}

/** Whether a round may be named: where it is disclosed, and where enough delegations may have spoken in it. */
export function disclosesRound(disclosed: Disclosure, isShared: boolean): boolean {
  return disclosed.round || isShared;
}

/**
 * Whether attribution does not bind for this viewer: the audience of the session and the author's delegation see the
 * true source, everyone else what the attribution leaves.
 */
export function seesSource(actor: Actor, contribution: ContributionAccess): boolean {
  const membership = membershipIn(actor, contribution.groupId);
  if (!membership || !actor.accountId) return false;
  if (actor.accountId === contribution.authorId || membership.role === "organiser") return true;
  if (membership.beneficiaryId !== null && membership.beneficiaryId === contribution.delegationId) return true;
  return contribution.sessionAudience.includes(actor.accountId);
}

/** Whether somebody checks texts of a group word by word, and so is told their languages whatever is hidden. */
export function checksTexts(actor: Actor, groupId: string): boolean {
  return can(actor, "contribution.check", { groupId });
}

/** Whether one attribution discloses more than another. */
export function disclosesMore(attribution: Attribution, than: Attribution): boolean {
  return attributions.indexOf(attribution) < attributions.indexOf(than);
}

/** The one of two attributions that discloses less. */
export function stricter(a: Attribution, b: Attribution): Attribution {
  return disclosesMore(a, b) ? b : a;
}
