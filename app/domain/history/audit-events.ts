import type { Answer, Attribution, SharingLevel } from "#app/domain/codes.ts";

type Nothing = Record<string, never>;

/**
 * Everything the audit log can tell, as `noun.past-participle`, with the details kept: codes, numbers and random ids.
 */
export interface AuditEvents {
  "account.created": { administrator: boolean };
  "account.edited": Nothing;
  "account.made-administrator": Nothing;
  "account.ended-administrator": Nothing;
  "account.deactivated": Nothing;
  "account.reactivated": Nothing;
  "password.changed": Nothing;
  "password-reset.asked": Nothing;
  "password-reset.made": { by: "command-line" | "administrator"; help: string };
  "sign-ins.ended": Nothing;
  "api-token.created": { scopes: string; days: number };
  "api-token.revoked": Nothing;
  "calendar-feed.created": { scope: string; discloses: boolean };
  "calendar-feed.revoked": Nothing;

  "membership.began": { account: string; role: string; beneficiary: string | null };
  "membership.joined-by-administrator": { change: string };
  "membership.changed": { from: string; role: string; speaks: boolean };
  "membership.ended": { account: string; role: string };
  "invitation.sent": { role: string; beneficiary: string | null };
  "invitation.withdrawn": Nothing;
  "invitation.accepted": Nothing;

  "library.loaded": Nothing;
  "library.removed": Nothing;
  "programme.created": Nothing;
  "programme.edited": Nothing;
  "beneficiary.added": { code: string };
  "beneficiary.edited": Nothing;
  "beneficiary.removed": Nothing;
  "beneficiary.retired": Nothing;
  "beneficiary.restored": Nothing;
  "institution.added": Nothing;
  "institution.edited": Nothing;
  "institution.removed": Nothing;
  "institution.retired": Nothing;
  "institution.restored": Nothing;
  "group.created": { code: string };
  "group.edited": Nothing;

  "round.planned": { startsOn: string; endsOn: string; zone: string };
  "round.copied": { from: string; pairings: number; placed: number };
  "round.edited": { startsOn: string; endsOn: string; zone: string; moved: number };
  "round.removed": { startsOn: string; endsOn: string };
  "template.made": { items: number };
  "template.edited": Nothing;
  "template.retired": Nothing;
  "template.restored": Nothing;
  "template-item.added": { template: string };
  "template-item.edited": { template: string };
  "template-item.moved": { template: string };
  "template-item.removed": { template: string };
  "glass.opened": { opening: string; minutes: number };
  "glass.viewed": { opening: string };
  "plan.framed": { days: number; slotMinutes: number; bufferMinutes: number; mostAtOnce: number | null };
  "plan.proposed": { run: string; pairings: number };
  "plan.released": { draft: string; scheduled: number; moved: number; cancelled: number };
  "pairing.added": { roundId: string; people: number };
  "pairing.changed": { revision: number; people: number };
  "pairing.removed": { roundId: string };
  "availability.asked": { people: number };
  "availability.answered": { account: string; times: number };
  "draft.made": { roundId: string; pairings: number };
  "draft.changed": { revision: number };
  "draft.removed": { roundId: string };
  "session.scheduled": { roundId: string; people: number };
  "session.moved": { sequence: number; revision: number } & ({ zone: string } | { joined: number; left: number });
  "session.changed": { sequence: number; revision: number; joined: number; left: number };
  "session.cancelled": { sequence: number; people: number };
  "session.template-applied": Nothing;
  "session.answered": { account: string; answer: Answer; way: "page" | "link" | "mail" | "proxy" };
  "session.reminded": { people: number };
  "session.time-kept": { people: number };
  "reply.settled": { session: string };
  "agenda.added": { sessionId: string };
  "agenda.edited": { sessionId: string };
  "agenda.moved": { sessionId: string };
  "agenda.removed": { sessionId: string };
  "agenda.restored": { sessionId: string };

