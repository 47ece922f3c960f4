import type { FormerMember, MemberFacts } from "#app/domain/people/find-members.server.ts";
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
  bounced: MemberFacts["bounced"];
  deactivated: boolean;
}

/** How a list of members can be put in order; the first is the usual one, delegation by delegation. */
export const memberOrders = ["delegation", "name", "role", "institution"] as const;
export type MemberOrder = (typeof memberOrders)[number];

/** Members under one heading; without one where the list is not grouped. */
export interface MemberGroup {
  heading: string | null;
  members: MemberInList[];
}

/** The order that an address asks for. */
export function memberOrder(asked: string | null): MemberOrder {
  return memberOrders.find((order) => order === asked) ?? memberOrders[0];
}

/** Writes members, in the order of the viewer's alphabet. */
export function memberList(members: readonly MemberFacts[], viewer: Viewer): MemberInList[] {
  return members.map((member) => memberInList(member, viewer)).sort(byName(viewer));
}

/** Members by delegation in the programme's order, those without one first; or in one list by something else. */
export function memberGroups(members: readonly MemberFacts[], order: MemberOrder, viewer: Viewer): MemberGroup[] {
  const { collator } = viewer.formats;
  const list = memberList(members, viewer);
  if (order === "delegation") return byDelegation(members, viewer);
  const value = ({ name, role, institution }: MemberInList) => ({ name, role, institution: institution ?? "" })[order];
  // Whoever has none stands behind those who have.
  const sorted = list.sort(
    (a, b) => Number(value(a) === "") - Number(value(b) === "") || collator.compare(value(a), value(b)),
  );
  return [{ heading: null, members: sorted }];
}

/** The list as text for a table of another program: a line each, tabs between. */
export function memberLines(groups: readonly MemberGroup[]): string {
  const cell = (text: string | null) => {
    const plain = (text ?? "").replace(/\s+/g, " ");
    // A cell that begins like a formula would be one, in the program it is pasted into.
    return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  };
  return groups
    .flatMap(({ members }) => members)
    .map(({ name, role, delegation, institution, address }) =>
      [name, role, delegation, institution, address].map(cell).join("\t"),
    )
    .join("\n");
}

/** Somebody who was a member. */
export interface FormerInList {
  membershipId: string;
  name: string;
  role: string;
  ended: string;
  canReturn: boolean;
}

/** Writes a former member. */
export function formerInList(former: FormerMember, { locale, text, formats }: Viewer): FormerInList {
  const { membershipId, name, delegation, canReturn } = former;
  const role = textOf(text, `codes.role.${former.role}`);
  const ended = text("people.endedAt", { date: formats.dateShort(former.endedAt) });
  const from = delegation ? `${role}, ${nameWithMark(delegation, locale)}` : role;
  return { membershipId, name, role: from, ended, canReturn };
}

function memberInList(facts: MemberFacts, { locale, text }: Viewer): MemberInList {
  const { role, delegation, institution, delegationPosition, ...member } = facts;
  return {
    ...member,
    role: textOf(text, `codes.role.${role}`),
    delegation: delegation && nameWithMark(delegation, locale),
    institution: institution && label(institution, locale),
  };
}

function byDelegation(members: readonly MemberFacts[], viewer: Viewer): MemberGroup[] {
  const positions = [...new Set(members.map((member) => member.delegationPosition ?? -1))].sort((a, b) => a - b);
  return positions.map((position) => {
    const own = memberList(
      members.filter((member) => (member.delegationPosition ?? -1) === position),
      viewer,
    );
    const [first] = own;
    return { heading: first?.delegation ?? viewer.text("people.withoutDelegation"), members: own };
  });
}

function byName({ formats }: Viewer) {
  return (a: MemberInList, b: MemberInList) =>
    formats.collator.compare(a.name, b.name) || (a.membershipId < b.membershipId ? -1 : 1);
}
