import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { Db, Store } from "#db/store.ts";
import { writeTransaction } from "#db/store.ts";

// What was made by mistake goes away while nothing names it. What is named stays for what names it, and is no longer
// offered.

export type Party = "beneficiary" | "institution";

/** What can become of one: it goes, it is no longer offered, or it is offered again. */
export type Fate = "remove" | "retire" | "restore";

/** What can be done with it now. @throws NotFound for other than administrators */
export async function fateOf(db: Db, actor: Actor, party: Party, id: string): Promise<Fate> {
  requireAdministrator(actor);
  const row = await db.selectFrom(party).select("retired_at").where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound(party);
  if (row.retired_at !== null) return "restore";
  return (await isUsed(db, party, id)) ? "retire" : "remove";
}

/**
 * Does what was confirmed.
 * @throws NotFound for other than administrators; Conflict when it is used by now, or something else was done with it
 */
export async function decideFate(
  store: Store,
  actor: Actor,
  input: { party: Party; id: string; fate: Fate },
  now = new Date(),
): Promise<null> {
  return writeTransaction(store, async (db) => {
    const { party, id, fate } = input;
    if ((await fateOf(db, actor, party, id)) !== fate) throw new Conflict();
    if (fate === "remove") await db.deleteFrom(party).where("id", "=", id).execute();
    else {
      const retired_at = fate === "retire" ? now.toISOString() : null;
      await db.updateTable(party).set({ retired_at }).where("id", "=", id).execute();
    }
    const done = ({ remove: "removed", retire: "retired", restore: "restored" } as const)[fate];
    await recordEvent(db, actor, `${party}.${done}`, { id }, {}, now);
    return null;
  });
}

async function isUsed(db: Db, party: Party, id: string): Promise<boolean> {
  return party === "institution" ? isInstitutionUsed(db, id) : isBeneficiaryUsed(db, id);
}

async function isInstitutionUsed(db: Db, id: string): Promise<boolean> {
  for (const table of ["membership", "invitation", "contribution"] as const) {
    const use = db.selectFrom(table).select("id").where("institution_id", "=", id).limit(1);
    if (await use.executeTakeFirst()) return true;
  }
  return false;
}

async function isBeneficiaryUsed(db: Db, id: string): Promise<boolean> {
  const tables = ["institution", "membership", "membership_change", "invitation", "pairing", "session"] as const;
  for (const table of tables) {
    const use = db.selectFrom(table).select("id").where("beneficiary_id", "=", id).limit(1);
    if (await use.executeTakeFirst()) return true;
  }
  const code = db.selectFrom("beneficiary").select("code").where("id", "=", id);
  const written = db
    .selectFrom("contribution")
    .select("id")
    .where((where) => where.or([where("delegation_id", "=", id), where("beneficiary", "=", code)]))
    .limit(1);
  return (await written.executeTakeFirst()) !== undefined;
}
