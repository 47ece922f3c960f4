import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Refused } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { openSharingRequest } from "#app/domain/knowledge/open-sharing-request.server.ts";
import { findWaitingRequest } from "#app/domain/knowledge/raise-sharing.server.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import { passGuard } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Asks the delegation to let a contribution be heard further. One request at a time; who speaks for the delegation
 * consents by asking.
 * @throws NotFound, Forbidden, Refused
 */
export async function askSharing(
  store: Store,
  actor: Actor,
  input: { number: string; level: SharingLevel; note: string; guardStated?: boolean },
  now: Date = new Date(),
): Promise<{ requestId: string; granted: boolean; waits: boolean }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, input.number);
    authorise(actor, "sharing.ask", contributionSubject(actor, row));
    if (!isOpen(row.status)) throw new Refused({ key: "sharing.notNow" });
    if (input.level === "bilateral" || !isHigher(input.level, row.sharing)) {
      throw new Refused([{ field: "level", message: { key: "sharing.notHigher" } }]);
    }
    passGuard({ note: input.note }, input.guardStated, now);
    const open = await db
      .selectFrom("sharing_request")
      .select("id")
      .where("contribution_id", "=", row.id)
      .where("decision", "is", null)
      .executeTakeFirst();
    if (open || (await findWaitingRequest(db, row.id))) throw new Refused({ key: "sharing.alreadyAsked" });
    const requestId = await openSharingRequest(db, actor, row, { toLevel: input.level, note: input.note }, now);
    const request = await db
      .selectFrom("sharing_request")
      .select(["decision", "raised_at"])
      .where("id", "=", requestId)
      .executeTakeFirstOrThrow();
    const granted = request.decision === "granted";
    return { requestId, granted, waits: granted && request.raised_at === null };
  });
}
