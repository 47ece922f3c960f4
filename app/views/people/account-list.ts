import type { AccountFacts } from "#app/domain/people/find-accounts.server.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An account in the list of an installation. */
export interface AccountInList {
  id: string;
  name: string;
  address: string;
  active: boolean;
  isAdministrator: boolean;
  /** Groups by their codes, with the role in each. */
  groups: string;
}

/** Writes accounts, in the order of the viewer's alphabet. */
export function accountList(accounts: readonly AccountFacts[], { text, formats }: Viewer): AccountInList[] {
  return accounts
    .map(({ memberships, ...account }) => ({
      ...account,
      groups: memberships.map(({ code, role }) => `${code}: ${textOf(text, `codes.role.${role}`)}`).join(", "),
    }))
    .sort((a, b) => formats.collator.compare(a.name, b.name) || (a.address < b.address ? -1 : 1));
}
