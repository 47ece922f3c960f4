import fc from "fast-check";
import type { ActionPointAccess } from "#app/domain/access/action-point.ts";
import type { MinutesAccess } from "#app/domain/access/minutes.ts";
import type { Db } from "#db/store.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import {
  aDecision,
  aDecisionAmendment,
  aMinutes,
  aMinutesText,
  anActionPoint,
  anAmendment,
} from "#tests/support/factories/minutes.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { aDraft, anAvailabilityQuestion, aPairing, aRun } from "#tests/support/factories/planning.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import {
  anAgendaItem,
  anAgendaTemplate,
  anAnswer,
  aSession,
  aSessionPerson,
} from "#tests/support/factories/sessions.ts";
import type { World } from "#tests/support/world.ts";

export const NOW = new Date("2026-10-01T08:00:00.000Z");
/** What every shared item of the world asks. */
export const QUESTION = "question";

const names = [
  "participantBa",
  "speakerAl",
  "consultant",
  "observer",
  "otherParticipantBa",
  "otherConsultant",
] as const;
const name = fc.constantFrom(...names);

const session = fc.record({
  inOther: fc.constantFrom(false, false, true),
  withDelegation: fc.constantFrom("al", "ba", null),
  isPast: fc.constantFrom(true, true, true, false),
  isCancelled: fc.boolean(),
  state: fc.constantFrom("draft", "circulated", "final" as const),
  seats: fc.uniqueArray(
    fc.record({ who: name, isRemoved: fc.constantFrom(false, false, false, true), answers: fc.boolean() }),
    {
      selector: ({ who }) => who,
      maxLength: 4,
    },
  ),
  owner: fc.constantFrom("al", "ba", "observer", "consultant", "otherParticipantBa" as const),
  amends: name,
});
type DrawnSession = typeof session extends fc.Arbitrary<infer T> ? T : never;

/** Sessions with all that is said in them; somebody left, somebody is else than invited, somebody is in both groups. */
export const lists = fc.record({
  sessions: fc.array(session, { minLength: 1, maxLength: 3 }),
  left: name,
  moved: name,
  both: fc.record({ who: name, role: fc.constantFrom("organiser", "participant", "observer" as const) }),
  asked: fc.uniqueArray(name, { maxLength: 3 }),
});
export type Lists = typeof lists extends fc.Arbitrary<infer T> ? T : never;

/** An action point, a text, a decision or an amendment with what decides who sees it. */
export type Put<Access> = Access & { id: string; sessionId: string };

/** What was put into the world, by kind. */
export interface Listed {
  groups: string[];
  rounds: { id: string; groupId: string; pairing: string; drafts: string[]; run: string }[];
  templates: string[];
  sessions: { id: string; groupId: string; roundId: string; isPast: boolean; isCancelled: boolean; startsAt: string }[];
  actions: Put<ActionPointAccess & { beneficiaryId: string | null }>[];
  /** Of items. */
  texts: Put<MinutesAccess>[];
  decisions: Put<MinutesAccess>[];
  amendments: Put<MinutesAccess & { authorId: string }>[];
  decisionAmendments: Put<MinutesAccess & { authorId: string }>[];
}

/** Puts all of it into a world. */
export async function putLists(db: Db, w: World, drawn: Lists): Promise<Listed> {
  const { people } = w;
  const both = people[drawn.both.who];
  const group_id = drawn.both.who.startsWith("other") ? w.groupId : w.otherGroupId;
  const beneficiary_id = drawn.both.role === "participant" ? w.beneficiaries.al : null;
  await aMembership(db, { account_id: both, group_id, role: drawn.both.role, beneficiary_id });
  const change = (who: (typeof names)[number], set: { ended_at: string } | { standing_since: string }) =>
    db.updateTable("membership").set(set).where("account_id", "=", people[who]).execute();
  await change(drawn.moved, { standing_since: "2026-02-01T08:00:00.000Z" });
  await change(drawn.left, { ended_at: "2026-03-01T08:00:00.000Z" });
  const listed: Listed = {
    ...{ groups: [w.groupId, w.otherGroupId], rounds: [], templates: [], sessions: [], actions: [], texts: [] },
    ...{ decisions: [], amendments: [], decisionAmendments: [] },
  };
  const otherRound = await aRound(db, { group_id: w.otherGroupId, created_by: people.otherOrganiser });
  listed.rounds.push(await plan(db, { id: w.roundId, groupId: w.groupId, by: people.organiser }));
  listed.rounds.push(await plan(db, { id: otherRound, groupId: w.otherGroupId, by: people.otherOrganiser }));
  for (const { id: round_id } of listed.rounds) {
    for (const who of drawn.asked) {
      await anAvailabilityQuestion(db, { round_id, account_id: people[who], asked_by: people.organiser });
    }
  }
  const items = [{ titles: inEnglish("Needs"), minutes: 10 }];
  for (const group of [w.groupId, w.otherGroupId, null]) {
    listed.templates.push(await anAgendaTemplate(db, { group_id: group, items }));
  }
  for (const one of drawn.sessions) await putSession(db, w, { one, drawn, listed });
  return listed;
}

