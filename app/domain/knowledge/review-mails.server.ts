import { findMailedContribution } from "#app/domain/knowledge/mailed-contribution.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { defineMail, type Sending, unsent } from "#app/domain/mail/define-mail.ts";

/** Days after which the author of a snapshot is reminded of it, once. */
export const REMINDER_DAYS = 7;

interface Reviewed {
  number: string;
  /** Of what was returned or archived, as long as it is. */
  reason: string | null;
}

/** To the author: somebody else checked, validated, returned or archived the contribution. */
export const contributionReviewed = defineMail({
  name: "contribution-reviewed",
  subjectType: "contribution",
  isNews: true,
  replaces: true,
  find: async (sending, { decision }: { decision: Decision }) => {
    const own = await findOwn(sending);
    if (!own) return null;
    // An author who was quicker than the mail knows, and a change undoes what was checked.
    if (own.status !== decision) return unsent(decision === "returned" ? "answered" : "replaced");
    return { number: own.number, reason: own.reviewReason };
  },
  recall: async (sending, { decision }): Promise<Reviewed | null> => {
    const own = await findOwn(sending);
    return own && { number: own.number, reason: own.status === decision ? own.reviewReason : null };
  },
});

/** To the author of a snapshot that nobody has completed for a while. */
export const snapshotWaits = defineMail({
  name: "snapshot-waits",
  subjectType: "contribution",
  isNews: true,
  find: async (sending, _kept: Record<string, never>) => {
    const own = await findOwn(sending);
    if (!own) return null;
    return own.status === "captured" ? { number: own.number } : unsent("answered");
  },
  recall: async (sending) => {
    const own = await findOwn(sending);
    return own && { number: own.number };
  },
});

/** Of what the recipient wrote. */
async function findOwn(sending: Sending) {
  const found = await findMailedContribution(sending);
  return found?.authorId === sending.recipientId ? found : null;
}
