import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { findWaitingRequest, raiseWaiting } from "#app/domain/knowledge/raise-sharing.server.ts";
import { passGuard } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Shares a contribution as far as its delegation consented to, though nobody but who wrote it has read it. Organisers
 * alone, for a reason that everybody who reads the contribution reads too.
 * @throws NotFound, Forbidden, Refused
 */
export async function raiseUnread(
  store: Store,
  actor: Actor,
  { number, reason, guardStated }: { number: string; reason: string; guardStated?: boolean },
  now: Date = new Date(),
): Promise<{ number: string }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, number);
    authorise(actor, "sharing.raise-unread", contributionSubject(actor, row));
    if (!isOpen(row.status) || !(await findWaitingRequest(db, row.id))) throw new Refused({ key: "sharing.notNow" });
    if (reason === "") throw new Refused([{ field: "reason", message: { key: "common.required" } }]);
    passGuard({ reason }, guardStated, now);
    await raiseWaiting(db, actor, row.id, reason, now);
    return { number };
  });
}
