import type { SessionOfRecords } from "#app/domain/search/sources.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What sessions are called by, in any order: far less than their facts, since every search asks for hundreds. */
export async function findSessionNames(db: Db, ids: readonly string[]): Promise<SessionOfRecords[]> {
  const rows = await db
    .selectFrom("session")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["session.id", "session.starts_at", "session.zone", "beneficiary.names", "beneficiary.mark"])
    .where("session.id", "in", ids)
    .orderBy("session.id")
    .execute();
  return rows.map(({ id, starts_at, zone, names, mark }) => ({
    id,
    beneficiary: names === null ? null : { names: parseLabels(names), mark },
    startsAt: starts_at,
    zone,
  }));
}
