import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen, isOpen, isSubmitted } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Forbidden } from "#app/domain/errors.ts";
import { type ConsentWait, findConsentWait } from "#app/domain/knowledge/consent-wait.server.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import { findContributionFacts } from "#app/domain/knowledge/find-contribution.server.ts";
import { findOrganisers, findSpeakers } from "#app/domain/knowledge/find-speakers.server.ts";
import { findRequestRow } from "#app/domain/knowledge/sharing-request-row.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { SharingRequestTable } from "#db/schema/sharing-request.ts";
import type { Db } from "#db/store.ts";

/** What somebody asked and what was answered. */
export interface RequestFacts {
  id: string;
  fromLevel: SharingLevel;
  toLevel: SharingLevel;
  note: string;
  asked: { at: Instant; by: string; byActor: boolean };
  decision: Selectable<SharingRequestTable>["decision"];
  decided: { at: Instant | null; by: string | null };
  decisionNote: string;
  /** Granted, and waiting for a second reader. */
  waits: boolean;
  /** Closed by whoever asked, before anybody decided. */
  isTakenBack: boolean;
  /** Open, and asked by the actor. */
  mayTakeBack: boolean;
}

/** How far a contribution is heard, and who can change that. */
export interface SharingFacts {
  contribution: ContributionFacts;
  /** Names of those who can consent now. */
  speakers: string[];
  /** Whom to ask where nobody speaks for the delegation. */
  organisers: string[];
  /** Newest first. */
  requests: RequestFacts[];
  /** Asking is granting. */
  consents: boolean;
  /** Why the actor, who speaks for the delegation, cannot consent yet. */
  wait: ConsentWait | null;
  may: { ask: boolean; lower: boolean };
}

/**
 * How far a contribution is heard, who can change that, and what was asked before; for those who may ask or lower.
 * @throws NotFound, Forbidden
 */
export async function findSharing(db: Db, actor: Actor, number: string, now: Date): Promise<SharingFacts> {
  const contribution = await findContributionFacts(db, actor, number);
  const { status, sharing, groupId } = contribution;
  const subject = subjectOf(actor, contribution);
  const asks = can(actor, "sharing.ask", subject);
  const lowers = can(actor, "sharing.lower", subject);
  if (!asks && !lowers) throw new Forbidden("sharing.ask");
  const requests = await findRequests(db, actor, contribution.id);
  const speakers = await findSpeakers(db, contribution);
  const decides = can(actor, "sharing.decide", subject);
  const wait = await findConsentWait(db, actor, contribution, now);
  const organisers = speakers.length === 0 ? await findOrganisers(db, groupId) : [];
  return {
    contribution,
    speakers: speakers.map(({ name }) => name),
    organisers: organisers.map(({ name }) => name),
    requests,
    consents: decides && wait === null,
    wait: decides ? wait : null,
    may: {
      ask:
        isOpen(status) &&
        asks &&
        sharing !== "public" &&
        !requests.some(({ decision, waits }) => decision === null || waits),
      lower: isSubmitted(status) && lowers && sharing !== "bilateral",
    },
  };
}

/** One wish to share a contribution more widely. */
export interface AskedFacts {
  contribution: ContributionFacts;
  request: RequestFacts;
  mayDecide: boolean;
  /** Why the actor, who may decide, cannot grant it yet. */
  wait: ConsentWait | null;
  /** Names of those who can consent now. */
  speakers: string[];
}

/**
 * One request, for those who may ask or decide.
 * @throws NotFound
 */
export async function findSharingRequest(db: Db, actor: Actor, requestId: string, now: Date): Promise<AskedFacts> {
  const { row } = await findRequestRow(db, actor, requestId);
  const contribution = await findContributionFacts(db, actor, row.number);
  const requests = await findRequests(db, actor, contribution.id);
  const request = sure(requests.find(({ id }) => id === requestId));
  const decides = can(actor, "sharing.decide", subjectOf(actor, contribution));
  const mayDecide = request.decision === null && !isFrozen(contribution.status) && decides;
  return {
    contribution,
    request,
    mayDecide,
    wait: mayDecide ? await findConsentWait(db, actor, contribution, now) : null,
    speakers: (await findSpeakers(db, contribution)).map(({ name }) => name),
  };
}

async function findRequests(db: Db, actor: Actor, contributionId: string): Promise<RequestFacts[]> {
  const rows = await db
    .selectFrom("sharing_request")
    .innerJoin("account as asker", "asker.id", "sharing_request.asked_by")
    .leftJoin("account as decider", "decider.id", "sharing_request.decided_by")
    .selectAll("sharing_request")
    .select(["asker.name as asker", "decider.name as decider"])
    .where("contribution_id", "=", contributionId)
    .orderBy("asked_at", "desc")
    .orderBy("sharing_request.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    mayTakeBack: row.decision === null && row.asked_by === actor.accountId,
    fromLevel: row.from_level as SharingLevel,
    toLevel: row.to_level as SharingLevel,
    note: row.note,
    asked: { at: row.asked_at, by: row.asker, byActor: row.asked_by === actor.accountId },
    decision: row.decision,
    decided: { at: row.decided_at, by: row.decider },
    decisionNote: row.decision_note,
    waits: row.decision === "granted" && row.raised_at === null,
    isTakenBack: row.decision === "superseded" && row.decided_by === row.asked_by,
  }));
}
