import { paths } from "#app/paths.ts";

/** Where an administrator joins a group as a member. */
export function groupMembership(groupId: string): string {
  return `${paths.adminGroup(groupId)}/membership`;
}

export function accountDeactivation(accountId: string): string {
  return `${paths.adminAccounts()}/${accountId}/deactivation`;
}

export function accountReactivation(accountId: string): string {
  return `${paths.adminAccounts()}/${accountId}/reactivation`;
}
