import { membershipIn } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { defineMail } from "#app/domain/mail/define-mail.ts";
import { concernsMember } from "#app/domain/people/change-concerns.ts";
import { changeFacts, changeRows } from "#app/domain/people/membership-changes.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";

type Nothing = Record<string, never>;

/** To those whom a change of members concerns. */
export const membershipChanged = defineMail({
  name: "membership-changed",
  subjectType: "membership",
  find: async ({ db, recipientId, subjectId }, _kept: Nothing) => {
    const row = await changeRows(db)
      .innerJoin("working_group", "working_group.id", "membership_change.group_id")
      .select(["working_group.names as group_names", "beneficiary.footnote"])
      .where("membership_change.id", "=", subjectId)
      .executeTakeFirst();
    const member = row && membershipIn(await findActor(db, recipientId), row.group_id);
    if (!row || !member) return null;
    const standing = {
      id: recipientId ?? "",
      role: member.role,
      beneficiary_id: member.beneficiaryId,
      speaks: member.speaks,
    };
    const change = { accountId: row.account_id, kind: row.kind, beneficiaryId: row.beneficiary_id };
    if (!concernsMember(change, standing)) return null;
    return { ...changeFacts(row), group: parseLabels(row.group_names), footnote: parseLabels(row.footnote) };
  },
});

/** To somebody whose membership has ended. */
export const membershipEnded = defineMail({
  name: "membership-ended",
  subjectType: "membership",
  find: async ({ db, recipientId, subjectId }, _kept: Nothing) => {
    const row = await db
      .selectFrom("membership")
      .innerJoin("working_group", "working_group.id", "membership.group_id")
      .select(["working_group.names", "membership.group_id"])
      .where("membership.id", "=", subjectId)
      .where("membership.account_id", "=", recipientId)
      .where("membership.ended_at", "is not", null)
      .executeTakeFirst();
    // Whoever is in the group again by now need not be told that they were not.
    if (!row || membershipIn(await findActor(db, recipientId), row.group_id)) return null;
    return { group: parseLabels(row.names) };
  },
});
