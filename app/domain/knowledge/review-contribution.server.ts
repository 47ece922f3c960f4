import type { Actor } from "#app/domain/access/actor.ts";
import { isReviewed } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import { Conflict, Forbidden, Refused } from "#app/domain/errors.ts";
import { findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { raiseWaiting } from "#app/domain/knowledge/raise-sharing.server.ts";
import { type Decision, reviewRules } from "#app/domain/knowledge/review-rules.ts";
import { maySecond } from "#app/domain/knowledge/second-version.server.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { tellDecision } from "#app/domain/knowledge/tell-author.server.ts";
import { changeContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import { passGuard } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface ReviewInput {
  number: string;
  decision: Decision;
  /** Kept when the contribution is returned or archived. */
  reason: string;
  /** The revision that was read; another one now is a conflict. */
  revision: number;
  guardStated?: boolean;
}

/**
 * Takes a contribution one step through its review, returns it to its author, or archives it. What was read is kept in
 * the history, so that it stays known which text was checked. Who checks what they wrote none of is its second reader.
 * The author is told by mail.
 * @throws NotFound, Forbidden, Conflict, Refused
 */
export async function reviewContribution(
  store: Store,
  actor: Actor,
  input: ReviewInput,
  now: Date = new Date(),
): Promise<{ number: string; decision: Decision }> {
  return writeTransaction(store, async (db) => {
    const { number, decision, reason } = input;
    const row = await findContributionRow(db, actor, number);
    const { from, abilities, needsReason, byAuthor } = reviewRules[decision];
    if (!abilities.some((ability) => can(actor, ability, { groupId: row.group_id }))) throw new Forbidden(abilities[0]);
    if (!byAuthor && row.author_id === actor.accountId) throw new Refused({ key: "knowledge.reviewOwn" });
    if (row.revision !== input.revision) throw new Conflict({ revision: String(row.revision) }, row.id);
    if (!from.includes(row.status)) throw new Refused({ key: "knowledge.reviewNotNow" });
    if (needsReason) checkReason(input, now);

    const set = { status: decision, review_reason: needsReason ? reason : null };
    const second = isReviewed(decision) && (await maySecond(db, actor, row)) ? { by: actor.accountId } : null;
    const read = second ? { unread_reason: null } : {};
    const details = { from: row.status, revision: row.revision + 1 };
    const events = () => [[`contribution.${decision}`, row, details]] as const;
    await changeContributions(db, actor, [{ row, cause: decision, set: { ...set, ...read }, second, events }], now);
    if (second) await raiseWaiting(db, actor, row.id, null, now);
    if (decision === "archived") await supersedeRequests(db, row.id, now);
    await tellDecision(db, actor, row, decision, now);
    return { number, decision };
  });
}

function checkReason({ reason, guardStated }: ReviewInput, now: Date): void {
  if (reason === "") throw new Refused([{ field: "reason", message: { key: "knowledge.reviewReasonNeeded" } }]);
  passGuard({ reason }, guardStated, now);
}
