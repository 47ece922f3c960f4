import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { type ChangeKind, concerns } from "#app/domain/people/change-concerns.ts";
import { membershipChanged } from "#app/domain/people/membership-mails.server.ts";
import type { Standing } from "#app/domain/people/membership-rules.server.ts";
import type { Db } from "#db/store.ts";

// Who hears what a group says, and who may consent for a delegation, is for those concerned to know: whoever may
// invite could otherwise make a voice of a delegation, or a reader of a group, without anybody noticing.

/** What follows from a standing; that an administrator joined does not. */
type OfStanding = Exclude<ChangeKind, "administrator">;

type Told = Pick<Standing, "role" | "beneficiary_id" | "speaks">;

/** What of a change is to be told, by the delegation it concerns. */
export function changesBetween(
  before: Told | null,
  after: Told | null,
): { kind: OfStanding; beneficiaryId: string | null }[] {
  const told: { kind: OfStanding; beneficiaryId: string | null }[] = [];
  const from = before?.beneficiary_id ?? null;
  const to = after?.beneficiary_id ?? null;
  if (from && from !== to) told.push({ kind: "left", beneficiaryId: from });
  if (to && after?.speaks && !(from === to && before?.speaks)) told.push({ kind: "speaker", beneficiaryId: to });
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
 * Keeps a change for the page of the group and queues a mail to those whom it concerns, but for the person and for
 * whoever did it. Call it inside the transaction of the change.
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
    (member) => member.id !== accountId && member.id !== by && concerns({ kind, beneficiaryId }, member, "mail"),
  );
  for (const { id: recipient, address } of told) {
    const to = { id: recipient, address };
    await queueMail(db, membershipChanged, { kept: {}, to, groupId, subjectId: id, mark: `${id}:${recipient}` }, now);
  }
  return id;
}
