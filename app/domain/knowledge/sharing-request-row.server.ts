import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type ContributionRow, contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import type { SharingRequestTable } from "#db/schema/sharing-request.ts";
import type { Db } from "#db/store.ts";

/**
 * A request and its contribution, for those who may ask or decide; others who read the contribution are not told
 * that somebody asked.
 * @throws NotFound
 */
export async function findRequestRow(
  db: Db,
  actor: Actor,
  requestId: string,
): Promise<{ request: Selectable<SharingRequestTable>; row: ContributionRow }> {
  // One statement whether it is hidden or not there, so that neither the answer nor its time tells which.
  const row = await contributionsVisibleTo(db, actor)
    .innerJoin("sharing_request", "sharing_request.contribution_id", "contribution.id")
    .selectAll("contribution")
    .where("sharing_request.id", "=", requestId)
    .executeTakeFirst();
  const subject = row ? contributionSubject(actor, row) : null;
  if (!row || !subject || !(can(actor, "sharing.ask", subject) || can(actor, "sharing.decide", subject))) {
    throw new NotFound("request");
  }
  const request = await db
    .selectFrom("sharing_request")
    .selectAll()
    .where("id", "=", requestId)
    .executeTakeFirstOrThrow();
  return { request, row };
}
