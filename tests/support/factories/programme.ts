import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, inEnglish, THEN } from "#tests/support/factories/given.ts";

/** @returns its id */
export async function aProgramme(db: Db, given: Given<"programme"> = {}): Promise<string> {
  const row = { id: newId(), slug: "test", names: inEnglish("Test programme"), created_at: THEN, ...given };
  await db.insertInto("programme").values(row).execute();
  return row.id;
}

/** @returns its id */
export async function aBeneficiary(db: Db, given: Given<"beneficiary", "programme_id" | "code">): Promise<string> {
  const row = { id: newId(), names: inEnglish(given.code), mark: null, footnote: null, position: 0, ...given };
  await db.insertInto("beneficiary").values(row).execute();
  return row.id;
}

/** A probation service. @returns its id */
export async function anInstitution(
  db: Db,
  given: Given<"institution", "programme_id" | "beneficiary_id">,
): Promise<string> {
  const row = { id: newId(), type: "probation", names: inEnglish("Probation service"), ...given };
  await db.insertInto("institution").values(row).execute();
  return row.id;
}

/** @returns its id */
export async function aGroup(db: Db, given: Given<"working_group", "programme_id" | "slug" | "code">): Promise<string> {
  const row = { id: newId(), names: inEnglish(given.slug), position: 0, created_at: THEN, ...given };
  await db.insertInto("working_group").values(row).execute();
  return row.id;
}
