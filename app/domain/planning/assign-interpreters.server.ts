import type { Actor } from "#app/domain/access/actor.ts";
import { allOf, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import {
  findInterpreters,
  freeMinutes,
  type InterpreterFacts,
  type NoInterpreter,
  whyNot,
} from "#app/domain/planning/find-interpreters.server.ts";
import { interpretersField } from "#app/domain/planning/interpreters-field.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { shareInterpreters } from "#app/domain/planning/share-interpreters.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface AssignInterpreters {
  roundId: string;
  /** Who interprets in a language, by its code; none: it needs nobody. */
  byLanguage: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives every session of a round that is in a language with interpreters, and has none, one of them: who can, and has
 * the fewest minutes. What somebody chose stays. Nobody is told.
 * @returns how many sessions got one
 * @throws NotFound, Forbidden, Refused where somebody may not interpret, or nobody was chosen
 */
export async function assignInterpreters(
  store: Store,
  actor: Actor,
  { roundId, byLanguage }: AssignInterpreters,
  now: Date = new Date(),
): Promise<{ assigned: number }> {
  return writeTransaction(store, async (db) => {
    const facts = await findInterpreters(db, actor, roundId);
    await allOf(
      ...[...byLanguage].map(
        ([language, ids]) =>
          () =>
            checkChosen(facts, language, ids),
      ),
    );
    if (![...byLanguage.values()].some((ids) => ids.length > 0)) {
      throw new Refused({ key: "plan.chooseInterpreter" });
    }
    const chosen = share(facts, byLanguage);
    for (const { id, revision, people } of facts.without) {
      const account_id = chosen.get(id);
      if (account_id === undefined) continue;
      const row = { pairing_id: id, account_id, part: "interpreter" as const };
      await db.insertInto("pairing_person").values(row).execute();
      await db
        .updateTable("pairing")
        .set({ revision: revision + 1 })
        .where("id", "=", id)
        .execute();
      const subject = { id, group_id: facts.round.groupId };
      await recordEvent(
        db,
        actor,
        "pairing.changed",
        subject,
        { revision: revision + 1, people: people.length + 1 },
        now,
      );
    }
    return { assigned: chosen.size };
  });
}

/** Why a session without an interpreter got none of those who interpret in its language; null where one can. */
export function whyWithout(
  facts: InterpreterFacts,
  pairing: PairingFacts,
  ids: readonly string[],
): NoInterpreter | null {
  if (pairing.session) return "scheduled";
  const reasons = ids.map((id) => whyNot(facts, pairing, id));
  if (reasons.length === 0) return null;
  if (reasons.every((reason) => reason === "two-parts")) return "two-parts";
  if (reasons.every((reason) => reason !== null)) return "no-time";
  const rooms = ids.filter((_, at) => reasons[at] === null).map((id) => roomOf(facts, id));
  return rooms.every((room) => room < pairing.minutes) ? "no-room" : null;
}

function share(facts: InterpreterFacts, byLanguage: AssignInterpreters["byLanguage"]): Map<string, string> {
  const { interpreters, without } = facts;
  const asked = without
    .filter(({ session }) => session === null)
    .map((pairing) => ({
      ...{ id: pairing.id, minutes: pairing.minutes },
      candidates: (byLanguage.get(pairing.language) ?? []).filter((id) => whyNot(facts, pairing, id) === null),
    }));
  const loads = new Map(interpreters.map(({ accountId, minutes }) => [accountId, minutes]));
  const room = new Map(interpreters.map(({ accountId }) => [accountId, freeMinutes(facts, accountId)]));
  return shareInterpreters(asked, loads, room);
}

function roomOf(facts: InterpreterFacts, accountId: string): number {
  const load = facts.interpreters.find((one) => one.accountId === accountId)?.minutes ?? 0;
  return freeMinutes(facts, accountId) - load;
}

function checkChosen({ interpreters }: InterpreterFacts, language: string, ids: readonly string[]): void {
  const known = new Set(interpreters.map(({ accountId }) => accountId));
  if (ids.every((id) => known.has(id))) return;
  throw new Refused([{ field: interpretersField(language), message: { key: "sessions.notAMember" } }]);
}
