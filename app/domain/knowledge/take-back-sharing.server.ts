import type { Actor } from "#app/domain/access/actor.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Forbidden, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { askedKey, sharingAsked, sharingTakenBack } from "#app/domain/knowledge/sharing-mails.server.ts";
import { findRequestRow } from "#app/domain/knowledge/sharing-request-row.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Takes back a wish to share more widely that nobody has decided yet. Those who were asked by mail are told once; a
 * mail that has not gone out does not go out any more.
 * @throws NotFound for those who may not know of the request, Forbidden for all but whoever asked, Refused when it was
 *   decided already
 */
export async function takeBackSharing(
  store: Store,
  actor: Actor,
  { requestId }: { requestId: string },
  now: Date = new Date(),
): Promise<{ number: string }> {
  return writeTransaction(store, async (db) => {
    const { request, row } = await findRequestRow(db, actor, requestId);
    if (request.asked_by !== actor.accountId) throw new Forbidden("sharing.ask");
    if (request.decision !== null) throw new Refused({ key: "sharing.decidedAlready" });
    await db
      .updateTable("sharing_request")
      .set({ decision: "superseded", decided_by: actor.accountId, decided_at: now.toISOString() })
      .where("id", "=", requestId)
      .execute();
    const details = {
      request: requestId,
      from: request.from_level as SharingLevel,
      to: request.to_level as SharingLevel,
    };
    await recordEvent(db, actor, "sharing.taken-back", row, details, now);
    for (const to of await findAsked(db, row.id, requestId)) {
      const about = { groupId: row.group_id, subjectId: row.id, mark: `${requestId}:${to.id}` };
      await queueMail(db, sharingTakenBack, { kept: { requestId }, to, ...about }, now);
    }
    return { number: row.number };
  });
}

/** Those to whom a mail about the request was written. */
async function findAsked(
  db: Db,
  contributionId: string,
  requestId: string,
): Promise<{ id: string; address: string }[]> {
  const mails = await db
    .selectFrom("outbox")
    .innerJoin("account", "account.id", "outbox.recipient_id")
    .select(["account.id", "account.address", "outbox.idempotency_key as key"])
    .where("outbox.subject_id", "=", contributionId)
    .where("outbox.template", "=", sharingAsked.name)
    .where("account.status", "=", "active")
    .orderBy("account.id")
    .execute();
  return mails.filter(({ id, key }) => key === askedKey(requestId, id)).map(({ id, address }) => ({ id, address }));
}
