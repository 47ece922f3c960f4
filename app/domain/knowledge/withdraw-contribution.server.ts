import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { keepRevision } from "#app/domain/knowledge/keep-revision.server.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Withdraws a record: from then on author and organisers alone see it, with the reason. A draft, which nobody else ever
 * saw, is thrown away instead.
 * @throws NotFound, Forbidden, Refused
 */
export async function withdrawContribution(
  store: Store,
  actor: Actor,
  input: { number: string; reason: string; guardStated?: boolean },
  now: Date = new Date(),
): Promise<{ number: string; discarded: boolean }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, input.number);
    authorise(actor, "contribution.withdraw", contributionSubject(actor, row));
    if (row.status === "withdrawn") throw new Refused({ key: "knowledge.alreadyWithdrawn" });
    if (row.status === "draft") {
      await db.deleteFrom("contribution").where("id", "=", row.id).execute();
      await recordEvent(db, actor, "contribution.discarded", row, {}, now);
      return { number: row.number, discarded: true };
    }
    if (input.reason === "") throw new Refused([{ field: "reason", message: { key: "common.required" } }]);
    const { faults } = guardTexts({ reason: input.reason }, { stated: input.guardStated ?? false, now });
    if (faults.length > 0) throw new Refused(faults);

    const revision = await keepRevision(db, actor, row, "withdrawn", now);
    await db
      .updateTable("contribution")
      .set({ status: "withdrawn", withdrawal_reason: input.reason, revision, updated_at: now.toISOString() })
      .where("id", "=", row.id)
      .execute();
    await supersedeRequests(db, row.id, now);
    await recordEvent(db, actor, "contribution.withdrawn", row, {}, now);
    await indexContribution(db, row.id);
    return { number: row.number, discarded: false };
  });
}
