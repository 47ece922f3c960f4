import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { Conflict, Forbidden, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { keepRevision } from "#app/domain/knowledge/keep-revision.server.ts";
import { type Decision, reviewRules } from "#app/domain/knowledge/review-rules.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import type { Message } from "#app/i18n/message.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface ReviewInput {
  number: string;
  decision: Decision;
  /** Kept when the record is returned or archived. */
  reason: string;
  /** The revision that was read; another one now is a conflict. */
  revision: number;
  guardStated?: boolean;
}

/**
 * Takes a record one step through its review, returns it to its author, or archives it. What was read is kept in the
 * history, so that it stays known which text was checked.
 * @throws NotFound, Forbidden, Conflict, Refused
 */
export async function reviewContribution(
  store: Store,
  actor: Actor,
  input: ReviewInput,
  now: Date = new Date(),
): Promise<{ number: string; decision: Decision }> {
  return writeTransaction(store, async (db) => {
    const { decision } = input;
    const row = await findContributionRow(db, actor, input.number);
    const { from, abilities, needsReason, byAuthor } = reviewRules[decision];
    if (!abilities.some((ability) => can(actor, ability, { groupId: row.group_id }))) throw new Forbidden(abilities[0]);
    if (!byAuthor && row.author_id === actor.accountId) throw new Refused({ key: "knowledge.reviewOwn" });
    if (row.revision !== input.revision) throw new Conflict({ revision: String(row.revision) });
    if (!from.includes(row.status)) throw new Refused({ key: "knowledge.reviewNotNow" });
    const faults = needsReason ? reasonFaults(input, now) : [];
    if (faults.length > 0) throw new Refused(faults);

    const revision = await keepRevision(db, actor, row, decision, now);
    await db
      .updateTable("contribution")
      .set({
        status: decision,
        review_reason: needsReason ? input.reason : null,
        revision,
        updated_at: now.toISOString(),
      })
      .where("id", "=", row.id)
      .execute();
    if (decision === "archived") await supersedeRequests(db, row.id, now);
    await recordEvent(db, actor, `contribution.${decision}`, row, { from: row.status, revision }, now);
    await indexContribution(db, row.id);
    return { number: row.number, decision };
  });
}

function reasonFaults({ reason, guardStated }: ReviewInput, now: Date): { field: string; message: Message }[] {
  if (reason === "") return [{ field: "reason", message: { key: "knowledge.reviewReasonNeeded" } }];
  return guardTexts({ reason }, { stated: guardStated ?? false, now }).faults;
}
