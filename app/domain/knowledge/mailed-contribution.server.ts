import { membershipIn } from "#app/domain/access/actor.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import type { Sending } from "#app/domain/mail/define-mail.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/**
 * What may be said by mail of a contribution to a member of its group who sees it: the number and what was said of it.
 * The title of one below `public` does not travel, and no text. Null for everybody else.
 */
export async function findMailedContribution({ db, recipientId, subjectId }: Sending) {
  const [actor, found] = await Promise.all([findActorOfLine(db, recipientId), contributionWith(db, subjectId)]);
  if (!found || !membershipIn(actor, found.groupId) || !seesContribution(actor, found)) return null;
  const { number, status, authorId, reviewReason } = found;
  return { number, status, authorId, reviewReason };
}

const contributionWith = readTogether(async (db: Db, ids) => {
  const rows = await db
    .selectFrom("contribution")
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .select([
      "contribution.id",
      "contribution.number",
      "contribution.status",
      "contribution.sharing",
      "contribution.group_id as groupId",
      "contribution.author_id as authorId",
      "contribution.delegation_id as delegationId",
      "contribution.review_reason as reviewReason",
      "working_group.programme_id as programmeId",
    ])
    .where("contribution.id", "in", ids)
    .execute();
  return byColumn(rows, "id");
});
