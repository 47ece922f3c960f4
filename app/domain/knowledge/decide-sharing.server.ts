import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { consented, findConsentWait } from "#app/domain/knowledge/consent-wait.server.ts";
import { contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import { raiseSharing } from "#app/domain/knowledge/raise-sharing.server.ts";
import { sharingDecided } from "#app/domain/knowledge/sharing-mails.server.ts";
import { findRequestRow } from "#app/domain/knowledge/sharing-request-row.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import { passGuard } from "#app/domain/privacy/guard-fields.ts";
import { type Store, writeTransaction } from "#db/store.ts";

type Decision = "granted" | "refused";

/**
 * Grants or refuses a wider sharing level, for the delegation.
 * @throws NotFound for those who may not know of the request, Forbidden for those who do not speak, Refused when it was
 *   decided already, makes no sense any more, or waits for somebody who has spoken for longer
 */
export async function decideSharing(
  store: Store,
  actor: Actor,
  input: { requestId: string; decision: Decision; note: string; guardStated?: boolean },
  now: Date = new Date(),
): Promise<{ number: string; decision: Decision; waits: boolean }> {
  return writeTransaction(store, async (db) => {
    const { request, row } = await findRequestRow(db, actor, input.requestId);
    authorise(actor, "sharing.decide", contributionSubject(actor, row));
    if (request.decision !== null) throw new Refused({ key: "sharing.decidedAlready" });
    const toLevel = request.to_level as SharingLevel;
    if (isFrozen(row.status) || request.from_level !== row.sharing) {
      throw new Refused({ key: "sharing.notNow" });
    }
    const wait = input.decision === "granted" ? await findConsentWait(db, actor, consented(row), now) : null;
    if (wait) {
      throw new Refused({ key: wait.cause === "new" ? "sharing.consentTooNew" : "sharing.consentRefusedBefore" });
    }
    passGuard({ note: input.note }, input.guardStated, now);

    const decided = { decided_by: actor.accountId, decided_at: now.toISOString(), decision_note: input.note };
    await db
      .updateTable("sharing_request")
      .set({ decision: input.decision, ...decided })
      .where("id", "=", request.id)
      .execute();
    const granted = { request: request.id, level: toLevel };
    const waits = input.decision === "granted" && (await raiseSharing(db, actor, row, granted, now));
    if (input.decision === "refused") {
      await recordEvent(
        db,
        actor,
        "sharing.refused",
        row,
        { request: request.id, from: row.sharing, to: toLevel },
        now,
      );
    }
    const asker = request.asked_by === actor.accountId ? undefined : await findOpenAccount(db, request.asked_by);
    if (asker) {
      const kept = { decision: input.decision, toLevel };
      const about = { groupId: row.group_id, subjectId: row.id, mark: request.id };
      await queueMail(db, sharingDecided, { kept, to: asker, ...about }, now);
    }
    return { number: row.number, decision: input.decision, waits };
  });
}
