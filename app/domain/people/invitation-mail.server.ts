import { defineMail, unsent } from "#app/domain/mail/define-mail.ts";
import { mintInvitationLink } from "#app/domain/people/mint-secrets.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

/** To somebody invited into a working group, with an account or without one. */
export const memberInvited = defineMail({
  name: "invitation",
  subjectType: "invitation",
  find: async ({ db, subjectId, now }, _kept: Record<string, never>) => {
    const row = await invitationWith(db, subjectId);
    if (!row || row.withdrawn_at) return unsent("replaced");
    if (row.accepted_at) return unsent("answered");
    if (row.expires_at <= now.toISOString()) return unsent("over");
    return { group: parseLabels(row.names), until: row.expires_at, inviter: row.inviter };
  },
  findOutsider: (db, invitationId) => guestOf(db, invitationId),
  mint: (db, { subjectId }, now) => mintInvitationLink(db, subjectId, now),
});

const guestOf = readTogether(async (db, ids) =>
  byColumn(await db.selectFrom("invitation").select(["id", "name", "locale"]).where("id", "in", ids).execute(), "id"),
);

const invitationWith = readTogether(async (db, ids) => {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .innerJoin("account", "account.id", "invitation.invited_by")
    .select(["invitation.id", "invitation.expires_at", "invitation.accepted_at", "invitation.withdrawn_at"])
    .select(["working_group.names", "account.name as inviter"])
    .where("invitation.id", "in", ids)
    .execute();
  return byColumn(rows, "id");
});
