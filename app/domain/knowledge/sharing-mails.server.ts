import { membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { defineMail, type Sending } from "#app/domain/mail/define-mail.ts";

/** To those who speak for a delegation: consent to a wider level is asked. */
export const sharingAsked = defineMail({
  name: "sharing-asked",
  subjectType: "contribution",
  find: (sending, _kept: { requestId: string; toLevel: SharingLevel }) => findNumber(sending),
});

/** To whoever asked: the delegation decided. */
export const sharingDecided = defineMail({
  name: "sharing-decided",
  subjectType: "contribution",
  find: (sending, _kept: { decision: "granted" | "refused"; toLevel: SharingLevel }) => findNumber(sending),
});

/** The number alone: the title of a contribution below `public` does not travel by mail. */
async function findNumber({ db, recipientId, subjectId }: Sending): Promise<{ number: string } | null> {
  const actor = await findActor(db, recipientId);
  const row = await contributionsVisibleTo(db, actor)
    .select(["contribution.number", "contribution.group_id"])
    .where("contribution.id", "=", subjectId)
    .executeTakeFirst();
  return row && membershipIn(actor, row.group_id) ? { number: row.number } : null;
}
