import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { changeContributions, discardDraft } from "#app/domain/knowledge/write-contributions.server.ts";
import { passGuard } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Withdraws a contribution: from then on author and organisers alone see it, with the reason. A draft, which nobody
 * else ever saw, is thrown away instead.
 * @throws NotFound, Forbidden, Refused
 */
export async function withdrawContribution(
  store: Store,
  actor: Actor,
  { number, reason, guardStated }: { number: string; reason: string; guardStated?: boolean },
  now: Date = new Date(),
): Promise<{ number: string; discarded: boolean }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, number);
    authorise(actor, "contribution.withdraw", contributionSubject(actor, row));
    if (row.status === "withdrawn") throw new Refused({ key: "knowledge.alreadyWithdrawn" });
    if (row.status === "draft") {
      await discardDraft(db, actor, row, now);
      return { number, discarded: true };
    }
    if (reason === "") throw new Refused([{ field: "reason", message: { key: "common.required" } }]);
    passGuard({ reason }, guardStated, now);

    const set = { status: "withdrawn", withdrawal_reason: reason } as const;
    const events = () => [["contribution.withdrawn", row, {}]] as const;
    await changeContributions(db, actor, [{ row, cause: "withdrawn", set, events }], now);
    await supersedeRequests(db, row.id, now);
    return { number, discarded: false };
  });
}
