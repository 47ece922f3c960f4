import type { MembershipTable } from "#db/schema/membership.ts";
import type { MembershipChangeTable } from "#db/schema/membership-change.ts";

export type ChangeKind = MembershipChangeTable["kind"];

/** Changes of who speaks for a delegation. */
const ofVoices: readonly ChangeKind[] = ["speaker", "silent", "gone", "shut"];

/**
 * Whom a change of members concerns. A new voice, and one that is lost, is told to the whole
 * delegation, since it may have no other; other
 * changes of a delegation to those who speak for it; organisers and administrators, who read everything, to all.
 * @param where organisers see every change on the page of their group, and are not written to about each
 */
export function concerns(
  { kind, beneficiaryId }: { kind: ChangeKind; beneficiaryId: string | null },
  member: Pick<MembershipTable, "role" | "beneficiary_id"> & { speaks: unknown },
  where: "mail" | "page",
): boolean {
  if (kind === "organiser" || kind === "administrator") return true;
  if (where === "page" && member.role === "organiser") return true;
  if (member.role !== "participant" || member.beneficiary_id !== beneficiaryId) return false;
  return ofVoices.includes(kind) || Boolean(member.speaks);
}

/** Whether a mail about a change goes to a member: to those it concerns, and to the person who loses their voice. */
export function concernsMember(
  change: { accountId: string; kind: ChangeKind; beneficiaryId: string | null },
  member: Parameters<typeof concerns>[1] & { id: string },
): boolean {
  if (member.id === change.accountId) return change.kind === "silent" || change.kind === "gone";
  return concerns(change, member, "mail");
}
