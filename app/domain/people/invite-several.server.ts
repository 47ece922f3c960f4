import type { Actor, Role } from "#app/domain/access/actor.ts";
import { type Fault, Refused } from "#app/domain/errors.ts";
import {
  calledBy,
  collectFaults,
  lengthFaults,
  type Meant,
  meaningOf,
  readRows,
} from "#app/domain/forms/pasted-rows.ts";
import { rowField } from "#app/domain/forms/row-field.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { invite } from "#app/domain/people/invite-member.server.ts";
import { type InvitationInput, invitationInput } from "#app/domain/people/membership-input.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** What is pasted: name, address, role, delegation, institution, and whether the person speaks for the delegation. */
export interface PastedPeople {
  groupId: string;
  rows: string;
  /** Language of the mails. */
  locale: InterfaceLocale;
}

/** A line of a pasted list as it was understood. */
export interface ReadPerson {
  row: number;
  invitation: InvitationInput;
}

/** Most people at once. */
const MAX_PEOPLE = 100;

/**
 * Reads a pasted list of people to invite. Nothing is written.
 * @throws as `findManagedGroup`; Refused with every line that is wrong
 */
export async function readPeople(
  db: Db,
  actor: Actor,
  input: PastedPeople,
  words: { roles: readonly Meant<Role>[]; yes: Meant<true> },
): Promise<ReadPerson[]> {
  const group = await findManagedGroup(db, actor, input.groupId);
  const { beneficiaries, institutions } = await findStandingOptions(db, group.programmeId);
  const parties = beneficiaries
    .filter(isOffered)
    .map((one) => calledBy([one.code, ...Object.values(one.names)], one.id));
  const known = institutions
    .filter(isOffered)
    .map((one) => ({ beneficiaryId: one.beneficiaryId, ...calledBy(Object.values(one.names), one.id) }));
  const rows = readRows(input.rows, MAX_PEOPLE);
  const faults = lengthFaults(rows, MAX_PEOPLE);
  if (faults.length > 0) throw new Refused(faults);
  const seen = new Set<string>();
  const read = rows.flatMap(({ row, cells }): ReadPerson[] => {
    const [name = "", address = "", role = "", party = "", institution = "", speaks = ""] = cells.map(orNothing);
    const before = faults.length;
    const wrong = collectFaults(faults, row);
    const beneficiaryId = party === "" ? null : meaningOf(party, parties);
    const meant = role === "" && beneficiaryId ? "participant" : meaningOf(role, words.roles);
    const own = known.filter((one) => one.beneficiaryId === null || one.beneficiaryId === beneficiaryId);
    const institutionId = institution === "" ? null : meaningOf(institution, own);
    const invitation = invitationInput.safeParse({
      ...{ groupId: input.groupId, locale: input.locale, name, address, role: meant ?? "observer" },
      ...{ beneficiaryId: beneficiaryId ?? "", institutionId: institutionId ?? "" },
      ...(meaningOf(speaks, [words.yes]) ? { speaks: "on" } : {}),
    });
    const isTwice = invitation.success && seen.has(invitation.data.address);
    if (!invitation.success) wrong("people.rowPerson");
    if (isTwice) wrong("people.rowTwice");
    if (!meant) wrong("people.rowRole");
    if (beneficiaryId === undefined) wrong("people.rowDelegation");
    if (meant === "participant" && beneficiaryId === null) wrong("people.rowNeedsDelegation");
    // Which institutions there are is known once the delegation is.
    if (institutionId === undefined && beneficiaryId !== undefined) wrong("people.rowInstitution");
    if (!invitation.success || faults.length > before) return [];
    seen.add(invitation.data.address);
    return [{ row, invitation: invitation.data }];
  });
  if (faults.length > 0) throw new Refused(faults);
  return read;
}

/**
 * Invites everybody of a list, all or nobody. Open invitations are not replaced: the line that would is named.
 * @throws as `inviteMember`; Refused with every line that cannot be
 */
export async function inviteSeveral(
  store: Store,
  actor: Actor,
  people: readonly ReadPerson[],
  now = new Date(),
): Promise<{ invitations: { id: string; name: string; address: string }[] }> {
  return writeTransaction(store, async (db) => {
    const faults: Fault[] = [];
    const invitations: { id: string; name: string; address: string }[] = [];
    for (const { row, invitation } of people) {
      try {
        const { invitationId } = await invite(db, actor, invitation, now);
        invitations.push({ id: invitationId, name: invitation.name, address: invitation.address });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const key = error.faults.some(({ field }) => field === "replaces") ? "people.rowInvited" : "people.rowRefused";
        faults.push({ field: rowField(row), message: { key, params: { row } } });
      }
    }
    if (faults.length > 0) throw new Refused(faults);
    return { invitations };
  });
}

/** What a cell says: a dash is how a list writes that there is nothing. */
function orNothing(cell: string): string {
  return cell === "-" ? "" : cell;
}

function isOffered({ retiredAt }: { retiredAt: string | null }): boolean {
  return retiredAt === null;
}
