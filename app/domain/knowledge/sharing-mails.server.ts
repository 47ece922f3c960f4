import { membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { defineMail, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import type { Db } from "#db/store.ts";

/** To those who speak for a delegation: consent to a wider level is asked. */
export const sharingAsked = defineMail({
  name: "sharing-asked",
  subjectType: "contribution",
  replaces: true,
  find: async (sending, { requestId }: { requestId: string; toLevel: SharingLevel }) =>
    (await whyUnasked(sending.db, requestId)) ?? findNumber(sending),
  recall: findNumber,
});

/** To whoever asked: the delegation decided. */
export const sharingDecided = defineMail({
  name: "sharing-decided",
  subjectType: "contribution",
  replaces: true,
  find: (sending, _kept: { decision: "granted" | "refused"; toLevel: SharingLevel }) => findNumber(sending),
});

/** To those who were asked: whoever asked has taken the wish back, and nothing is to be decided. */
export const sharingTakenBack = defineMail({
  name: "sharing-taken-back",
  subjectType: "contribution",
  replaces: true,
  find: async (sending, { requestId }: { requestId: string }) =>
    (await wasAsked(sending, requestId)) ? findNumber(sending) : unsent("nothing-new"),
  recall: findNumber,
});

/** Under which key the outbox has the mail that asked somebody. */
export function askedKey(requestId: string, recipientId: string | null): string {
  return `${sharingAsked.name}:${requestId}:${recipientId}`;
}

/** Whether a mail that asked has left, or may have. */
async function wasAsked({ db, recipientId }: Sending, requestId: string): Promise<boolean> {
  const mail = await db
    .selectFrom("outbox")
    .select("id")
    .where("idempotency_key", "=", askedKey(requestId, recipientId))
    .where((eb) => eb.or([eb("state", "=", "sent"), eb("attempts", ">", 0)]))
    .executeTakeFirst();
  return mail !== undefined;
}

async function whyUnasked(db: Db, requestId: string): Promise<Unsent | null> {
  const request = await db
    .selectFrom("sharing_request")
    .select("decision")
    .where("id", "=", requestId)
    .executeTakeFirst();
  if (!request || request.decision === "superseded") return unsent("replaced");
  return request.decision === null ? null : unsent("answered");
}

/** The number alone: the title of a contribution below `public` does not travel by mail. */
async function findNumber({ db, recipientId, subjectId }: Sending): Promise<{ number: string } | null> {
  const actor = await findActor(db, recipientId);
  const row = await contributionsVisibleTo(db, actor)
    .select(["contribution.number", "contribution.group_id"])
    .where("contribution.id", "=", subjectId)
    .executeTakeFirst();
  return row && membershipIn(actor, row.group_id) ? { number: row.number } : null;
}
