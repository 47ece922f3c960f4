import type { Actor } from "#app/domain/access/actor.ts";
import { type Fault, Refused } from "#app/domain/errors.ts";
import { type Clash, Clashes, clashField } from "#app/domain/sessions/clashes.ts";
import { type ScheduleSession, scheduleIn } from "#app/domain/sessions/schedule-session.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** What all sessions have in common, and for each with whom, when and by which link. */
export interface ScheduleSeveral
  extends Omit<ScheduleSession, "beneficiaryId" | "date" | "time" | "delegateIds" | "joinLink"> {
  rows: readonly { beneficiaryId: string; date: string; time: string; joinLink?: string | null }[];
}

/** The fields of a row, which are named with its delegation. */
const rowFields = ["date", "time"];

/** Where the clash of a number in the row of a delegation is shown. */
export function rowClashField(beneficiaryId: string, at: number): string {
  return `${clashField(at)}.${beneficiaryId}`;
}

/**
 * Schedules a session with each of several delegations, all or none.
 * @throws NotFound, Forbidden, Refused with the faults of all rows, Clashes with those of all rows
 */
export async function scheduleSeveral(
  store: Store,
  actor: Actor,
  { rows, ...common }: ScheduleSeveral,
  now: Date = new Date(),
): Promise<{ ids: string[] }> {
  return writeTransaction(store, async (db) => {
    const ids: string[] = [];
    const faults: Fault[] = [];
    const clashes: { clash: Clash; field: string }[] = [];
    for (const row of rows) {
      try {
        ids.push((await scheduleIn(db, actor, { ...common, ...row }, now)).id);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error instanceof Clashes) {
          clashes.push(...error.clashes.map((clash, at) => ({ clash, field: rowClashField(row.beneficiaryId, at) })));
          // It is held for the rows below all the same: what clashes with it is told in the same answer.
          await scheduleIn(db, actor, { ...common, ...row, confirmConflicts: true }, now);
        } else faults.push(...error.faults.flatMap((fault) => ofRow(fault, row.beneficiaryId, faults)));
      }
    }
    // What was written meanwhile is taken back with the transaction.
    if (faults.length > 0) throw new Refused(faults);
    if (clashes.length > 0) {
      throw new Clashes(
        clashes.map(({ clash }) => clash),
        (at) => clashes[at]?.field ?? clashField(at),
      );
    }
    return { ids };
  });
}

/** A fault where the form shows it. All links stand in one field: what is wrong with several is said once. */
function ofRow({ field, message }: Fault, beneficiaryId: string, before: readonly Fault[]): Fault[] {
  if (field === "joinLink") {
    return before.some((one) => one.field === "joinLinks") ? [] : [{ field: "joinLinks", message }];
  }
  return [{ field: field !== null && rowFields.includes(field) ? `${field}.${beneficiaryId}` : field, message }];
}
