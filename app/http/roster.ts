import { membershipIn } from "#app/domain/access/actor.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";

/** The members of a group: for its own people the page of the group, for an administrator that of the installation. */
export function rosterOf(groupId: string, { actor, chosenGroupId }: SignedInVisit): string {
  if (groupId === chosenGroupId) return paths.members();
  return membershipIn(actor, groupId) ? paths.members({ group: groupId }) : paths.adminGroup(groupId);
}