async function plan(db: Db, { id, groupId, by }: { id: string; groupId: string; by: string }) {
  const pairing = await aPairing(db, { round_id: id });
  const placements = [{ pairing_id: pairing, wall_date: "2026-11-04", wall_time: "09:00" }];
  const drafts = [await aDraft(db, { round_id: id, created_by: by, placements })];
  drafts.push(await aDraft(db, { round_id: id, created_by: by, name: "2" }));
  return { id, groupId, pairing, drafts, run: await aRun(db, { round_id: id, started_by: by }) };
}

async function putSession(
  db: Db,
  w: World,
  { one, drawn, listed }: { one: DrawnSession; drawn: Lists; listed: Listed },
): Promise<void> {
  const [first, second] = listed.rounds;
  const round = one.inOther ? second! : first!;
  const by = one.inOther ? w.people.otherOrganiser : w.people.organiser;
  const { groupId } = round;
  const beneficiaryId = one.withDelegation && w.beneficiaries[one.withDelegation];
  const starts_at = one.isPast ? "2026-09-01T08:00:00.000Z" : "2026-11-04T08:00:00.000Z";
  const sessionId = await aSession(db, {
    ...{ group_id: groupId, round_id: round.id, created_by: by, beneficiary_id: beneficiaryId, starts_at },
    status: one.isCancelled ? "cancelled" : "scheduled",
  });
  const said = { id: sessionId, groupId, roundId: round.id, startsAt: starts_at };
  listed.sessions.push({ ...said, isPast: one.isPast, isCancelled: one.isCancelled });
  const isLeader = (who: string) => who.toLowerCase().includes("consultant");
  for (const { who, isRemoved, answers } of one.seats) {
    const account_id = w.people[who];
    const removed_at = isRemoved ? NOW.toISOString() : null;
    await aSessionPerson(db, {
      session_id: sessionId,
      account_id,
      removed_at,
      part: isLeader(who) ? "consultant" : "delegate",
    });
    if (answers) await anAnswer(db, { session_id: sessionId, account_id });
  }
  const sitting = one.seats.filter(({ who, isRemoved }) => !isRemoved && who !== drawn.moved);
  const ids = (seats: typeof sitting) => seats.map(({ who }) => w.people[who]);
  const session = { groupId, audience: ids(sitting) };
  const leaders = ids(sitting.filter(({ who }) => isLeader(who)));
  if (!one.isPast) return;
  const at = "2026-09-02T08:00:00.000Z";
  if (one.state !== "draft") await aMinutes(db, { session_id: sessionId, by, at, state: one.state });
  const isOwnedBy = one.owner === "al" || one.owner === "ba" ? one.owner : null;
  const owner = isOwnedBy
    ? { delegationId: w.beneficiaries[isOwnedBy], ownerId: null }
    : { delegationId: null, ownerId: w.people[one.owner as "observer"] };
  const under = [
    { visibility: "shared" as const, number: 1 },
    { visibility: "internal" as const, number: 1001 },
  ];
  for (const { visibility, number } of under) {
    const itemId = await anAgendaItem(db, {
      ...{ session_id: sessionId, visibility, position: number, question_id: `${QUESTION}-${visibility}` },
    });
    const access = { sessionId, session, leaders, internal: visibility === "internal" };
    const minutes = { ...access, isDraft: one.state === "draft" };
    await aMinutesText(db, { item_id: itemId, session_id: sessionId, updated_by: by, body_html: itemId });
    listed.texts.push({ id: itemId, ...minutes });
    const text = `${sessionId} ${number}`;
    const decision_id = await aDecision(db, { session_id: sessionId, item_id: itemId, created_by: by, number, text });
    listed.decisions.push({ id: decision_id, ...minutes });
    const actionId = await anActionPoint(db, {
      ...{ group_id: groupId, session_id: sessionId, item_id: itemId, number },
      ...{ owner_id: owner.ownerId, delegation_id: owner.delegationId },
    });
    listed.actions.push({ id: actionId, ...access, ...owner, beneficiaryId });
    if (one.state === "draft") continue;
    const authorId = w.people[one.seats[0]?.who ?? one.amends];
    const proposed = { session_id: sessionId, author_id: authorId };
    const amendment = await anAmendment(db, { ...proposed, item_id: itemId });
    listed.amendments.push({ id: amendment, ...minutes, authorId });
    const ofDecision = await aDecisionAmendment(db, { ...proposed, decision_id });
    listed.decisionAmendments.push({ id: ofDecision, ...minutes, authorId });
  }
}
