import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  type AvailabilityAnswer,
  type Busy,
  findAvailabilityAnswers,
  findBusy,
  type Planned,
  peopleOfPlan,
} from "#app/domain/planning/availability.server.ts";
import { findPlan, type PlanFacts } from "#app/domain/planning/find-plan.server.ts";
import { findPlanSettings } from "#app/domain/planning/plan-settings.server.ts";
import { type Slot, slotsOf } from "#app/domain/planning/slots.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** When somebody can be in a session of a round, as its form shows it. */
export interface AvailabilityForm {
  round: RoundFacts;
  person: Planned;
  slots: Slot[];
  busy: Busy;
  answer: AvailabilityAnswer | null;
  /** Name of whoever gave the answer, where that was somebody else. */
  givenBy: string | null;
}

/** Somebody of the plan with their answer. */
export interface PlannedWithAnswer extends Planned {
  answer: AvailabilityAnswer | null;
  /** In how many slots they cannot. */
  busySlots: number;
  givenBy: string | null;
}

/** Who of a plan has said when they cannot, and who has not. */
export interface AvailabilityOverview extends PlanFacts {
  busy: Busy;
  people: PlannedWithAnswer[];
}

/**
 * The form of the actor's own availability; every member of the group has one.
 * @throws NotFound
 */
export async function findOwnAvailability(db: Db, actor: Actor, roundId: string): Promise<AvailabilityForm> {
  const round = await findRoundFacts(db, actor, roundId);
  return formOf(db, round, { accountId: sure(actor.accountId), name: "" });
}

/**
 * The form of somebody else's availability, for organisers of the group.
 * @throws NotFound, Forbidden
 */
export async function findAvailabilityOf(
  db: Db,
  actor: Actor,
  { roundId, accountId }: { roundId: string; accountId: string },
): Promise<AvailabilityForm> {
  const round = await findRoundFacts(db, actor, roundId);
  authorise(actor, "round.plan", { groupId: round.groupId });
  const person = (await findGroupPeople(db, round.groupId)).find((one) => one.accountId === accountId);
  if (!person) throw new NotFound("member");
  return formOf(db, round, { accountId, name: person.name });
}

/** Whether the actor said when they cannot be in a round; `asked` where somebody wants to know and they have not. */
export async function findOwnAvailabilityState(
  db: Db,
  actor: Actor,
  roundId: string,
): Promise<"open" | "asked" | "answered"> {
  const said = (await findAvailabilityAnswers(db, roundId)).get(actor.accountId ?? "");
  return said?.answeredAt ? "answered" : said?.askedAt ? "asked" : "open";
}

async function formOf(db: Db, round: RoundFacts, person: Planned): Promise<AvailabilityForm> {
  const { slots } = slotsOf(await findPlanSettings(db, round), round.zone);
  const busy = await findBusy(db, round.id, person.accountId);
  const answer = (await findAvailabilityAnswers(db, round.id)).get(person.accountId) ?? null;
  const names = await findNames(db, answer ? [answer] : []);
  const by = answer?.answeredBy ?? null;
  return {
    round,
    person,
    slots,
    busy,
    answer,
    givenBy: by && by !== person.accountId ? (names.get(by) ?? null) : null,
  };
}

/**
 * Who of a plan has answered, for organisers of the group.
 * @throws NotFound, Forbidden
 */
export async function findAvailabilityOverview(db: Db, actor: Actor, roundId: string): Promise<AvailabilityOverview> {
  return withAnswers(db, await findPlan(db, actor, roundId));
}

/** A plan with what its people have answered. */
export async function withAnswers(db: Db, plan: PlanFacts): Promise<AvailabilityOverview> {
  const busy = await findBusy(db, plan.round.id);
  const answers = await findAvailabilityAnswers(db, plan.round.id);
  const names = await findNames(db, [...answers.values()]);
  const people = peopleOfPlan(plan.pairings).map((person): PlannedWithAnswer => {
    const answer = answers.get(person.accountId) ?? null;
    const by = answer?.answeredBy;
    const theirs = busy.get(person.accountId) ?? [];
    const busySlots = plan.grid.slots.filter((slot) =>
      theirs.some((one) => one.startsAt < slot.endsAt && one.endsAt > slot.startsAt),
    ).length;
    return { ...person, answer, busySlots, givenBy: by && by !== person.accountId ? (names.get(by) ?? null) : null };
  });
  return { ...plan, busy, people };
}

async function findNames(db: Db, answers: readonly AvailabilityAnswer[]): Promise<Map<string, string>> {
  const ids = [...new Set(answers.flatMap(({ answeredBy }) => (answeredBy ? [answeredBy] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("account").select(["id", "name"]).where("id", "in", ids).orderBy("id").execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
