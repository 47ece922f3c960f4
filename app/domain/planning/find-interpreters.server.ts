import type { Actor } from "#app/domain/access/actor.ts";
import { type Busy, isBusy } from "#app/domain/planning/availability.server.ts";
import { type Conditions, findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findElsewhere } from "#app/domain/planning/find-elsewhere.server.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { slotsFor } from "#app/domain/planning/slots.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { mayInterpret } from "#app/domain/sessions/invited-people.ts";
import type { Db } from "#db/store.ts";

/** Somebody who may be asked to interpret. */
export interface Interpreter {
  accountId: string;
  name: string;
  /** Minutes and sessions of this round in which they interpret already. */
  minutes: number;
  sessions: number;
  /** Languages in which they have interpreted a session of the group, or are to. */
  languages: ReadonlySet<string>;
}

/** Why nobody of those asked can interpret a session. */
export type NoInterpreter = "scheduled" | "two-parts" | "no-time" | "no-room";

/** What the interpreters of a round are assigned with. */
export interface InterpreterFacts extends Conditions {
  interpreters: Interpreter[];
  /** Sessions without one, in the order of the plan. Those that have a time are changed on their own pages. */
  without: PairingFacts[];
}

/**
 * Who may interpret in a round, and what has no interpreter yet.
 * @throws NotFound, Forbidden
 */
export async function findInterpreters(db: Db, actor: Actor, roundId: string): Promise<InterpreterFacts> {
  const conditions = await findConditions(db, actor, roundId);
  const { round, pairings } = conditions;
  const members = (await findGroupPeople(db, round.groupId)).filter(mayInterpret);
  const earlier = await findEarlier(db, round.groupId);
  const interpreters = members.map(({ accountId, name }): Interpreter => {
    const own = pairings.filter((pairing) => interpreterOf(pairing) === accountId);
    return {
      ...{ accountId, name, sessions: own.length },
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      languages: new Set([...own.map(({ language }) => language), ...(earlier.get(accountId) ?? [])]),
    };
  });
  const ids = [...new Set([...conditions.people, ...members].map(({ accountId }) => accountId))];
  const elsewhere = await findElsewhere(db, round, ids);
  const without = pairings.filter((pairing) => interpreterOf(pairing) === null);
  return { ...conditions, elsewhere, interpreters, without };
}

/** Why somebody cannot interpret a session, as far as is known; null where they can. */
export function whyNot(
  { grid, settings, busy, elsewhere }: Pick<Conditions, "grid" | "settings" | "busy" | "elsewhere">,
  pairing: PairingFacts,
  accountId: string,
): Exclude<NoInterpreter, "scheduled" | "no-room"> | null {
  if (pairing.people.some((one) => one.accountId === accountId && !(one.part === "delegate" && pairing.allDelegates))) {
    return "two-parts";
  }
  const everybody = [...pairing.people.map((one) => one.accountId), accountId];
  const isFree = (at: number) => {
    const slot = grid.slots[at];
    return slot !== undefined && everybody.every((id) => !isBusy(busy, id, slot) && !isBusy(elsewhere, id, slot));
  };
  const length = slotsFor(pairing.minutes, settings.slotMinutes);
  const isPossible = grid.slots.some(({ number }, at) => {
    const last = grid.slots[at + length - 1];
    const isOneStretch = last?.number === number + length - 1;
    return isOneStretch && Array.from({ length }, (_, step) => at + step).every(isFree);
  });
  return isPossible ? null : "no-time";
}

/** Minutes of a round in which somebody can. */
export function freeMinutes(
  { grid, settings, busy, elsewhere }: Pick<Conditions, "grid" | "settings" | "busy" | "elsewhere">,
  accountId: string,
): number {
  const isFree = (of: Busy) => (slot: (typeof grid.slots)[number]) => !isBusy(of, accountId, slot);
  return grid.slots.filter(isFree(busy)).filter(isFree(elsewhere)).length * settings.slotMinutes;
}

function interpreterOf({ people }: PairingFacts): string | null {
  return people.find(({ part }) => part === "interpreter")?.accountId ?? null;
}

/** Languages of the sessions of a group that somebody interpreted or was to, by account. */
async function findEarlier(db: Db, groupId: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .select(["session_person.account_id", "session.language"])
    .distinct()
    .where("session.group_id", "=", groupId)
    .where("session_person.part", "=", "interpreter")
    .orderBy("session_person.account_id")
    .orderBy("session.language")
    .execute();
  const found = new Map<string, Set<string>>();
  for (const { account_id, language } of rows) {
    found.set(account_id, (found.get(account_id) ?? new Set<string>()).add(language));
  }
  return found;
}