  "attendance.marked": { account: string; state: string | null };
  "attendance.reported": { state: string };
  "guest.added": { guest: string };
  "guest.removed": { guest: string };
  "live.stepped": { kind: string; number: number };
  "live.undone": { number: number };
  "minutes.written": { sessionId: string; revision: number };
  "minutes.corrected": { sessionId: string; revision: number };
  "minutes-state.circulated": { amendableUntil: string; people: number };
  "minutes-state.amending-ended": { announced: string; people: number };
  "minutes-state.finalised": Nothing;
  "minutes-amendment.proposed": { amendment: string };
  "minutes-amendment.accepted": { amendment: string; revision: number };
  "minutes-amendment.refused": { amendment: string };
  "decision-amendment.proposed": { amendment: string };
  "decision-amendment.accepted": { amendment: string };
  "decision-amendment.refused": { amendment: string };
  "decision.noted": { sessionId: string; number: number };
  "decision.edited": { sessionId: string; number: number };
  "decision.removed": { sessionId: string; number: number };
  "action.agreed": { sessionId: string; number: number };
  "action.edited": { sessionId: string; number: number };
  "action.settled": { state: string };

  "contribution.drafted": Nothing;
  "contribution.discarded": Nothing;
  "contribution.submitted": { kind: string; depth: string; attribution: Attribution };
  "contribution.changed": { revision: number; attribution: Attribution };
  "contribution.completed": { revision: number; attribution: Attribution };
  "contribution.translated": { language: string };
  "contribution.seconded": { language: string; revision: number };
  "contribution.checked": { from: string; revision: number };
  "contribution.validated": { from: string; revision: number };
  "contribution.returned": { from: string; revision: number };
  "contribution.archived": { from: string; revision: number };
  "contribution.withdrawn": Nothing;
  "contribution.imported": { status: string; sharing: SharingLevel; revision: number };
  "contributions.imported": Record<"added" | "changed" | "unchanged" | "bad", number> & {
    status: string | null;
    sharing: SharingLevel | null;
  };
  "sharing.asked": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.granted": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.refused": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.taken-back": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.raised": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.raised-unread": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.held-back": { request: string; from: SharingLevel; to: SharingLevel };
  "sharing.lowered": { from: SharingLevel; to: SharingLevel };

  "mail.retried": Nothing;

  "installation.mail-tested": Nothing;
  "installation.mails-released": { mails: number };
  "installation.backed-up": { by: "command" | "schedule"; bytes: number; withSecret: boolean; sha256: string };
  "installation.restored": { madeAt: string; event: number; sha256: string; mailsHeld: number };
}

/** Which kind of thing the events of a noun happen to. */
export const subjectTypes = {
  account: "account",
  password: "account",
  "password-reset": "account",
  "sign-ins": "account",
  "api-token": "api-token",
  "calendar-feed": "calendar-feed",
  membership: "membership",
  invitation: "invitation",
  library: "library",
  programme: "programme",
  beneficiary: "beneficiary",
  institution: "institution",
  group: "group",
  contributions: "group",
  round: "round",
  plan: "round",
  pairing: "pairing",
  availability: "round",
  draft: "draft",
  template: "agenda-template",
  glass: "session",
  "template-item": "agenda-template",
  session: "session",
  agenda: "agenda-item",
  attendance: "session",
  guest: "session",
  live: "session",
  minutes: "agenda-item",
  "minutes-state": "session",
  "minutes-amendment": "agenda-item",
  "decision-amendment": "decision",
  decision: "decision",
  action: "action-point",
  contribution: "contribution",
  sharing: "contribution",
  mail: "outbox",
  reply: "received-reply",
  installation: "installation",
} as const satisfies Record<Noun<AuditEventName>, string>;

export type AuditEventName = keyof AuditEvents;
type Noun<E extends string> = E extends `${infer N}.${string}` ? N : never;
export type SubjectType = (typeof subjectTypes)[Noun<AuditEventName>];
type SubjectTypeOf<E extends AuditEventName> = (typeof subjectTypes)[Noun<E>];

/** Kinds of things that belong to no group; a group belongs to itself, and everything else says which it belongs to. */
type WithoutGroup =
  | "account"
  | "api-token"
  | "calendar-feed"
  | "library"
  | "programme"
  | "beneficiary"
  | "institution"
  | "group"
  | "installation";

/** The row that an event happened to. */
export type SubjectOf<E extends AuditEventName> =
  SubjectTypeOf<E> extends WithoutGroup
    ? { readonly id: string; readonly group_id?: never }
    : { readonly id: string; readonly group_id: string | null };

/** One event with what it happened to and its details. */
export type AuditEntry = {
  [E in AuditEventName]: readonly [event: E, subject: SubjectOf<E>, details: AuditEvents[E]];
}[AuditEventName];

/** The kind of thing that an event happened to. */
export function subjectTypeOf(event: AuditEventName): SubjectType {
  return subjectTypes[event.slice(0, event.indexOf(".")) as Noun<AuditEventName>];
}
