import type { MemberFacts } from "#app/domain/people/find-members.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A member in the list of a group. */
export interface MemberInList {
  membershipId: string;
  name: string;
  role: string;
  delegation: NameWithMark | null;
  institution: string | null;
  speaks: boolean;
  /** Null for those who do not manage the members. */
  address: string | null;
  deactivated: boolean;
}

/** Writes members, in the order of the viewer's alphabet. */
export function memberList(members: readonly MemberFacts[], { locale, text, formats }: Viewer): MemberInList[] {
  return members
    .map(({ role, delegation, institution, ...member }) => ({
      ...member,
      role: textOf(text, `codes.role.${role}`),
      delegation: delegation && nameWithMark(delegation, locale),
      institution: institution && label(institution, locale),
    }))
    .sort((a, b) => formats.collator.compare(a.name, b.name) || (a.membershipId < b.membershipId ? -1 : 1));
}
