import { paths } from "#app/paths.ts";

/** The form of a new invitation, for a group other than the one that is open, or filled in from an older invitation. */
export function invitationFor(from: { group?: string; again?: string }): string {
  const [[name, value] = ["", ""]] = Object.entries(from);
  return value ? `${paths.newInvitation()}?${name}=${encodeURIComponent(value)}` : paths.newInvitation();
}

/** Asks whether an open invitation is to be taken back. */
export function invitationWithdrawal(invitationId: string): string {
  return `${paths.newInvitation()}/${invitationId}/withdrawal`;
}

/** The members of a group: the page of the open group, or for an administrator the page of the group. */
export function rosterOf(groupId: string, openGroupId: string | null): string {
  return groupId === openGroupId ? paths.members() : paths.adminGroup(groupId);
}
