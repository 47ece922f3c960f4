import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  type ContributionRow,
  contributionSubject,
  findContributionRow,
} from "#app/domain/knowledge/contribution-row.server.ts";
import type { Db } from "#db/connect.server.ts";
import type { SharingRequestTable } from "#db/schema/sharing-request.ts";

/**
 * A request and its record, for those who may ask or decide; other readers of the record are not told that somebody
 * asked.
 * @throws NotFound
 */
export async function findRequestRow(
  db: Db,
  actor: Actor,
  requestId: string,
): Promise<{ request: Selectable<SharingRequestTable>; row: ContributionRow }> {
  const request = await db.selectFrom("sharing_request").selectAll().where("id", "=", requestId).executeTakeFirst();
  const record = request
    ? await db.selectFrom("contribution").select("number").where("id", "=", request.contribution_id).executeTakeFirst()
    : undefined;
  if (!request || !record) throw new NotFound("request");
  const row = await findContributionRow(db, actor, record.number);
  const subject = contributionSubject(actor, row);
  if (!can(actor, "sharing.ask", subject) && !can(actor, "sharing.decide", subject)) throw new NotFound("request");
  return { request, row };
}
