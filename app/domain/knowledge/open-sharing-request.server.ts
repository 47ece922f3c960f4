import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { consented, findConsentWait } from "#app/domain/knowledge/consent-wait.server.ts";
import { type ContributionRow, contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import { findSpeakers } from "#app/domain/knowledge/find-speakers.server.ts";
import { raiseSharing } from "#app/domain/knowledge/raise-sharing.server.ts";
import { sharingAsked } from "#app/domain/knowledge/sharing-mails.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** A level that needs consent. */
export type RaisedLevel = Exclude<SharingLevel, "bilateral">;

/**
 * Writes a request inside a transaction and tells those who can consent. Who asks and speaks for the delegation,
 * and need not wait, consents by asking: the level is raised at once, and the request is kept as the record of it.
 * @returns the id of the request
 */
export async function openSharingRequest(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  wish: { toLevel: RaisedLevel; note: string },
  now: Date,
): Promise<string> {
  const requestId = newId();
  const at = now.toISOString();
  const decides = can(actor, "sharing.decide", contributionSubject(actor, row));
  const consents = decides && (await findConsentWait(db, actor, consented(row), now)) === null;
  await db
    .insertInto("sharing_request")
    .values({
      id: requestId,
      contribution_id: row.id,
      from_level: row.sharing,
      to_level: wish.toLevel,
      note: wish.note,
      asked_by: sure(actor.accountId),
      asked_at: at,
      ...(consents ? { decision: "granted" as const, decided_by: actor.accountId, decided_at: at } : {}),
    })
    .execute();
  await recordEvent(db, actor, "sharing.asked", row, { request: requestId, from: row.sharing, to: wish.toLevel }, now);
  if (consents) {
    await raiseSharing(db, actor, row, { request: requestId, level: wish.toLevel }, now);
    return requestId;
  }
  for (const speaker of await findSpeakers(db, { groupId: row.group_id, delegationId: row.delegation_id })) {
    if (speaker.accountId === actor.accountId) continue;
    const to = { id: speaker.accountId, address: speaker.address };
    const kept = { requestId, toLevel: wish.toLevel };
    const mark = `${requestId}:${speaker.accountId}`;
    await queueMail(db, sharingAsked, { kept, to, groupId: row.group_id, subjectId: row.id, mark }, now);
  }
  return requestId;
}
