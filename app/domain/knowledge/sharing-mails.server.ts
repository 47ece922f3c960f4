import type { SharingLevel } from "#app/domain/codes.ts";
import { findMailedContribution } from "#app/domain/knowledge/mailed-contribution.server.ts";
import { defineMail, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** To those who speak for a delegation: consent to a wider level is asked. */
export const sharingAsked = defineMail({
  name: "sharing-asked",
  subjectType: "contribution",
  isNews: true,
  replaces: true,
  find: async (sending, { requestId }: { requestId: string; toLevel: SharingLevel }) => {
    const [why, found] = await Promise.all([whyUnasked(sending.db, requestId), findNumber(sending)]);
    return why ?? found;
  },
  recall: findNumber,
});

/** To whoever asked: the delegation decided. */
export const sharingDecided = defineMail({
  name: "sharing-decided",
  subjectType: "contribution",
  isNews: true,
  replaces: true,
  find: (sending, _kept: { decision: "granted" | "refused"; toLevel: SharingLevel }) => findNumber(sending),
});

/** To those who were asked: whoever asked has taken the wish back, and nothing is to be decided. */
export const sharingTakenBack = defineMail({
  name: "sharing-taken-back",
  subjectType: "contribution",
  isNews: true,
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
  return (await leftWith(db, askedKey(requestId, recipientId))) !== undefined;
}

const leftWith = readTogether(async (db, keys) => {
  const mails = db
    .selectFrom("outbox")
    .select("idempotency_key")
    .where("idempotency_key", "in", keys)
    .where((eb) => eb.or([eb("state", "=", "sent"), eb("attempts", ">", 0)]));
  return byColumn(await mails.execute(), "idempotency_key");
});

async function whyUnasked(db: Db, requestId: string): Promise<Unsent | null> {
  const request = await requestWith(db, requestId);
  if (!request || request.decision === "superseded") return unsent("replaced");
  return request.decision === null ? null : unsent("answered");
}

const requestWith = readTogether(async (db, ids) =>
  byColumn(await db.selectFrom("sharing_request").select(["id", "decision"]).where("id", "in", ids).execute(), "id"),
);

async function findNumber(sending: Sending): Promise<{ number: string } | null> {
  const found = await findMailedContribution(sending);
  return found && { number: found.number };
}
