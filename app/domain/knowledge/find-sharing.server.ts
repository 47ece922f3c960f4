import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen, isOpen, isSubmitted } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { Forbidden } from "#app/domain/errors.ts";
import {
  type ContributionRow,
  contributionSubject,
  findContributionRow,
} from "#app/domain/knowledge/contribution-row.server.ts";
import { findDisclosure } from "#app/domain/knowledge/find-source-view.server.ts";
import { findOrganisers, findSpeakers } from "#app/domain/knowledge/find-speakers.server.ts";
import { formatsOf, type ReadingOptions } from "#app/domain/knowledge/reading-options.server.ts";
import { levelsAbove, levelsBelow } from "#app/domain/knowledge/sharing-level.ts";
import { findRequestRow } from "#app/domain/knowledge/sharing-request-row.server.ts";
import type { Db } from "#db/store.ts";

/** What somebody asked and what was answered. */
export interface RequestView {
  id: string;
  fromLevel: SharingLevel;
  toLevel: SharingLevel;
  note: string;
  /** Null, like the days, where it would tell more of the source than attribution does. */
  askedBy: string | null;
  askedOn: string | null;
  decision: "granted" | "refused" | "superseded" | null;
  decidedBy: string | null;
  decidedOn: string | null;
  decisionNote: string;
}

export interface SharingView {
  number: string;
  level: SharingLevel;
  above: SharingLevel[];
  below: SharingLevel[];
  /** Names of those who can consent now; null where they would tell which delegation it came from. */
  speakers: string[] | null;
  /** Whom to ask where nobody speaks for the delegation. */
  organisers: string[];
  hasDelegation: boolean;
  /** Newest first. */
  requests: RequestView[];
  /** Asking is granting. */
  consents: boolean;
  may: { ask: boolean; lower: boolean };
}

/**
 * How far a record is heard, who can change that, and what was asked before; for those who may ask or lower.
 * @throws NotFound, Forbidden
 */
export async function findSharing(db: Db, actor: Actor, number: string, options: ReadingOptions): Promise<SharingView> {
  const row = await findContributionRow(db, actor, number);
  const subject = contributionSubject(actor, row);
  const asks = can(actor, "sharing.ask", subject);
  const lowers = can(actor, "sharing.lower", subject);
  if (!asks && !lowers) throw new Forbidden("sharing.ask");
  const open = isOpen(row.status);
  const requests = await findRequests(db, actor, row, options);
  const speakers = await namesOfSpeakers(db, actor, row);
  const organisers = speakers?.length === 0 ? await findOrganisers(db, row.group_id) : [];
  return {
    number: row.number,
    level: row.sharing,
    above: levelsAbove(row.sharing),
    below: levelsBelow(row.sharing),
    speakers,
    organisers: organisers.map(({ name }) => name),
    hasDelegation: row.delegation_id !== null,
    requests,
    consents: can(actor, "sharing.decide", subject),
    may: {
      ask: open && asks && row.sharing !== "public" && !requests.some(({ decision }) => decision === null),
      lower: isSubmitted(row.status) && lowers && row.sharing !== "bilateral",
    },
  };
}

/**
 * One request, for those who may ask or decide.
 * @throws NotFound
 */
export async function findSharingRequest(
  db: Db,
  actor: Actor,
  requestId: string,
  options: ReadingOptions,
): Promise<{ request: RequestView; number: string; mayDecide: boolean; speakers: string[] | null }> {
  const { request, row } = await findRequestRow(db, actor, requestId);
  const views = await findRequests(db, actor, row, options);
  const decides = can(actor, "sharing.decide", contributionSubject(actor, row));
  const open = request.decision === null && !isFrozen(row.status);
  return {
    request: views.find(({ id }) => id === request.id)!,
    number: row.number,
    mayDecide: open && decides,
    speakers: await namesOfSpeakers(db, actor, row),
  };
}

async function namesOfSpeakers(db: Db, actor: Actor, row: ContributionRow): Promise<string[] | null> {
  const disclosed = await findDisclosure(db, actor, row);
  if (!disclosed.speakers) return null;
  return (await findSpeakers(db, row)).map(({ name }) => name);
}

async function findRequests(
  db: Db,
  actor: Actor,
  record: ContributionRow,
  options: ReadingOptions,
): Promise<RequestView[]> {
  const formats = formatsOf(options);
  const disclosed = await findDisclosure(db, actor, record);
  const rows = await db
    .selectFrom("sharing_request")
    .innerJoin("account as asker", "asker.id", "sharing_request.asked_by")
    .leftJoin("account as decider", "decider.id", "sharing_request.decided_by")
    .selectAll("sharing_request")
    .select(["asker.name as askedBy", "decider.name as decidedBy"])
    .where("contribution_id", "=", record.id)
    .orderBy("asked_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fromLevel: row.from_level as SharingLevel,
    toLevel: row.to_level as SharingLevel,
    note: row.note,
    askedBy: disclosed.proceedings || row.asked_by === actor.accountId ? row.askedBy : null,
    askedOn: disclosed.day ? formats.dateShort(row.asked_at) : null,
    decision: row.decision,
    decidedBy: disclosed.proceedings ? row.decidedBy : null,
    decidedOn: disclosed.day && row.decided_at ? formats.dateShort(row.decided_at) : null,
    decisionNote: row.decision_note,
  }));
}
