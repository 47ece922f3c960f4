import { membershipIn } from "#app/domain/access/actor.ts";
import { accessColumns } from "#app/domain/access/contribution.server.ts";
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
  const rows = await accessColumns(db)
    .select(["contribution.id", "contribution.number", "contribution.review_reason as reviewReason"])
    .where("contribution.id", "in", ids)
    .execute();
  return byColumn(rows, "id");
});
