import { membershipIn } from "#app/domain/access/actor.ts";
import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import { defineMail } from "#app/domain/mail/define-mail.ts";
import { concernsMember } from "#app/domain/people/change-concerns.ts";
import { changeFacts, changeRows } from "#app/domain/people/membership-changes.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

type Nothing = Record<string, never>;

/** To those whom a change of members concerns. */
export const membershipChanged = defineMail({
  name: "membership-changed",
  subjectType: "membership",
  find: async ({ db, recipientId, subjectId }, _kept: Nothing) => {
    const [row, actor] = await Promise.all([changeWith(db, subjectId), findActorOfLine(db, recipientId)]);
    const member = row && membershipIn(actor, row.group_id);
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
    const [row, actor] = await Promise.all([endedWith(db, subjectId), findActorOfLine(db, recipientId)]);
    // Whoever is in the group again by now need not be told that they were not.
    if (!row || row.account_id !== recipientId || membershipIn(actor, row.group_id)) return null;
    return { group: parseLabels(row.names) };
  },
});

const changeWith = readTogether(async (db, ids) => {
  const rows = await changeRows(db)
    .innerJoin("working_group", "working_group.id", "membership_change.group_id")
    .select(["working_group.names as group_names", "beneficiary.footnote"])
    .where("membership_change.id", "in", ids)
    .execute();
  return byColumn(rows, "id");
});

const endedWith = readTogether(async (db, ids) => {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .select(["membership.id", "membership.account_id", "membership.group_id", "working_group.names"])
    .where("membership.id", "in", ids)
    .where("membership.ended_at", "is not", null)
    .execute();
  return byColumn(rows, "id");
});
