import { type Disclosure, disclosure } from "#app/domain/access/attribution.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import type { ConsentWait } from "#app/domain/knowledge/consent-wait.server.ts";
import type { AskedFacts, RequestFacts, SharingFacts } from "#app/domain/knowledge/find-sharing.server.ts";
import { levelsAbove, levelsBelow } from "#app/domain/knowledge/sharing-level.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What somebody asked and what was answered. */
export interface RequestView {
  id: string;
  fromLevel: SharingLevel;
  toLevel: SharingLevel;
  note: string;
  /** Null, like the days, where it is not disclosed. */
  askedBy: string | null;
  askedOn: string | null;
  decision: RequestFacts["decision"];
  decidedBy: string | null;
  decidedOn: string | null;
  decisionNote: string;
  /** Granted, and waiting for a second reader. */
  waits: boolean;
  isTakenBack: boolean;
  mayTakeBack: boolean;
}

/** Why somebody who speaks for a delegation cannot consent yet. */
export interface WaitView {
  cause: ConsentWait["cause"];
  /** With the time of day; null where waiting alone does not help. */
  until: string | null;
  /** Names of those whose consent waits for nothing. */
  older: string[];
}

/** The page on which the sharing level is changed. */
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
  wait: WaitView | null;
  may: SharingFacts["may"];
}

/** Writes how far a contribution is heard and who can change that. */
export function sharingView(facts: SharingFacts, { formats }: Pick<Viewer, "formats">): SharingView {
  const { contribution, consents, may } = facts;
  const { number, sharing, delegationId } = contribution;
  const disclosed = disclosure(contribution.attribution, contribution.seesSource);
  return {
    number,
    level: sharing,
    above: levelsAbove(sharing),
    below: levelsBelow(sharing),
    speakers: disclosed.speakers ? facts.speakers : null,
    organisers: disclosed.speakers ? facts.organisers : [],
    hasDelegation: delegationId !== null,
    requests: facts.requests.map((request) => requestView(request, disclosed, formats)),
    consents,
    wait: waitView(facts.wait, formats),
    may,
  };
}

function waitView(wait: ConsentWait | null, formats: Viewer["formats"]): WaitView | null {
  return wait && { ...wait, until: wait.until && formats.dateTime(wait.until) };
}

/** The page of one request. */
export interface AskedView {
  request: RequestView;
  number: string;
  mayDecide: boolean;
  wait: WaitView | null;
  speakers: string[] | null;
}

/** Writes one request for those who may ask or decide. */
export function askedView(facts: AskedFacts, { formats }: Pick<Viewer, "formats">): AskedView {
  const { contribution, request, mayDecide, speakers } = facts;
  const disclosed = disclosure(contribution.attribution, contribution.seesSource);
  return {
    request: requestView(request, disclosed, formats),
    number: contribution.number,
    mayDecide,
    wait: waitView(facts.wait, formats),
    speakers: disclosed.speakers ? speakers : null,
  };
}

/** What became of a request: a code of its words. */
export function requestState({ decision, waits, isTakenBack }: RequestView) {
  if (waits) return "waiting";
  return isTakenBack ? "taken-back" : (decision ?? "open");
}

/** A contribution is often asked for on the day of its session, and the day names the delegation. */
function requestView(
  { asked, decided, ...request }: RequestFacts,
  disclosed: Disclosure,
  formats: Viewer["formats"],
): RequestView {
  return {
    ...request,
    askedBy: disclosed.proceedings || asked.byActor ? asked.by : null,
    askedOn: disclosed.day ? formats.dateShort(asked.at) : null,
    decidedBy: disclosed.proceedings ? decided.by : null,
    decidedOn: disclosed.day && decided.at ? formats.dateShort(decided.at) : null,
  };
}
