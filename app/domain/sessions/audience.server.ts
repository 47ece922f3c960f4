import { isInAudience } from "#app/domain/access/session.server.ts";
import { lapseRemoved } from "#app/domain/sessions/answers/write-answer.server.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Who came, went and stayed. */
export interface AudienceChange {
  joined: string[];
  left: string[];
  stayed: string[];
  /** Those of `joined` who had left before. */
  returned: string[];
  /** Anything at all, also another part of somebody who stayed. */
  changed: boolean;
}

/** The parts of the people invited to a session as what they are now, by account. */
export async function findParts(db: Db, sessionId: string): Promise<Map<string, Part>> {
  const rows = await db
    .selectFrom("session_person")
    .select(["account_id", "part"])
    .where("session_id", "=", sessionId)
    .where((eb) => isInAudience(eb))
    .orderBy("account_id")
    .execute();
  return new Map(rows.map(({ account_id, part }) => [account_id, part]));
}

/** Makes the audience what it shall be. The row of a person who leaves stays, with the time of leaving. */
export async function changeAudience(
  db: Db,
  sessionId: string,
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  at: Instant,
): Promise<AudienceChange> {
  const joined = [...after.keys()].filter((id) => !before.has(id));
  const left = [...before.keys()].filter((id) => !after.has(id));
  const stayed = [...after.keys()].filter((id) => before.has(id));
  const otherPart = stayed.filter((id) => before.get(id) !== after.get(id));
  const returned = await findFormer(db, sessionId, joined);
  for (const account_id of [...joined, ...otherPart]) {
    const part = sure(after.get(account_id));
    const back = joined.includes(account_id) ? { part, invited_at: at, removed_at: null } : { part };
    await db
      .insertInto("session_person")
      .values({ session_id: sessionId, account_id, part, invited_at: at })
      .onConflict((conflict) => conflict.columns(["session_id", "account_id"]).doUpdateSet(back))
      .execute();
  }
  await lapseRemoved(db, sessionId, [...joined, ...left]);
  if (left.length > 0) {
    await db
      .updateTable("session_person")
      .set({ removed_at: at })
      .where("session_id", "=", sessionId)
      .where("account_id", "in", left)
      .execute();
  }
  return { joined, left, stayed, returned, changed: joined.length + left.length + otherPart.length > 0 };
}

async function findFormer(db: Db, sessionId: string, among: readonly string[]): Promise<string[]> {
  if (among.length === 0) return [];
  const rows = await db
    .selectFrom("session_person")
    .select("account_id")
    .where("session_id", "=", sessionId)
    .where("account_id", "in", among)
    .where("removed_at", "is not", null)
    .execute();
  return rows.map(({ account_id }) => account_id);
}
