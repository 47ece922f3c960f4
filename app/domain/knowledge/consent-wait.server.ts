import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** So long after somebody began to speak for a delegation their consent counts for records that are older. */
export const CONSENT_WAITS_HOURS = 48;

/** Why the consent of somebody who speaks for a delegation does not count yet. */
export type ConsentWait = {
  /** Names of those who spoke for the delegation when the record was submitted: their consent waits for nothing. */
  older: string[];
} & (
  | { cause: "new"; until: Instant }
  /** Somebody else has refused for the delegation, whatever they are by now. */
  | { cause: "refused"; until: null }
);

/** What of a contribution decides it. */
interface Consented {
  id: string;
  groupId: string;
  /** Null where organisers decide, who need nobody's right to speak. */
  delegationId: string | null;
  submittedAt: Instant | null;
}

/**
 * Why the actor's consent to share a contribution does not count yet; null where nothing stands against it. Whoever may
 * invite may make a speaker, and so could make a consent: the right to speak is to be older than the record, or to have
 * been there for two days in which the delegation, who was told of it, could object.
 */
export async function findConsentWait(
  db: Db,
  actor: Actor,
  { id, groupId, delegationId, submittedAt }: Consented,
  now: Date,
): Promise<ConsentWait | null> {
  const membership = membershipIn(actor, groupId);
  if (delegationId === null || !membership?.speaks || membership.beneficiaryId !== delegationId) return null;
  const speakers = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select(["account.id", "account.name", "membership.speaks_since"])
    .where("membership.group_id", "=", groupId)
    .where("membership.beneficiary_id", "=", delegationId)
    .where("membership.speaks", "=", 1)
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  const spokeThen = speakers.filter(
    ({ speaks_since }) => speaks_since !== null && submittedAt !== null && speaks_since <= submittedAt,
  );
  if (spokeThen.some((speaker) => speaker.id === actor.accountId)) return null;
  const older = spokeThen.map(({ name }) => name);
  const refused = await isRefused(db, id, actor.accountId ?? "");
  if (refused) return { cause: "refused", until: null, older };
  const since = speakers.find((speaker) => speaker.id === actor.accountId)?.speaks_since;
  const until = new Date(Date.parse(since ?? now.toISOString()) + CONSENT_WAITS_HOURS * 3_600_000);
  return now < until ? { cause: "new", until: until.toISOString(), older } : null;
}

/**
 * Whether a refusal by somebody else stands. It outlives their right to speak: whoever manages members could otherwise
 * take the right away, and the refusal with it. A grant after it ends it, since only those who need not wait can give
 * one: it is held back from all others by this very question.
 */
async function isRefused(db: Db, contributionId: string, actorId: string): Promise<boolean> {
  const decided = await db
    .selectFrom("sharing_request")
    .select(["decision", "decided_at"])
    .where("contribution_id", "=", contributionId)
    .where("decision", "in", ["granted", "refused"])
    .where("decided_by", "<>", actorId)
    .orderBy("decided_at", "desc")
    .orderBy("decision", "desc")
    .limit(1)
    .executeTakeFirst();
  return decided?.decision === "refused";
}

/** The row of a contribution as the question is asked about it. */
export function consented(row: {
  id: string;
  group_id: string;
  delegation_id: string | null;
  submitted_at: Instant | null;
}): Consented {
  return { id: row.id, groupId: row.group_id, delegationId: row.delegation_id, submittedAt: row.submitted_at };
}
