import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { type ChangeKind, concernsMember } from "#app/domain/people/change-concerns.ts";
import { membershipChanged } from "#app/domain/people/membership-mails.server.ts";
import type { Standing } from "#app/domain/people/membership-rules.server.ts";
import type { Db } from "#db/store.ts";

// Who hears what a group says, and who may consent for a delegation, is for those concerned to know: whoever may
// invite could otherwise make a voice of a delegation, or a reader of a group, without anybody noticing.

/** What follows from a standing; that an administrator joined, or shut an account, does not. */
type OfStanding = Exclude<ChangeKind, "administrator" | "shut">;

type Told = Pick<Standing, "role" | "beneficiary_id" | "speaks">;

/** What of a change is to be told, by the delegation it concerns. */
export function changesBetween(
  before: Told | null,
  after: Told | null,
): { kind: OfStanding; beneficiaryId: string | null }[] {
  const told: { kind: OfStanding; beneficiaryId: string | null }[] = [];
  const from = before?.beneficiary_id ?? null;
  const to = after?.beneficiary_id ?? null;
  const spoke = Boolean(before?.speaks);
  if (from && from !== to) told.push({ kind: spoke ? "gone" : "left", beneficiaryId: from });
  if (from && from === to && spoke && !after?.speaks) told.push({ kind: "silent", beneficiaryId: from });
  if (to && after?.speaks && !(from === to && spoke)) told.push({ kind: "speaker", beneficiaryId: to });
  else if (to && from !== to) told.push({ kind: "member", beneficiaryId: to });
  if (after?.role === "organiser" && before?.role !== "organiser") {
    told.push({ kind: "organiser", beneficiaryId: null });
  }
  return told;
}

/** Tells those concerned what differs between two standings of one person; null for none. */
export async function tellChanges(
  db: Db,
  whose: { groupId: string; accountId: string; by: string | null },
  before: Told | null,
  after: Told | null,
  now: Date,
): Promise<void> {
  for (const change of changesBetween(before, after)) await tellChange(db, { ...whose, ...change }, "", now);
}

/**
 * Keeps a change for the page of the group and queues a mail to those whom it concerns, but for whoever did it, and
 * for the person unless they lose their voice. Call it inside the transaction of the change.
 * @returns the id under which it is kept
 */
export async function tellChange(
  db: Db,
  change: { groupId: string; accountId: string; kind: ChangeKind; beneficiaryId: string | null; by: string | null },
  reason: string,
  now: Date,
): Promise<string> {
  const id = newId();
  const { groupId, accountId, kind, beneficiaryId, by } = change;
  await db
    .insertInto("membership_change")
    .values({
      ...{ id, group_id: groupId, account_id: accountId, kind, beneficiary_id: beneficiaryId },
      ...{ by_account_id: by, reason, at: now.toISOString() },
    })
    .execute();
  const members = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["account.id", "account.address", "membership.role", "membership.beneficiary_id", "membership.speaks"])
    .where("membership.group_id", "=", groupId)
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("account.id")
    .execute();
  const told = members.filter(
    (member) => member.id !== by && concernsMember({ accountId, kind, beneficiaryId }, member),
  );
  for (const { id: recipient, address } of told) {
    const to = { id: recipient, address };
    await queueMail(db, membershipChanged, { kept: {}, to, groupId, subjectId: id, mark: `${id}:${recipient}` }, now);
  }
  return id;
}

/** Tells the delegation that the account of somebody who speaks for it is shut, or open again. */
export async function tellOfAccount(db: Db, accountId: string, open: boolean, by: string, now: Date): Promise<void> {
  const voices = await db
    .selectFrom("membership")
    .select(["group_id", "beneficiary_id"])
    .where("account_id", "=", accountId)
    .where("speaks", "=", 1)
    .where("ended_at", "is", null)
    .orderBy("id")
    .execute();
  const kind = open ? "speaker" : "shut";
  for (const { group_id: groupId, beneficiary_id: beneficiaryId } of voices) {
    await tellChange(db, { groupId, accountId, kind, beneficiaryId, by }, "", now);
  }
}
