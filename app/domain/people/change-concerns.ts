import type { MembershipTable } from "#db/schema/membership.ts";
import type { MembershipChangeTable } from "#db/schema/membership-change.ts";

export type ChangeKind = MembershipChangeTable["kind"];

/**
 * Whom a change of members concerns. A new voice is told to the whole delegation, since it may have no other; other
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
  return kind === "speaker" || Boolean(member.speaks);
}
