import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findPairings } from "#app/domain/planning/pairing-facts.server.ts";
import { pairingValues } from "#app/domain/planning/pairing-values.ts";
import {
  checkPairing,
  findUnscheduled,
  type PairingFields,
  writePeople,
} from "#app/domain/planning/write-pairing.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface ChangePairing extends PairingFields {
  roundId: string;
  pairingId: string;
  /** The revision that the form was filled in from. */
  revision: number;
}

/**
 * Changes a pairing that has no session yet; once it has one, the session is changed. Nobody is told. The agenda of an
 * earlier session stays with it until another template is chosen.
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function changePairing(
  store: Store,
  actor: Actor,
  { roundId, pairingId, revision, ...fields }: ChangePairing,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, roundId);
    authorise(actor, "round.plan", { groupId: round.groupId });
    const before = await findUnscheduled(db, round.id, pairingId);
    if (!before) throw new NotFound("pairing");
    if (before.revision !== revision) {
      const stored = (await findPairings(db, actor, round)).find(({ id }) => id === pairingId);
      throw new Conflict(pairingValues(sure(stored)), pairingId);
    }
    const { columns, parts } = await checkPairing(db, round, before.beneficiary_id, fields);
    const next = revision + 1;
    const agenda_of = columns.template_id === before.template_id ? before.agenda_of : null;
    await db
      .updateTable("pairing")
      .set({ ...columns, agenda_of, revision: next })
      .where("id", "=", pairingId)
      .execute();
    await writePeople(db, pairingId, parts);
    const details = { revision: next, people: parts.size };
    await recordEvent(db, actor, "pairing.changed", { id: pairingId, group_id: round.groupId }, details, now);
    return { id: pairingId };
  });
}

/**
 * Removes a pairing that has no session, from the drafts too.
 * @throws NotFound, Forbidden
 */
export async function removePairing(
  store: Store,
  actor: Actor,
  { roundId, pairingId }: { roundId: string; pairingId: string },
  now: Date = new Date(),
): Promise<null> {
  return writeTransaction(store, async (db) => {
    const round = await findRoundFacts(db, actor, roundId);
    authorise(actor, "round.plan", { groupId: round.groupId });
    if (!(await findUnscheduled(db, round.id, pairingId))) throw new NotFound("pairing");
    await db.deleteFrom("pairing").where("id", "=", pairingId).execute();
    const subject = { id: pairingId, group_id: round.groupId };
    await recordEvent(db, actor, "pairing.removed", subject, { roundId: round.id }, now);
    return null;
  });
}
