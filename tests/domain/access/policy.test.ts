import { expect, it } from "vitest";
import { type Actor, anonymous, roles } from "#app/domain/access/actor.ts";
import { type Ability, can, policy, type Relation } from "#app/domain/access/policy.ts";

const group = "here";
const relations: Relation[] = ["author", "speaker", "session-consultant", "delegation", "invited", "attendee", "owner"];

const member = (role: (typeof roles)[number], groupId: string): Actor => ({
  accountId: "a",
  isAdministrator: false,
  memberships: [
    {
      groupId,
      groupSlug: groupId,
      programmeId: "p",
      role,
      beneficiaryId: null,
      beneficiaryCode: null,
      institutionId: null,
      speaks: false,
    },
  ],
});
const administrator: Actor = { accountId: "a", isAdministrator: true, memberships: [] };

/** Written before the code: o organiser, p participant, c consultant, v observer, A administrator; then relations. */
const expected: Record<Ability, string> = {
  "installation.administer": "A |",
  "group.view": "o p c v |",
  "members.view": "o p c v |",
  "members.manage": "o A |",
  "outbox.read": "o |",
  "round.plan": "o |",
  "template.edit": "o |",
  "session.schedule": "o |",
  "session.change": "o |",
  "session.cancel": "o |",
  "session.run": "o | session-consultant",
  "answer.give": "| invited",
  "answer.give-for": "o |",
  "answers.view": "o | session-consultant",
  "answers.comments": "o |",
  "answers.remind": "o |",
  "replies.settle": "o |",
  "agenda.view-internal": "o | session-consultant",
  "agenda.edit": "o | session-consultant",
  "attendance.mark": "o | session-consultant",
  "minutes.write": "o | session-consultant",
  "minutes.circulate": "o | session-consultant",
  "minutes.finalise": "o |",
  "minutes.correct": "o |",
  "minutes.amend": "| attendee",
  "action.settle": "o | session-consultant owner",
  "contribution.post": "o p c |",
  "contribution.edit": "o c | author",
  "contribution.withdraw": "| author",
  "contribution.check": "c |",
  "contribution.validate": "o |",
  "contribution.second": "o c |",
  "contribution.archive": "o |",
  "sharing.ask": "o c | author delegation",
  "sharing.decide": "| speaker",
  "sharing.raise-unread": "o |",
  "sharing.lower": "o | author delegation",
};
const letters = { organiser: "o", participant: "p", consultant: "c", observer: "v" } as const;

it.each(Object.keys(policy) as Ability[])("%s", (ability) => {
  const byRole = roles
    .filter((role) => can(member(role, group), ability, { groupId: group }))
    .map((role) => letters[role]);
  const byOffice = can(administrator, ability, { groupId: group }) ? ["A"] : [];
  const byRelation = relations.filter(
    (relation) =>
      can(member("observer", group), ability, { groupId: group, relations: [relation] }) && !byRole.includes("v"),
  );
  expect(`${[...byRole, ...byOffice].join(" ")} | ${byRelation.join(" ")}`.trim()).toBe(expected[ability]);
});

it.each(Object.keys(policy) as Ability[])(
  "%s gives nothing in another group, nor to anybody without an account",
  (ability) => {
    for (const role of roles) {
      expect([role, can(member(role, "there"), ability, { groupId: group, relations })]).toEqual([role, false]);
    }
    expect(can(anonymous, ability, { groupId: group, relations })).toBe(false);
  },
);
