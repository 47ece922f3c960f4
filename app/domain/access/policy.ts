import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { Forbidden } from "#app/domain/errors.ts";

/**
 * How an actor stands to the thing asked about, beyond the role in its group. Established by the read that found it.
 */
export type Relation = "author" | "speaker" | "session-consultant" | "delegation" | "invited" | "attendee" | "owner";

interface Rule {
  /** Roles in the group of the subject. */
  roles?: readonly Role[];
  /** Any of these is enough, whatever the role; only current members of the group count. */
  relations?: readonly Relation[];
  /** Administrators of the installation. */
  administrator?: true;
}

/**
 * All authorisation in one table. A rule says who may do a thing that they can see; seeing is decided by the
 * `visible...` reads. An administrator runs the installation and reads no bilateral content by virtue of that.
 */
export const policy = {
  "installation.administer": { administrator: true },
  "group.view": { roles: ["organiser", "participant", "consultant", "observer"] },
  "members.view": { roles: ["organiser", "participant", "consultant", "observer"] },
  "members.manage": { roles: ["organiser"], administrator: true },
  "outbox.read": { roles: ["organiser"] },
  "round.plan": { roles: ["organiser"] },
  "template.edit": { roles: ["organiser"] },
  "session.schedule": { roles: ["organiser"] },
  "session.change": { roles: ["organiser"] },
  "session.cancel": { roles: ["organiser"] },
  "session.run": { roles: ["organiser"], relations: ["session-consultant"] },
  "answer.give": { relations: ["invited"] },
  "answer.give-for": { roles: ["organiser"] },
  "answers.view": { roles: ["organiser"], relations: ["session-consultant"] },
  "answers.comments": { roles: ["organiser"] },
  "answers.remind": { roles: ["organiser"] },
  "replies.settle": { roles: ["organiser"] },
  "agenda.view-internal": { roles: ["organiser"], relations: ["session-consultant"] },
  "agenda.edit": { roles: ["organiser"], relations: ["session-consultant"] },
  "attendance.mark": { roles: ["organiser"], relations: ["session-consultant"] },
  "minutes.write": { roles: ["organiser"], relations: ["session-consultant"] },
  "minutes.circulate": { roles: ["organiser"], relations: ["session-consultant"] },
  "minutes.finalise": { roles: ["organiser"] },
  "minutes.correct": { roles: ["organiser"] },
  "minutes.amend": { relations: ["attendee"] },
  "action.settle": { roles: ["organiser"], relations: ["session-consultant", "owner"] },
  "contribution.post": { roles: ["organiser", "participant", "consultant"] },
  "contribution.edit": { roles: ["organiser", "consultant"], relations: ["author"] },
  "contribution.withdraw": { relations: ["author"] },
  "contribution.check": { roles: ["consultant"] },
  "contribution.validate": { roles: ["organiser"] },
  "contribution.second": { roles: ["consultant", "organiser"] },
  "contribution.archive": { roles: ["organiser"] },
  "sharing.ask": { roles: ["organiser", "consultant"], relations: ["author", "delegation"] },
  "sharing.decide": { relations: ["speaker"] },
  "sharing.raise-unread": { roles: ["organiser"] },
  "sharing.lower": { roles: ["organiser"], relations: ["author", "delegation"] },
} as const satisfies Record<string, Rule>;

export type Ability = keyof typeof policy;

/** What is asked about: the group it belongs to, and the actor's relations to it. Null group: the installation. */
export interface Subject {
  groupId: string | null;
  relations?: readonly Relation[];
}

/** Whether the actor may. Asked by buttons; deeds ask `authorise`, so that both have one answer. */
export function can(actor: Actor, ability: Ability, subject: Subject): boolean {
  const rule: Rule = policy[ability];
  if (rule.administrator && actor.isAdministrator) return true;
  if (!subject.groupId) return false;
  const membership = membershipIn(actor, subject.groupId);
  if (!membership) return false;
  if (rule.roles?.includes(membership.role)) return true;
  return rule.relations?.some((relation) => subject.relations?.includes(relation)) ?? false;
}

/** @throws Forbidden when the actor may not */
export function authorise(actor: Actor, ability: Ability, subject: Subject): void {
  if (!can(actor, ability, subject)) throw new Forbidden(ability);
}
