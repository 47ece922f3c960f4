import { paths } from "#app/paths.ts";

/** The members of a group: the page of the open group, or for an administrator the page of the group. */
export function rosterOf(groupId: string, openGroupId: string | null): string {
  return groupId === openGroupId ? paths.members() : paths.adminGroup(groupId);
}
