import { defineMail } from "#app/domain/mail/define-mail.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";

/** To somebody invited into a working group, with an account or without one. */
export const memberInvited = defineMail({
  name: "invitation",
  subjectType: "invitation",
  find: async ({ db, subjectId, now }, _kept: Record<string, never>) => {
    const row = await db
      .selectFrom("invitation")
      .innerJoin("working_group", "working_group.id", "invitation.group_id")
      .select(["invitation.expires_at", "working_group.names"])
      .where("invitation.id", "=", subjectId)
      .where("invitation.accepted_at", "is", null)
      .where("invitation.withdrawn_at", "is", null)
      .where("invitation.expires_at", ">", now.toISOString())
      .executeTakeFirst();
    return row ? { group: parseLabels(row.names), until: row.expires_at } : null;
  },
  findOutsider: (db, invitationId) =>
    db.selectFrom("invitation").select(["name", "locale"]).where("id", "=", invitationId).executeTakeFirst(),
  mint: mintInvitation,
});
