export const roles = ["organiser", "participant", "consultant", "observer"] as const;
export type Role = (typeof roles)[number];

/** What a person is in one working group now. */
export interface Membership {
  groupId: string;
  groupSlug: string;
  programmeId: string;
  role: Role;
  /** The delegation: id and code of the beneficiary, or null. */
  beneficiaryId: string | null;
  beneficiaryCode: string | null;
  institutionId: string | null;
  /** May consent for the delegation. */
  speaks: boolean;
}

/** Who acts. Nobody signed in is an actor too: no account, no memberships. */
export interface Actor {
  accountId: string | null;
  isAdministrator: boolean;
  memberships: readonly Membership[];
}

export const anonymous: Actor = { accountId: null, isAdministrator: false, memberships: [] };

/** The actor's membership in a group, if there is one. */
export function membershipIn(actor: Actor, groupId: string): Membership | undefined {
  return actor.memberships.find((membership) => membership.groupId === groupId);
}
