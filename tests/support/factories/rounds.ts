import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, inEnglish, THEN } from "#tests/support/factories/given.ts";

/** The round of 4-6 November 2026, in Sarajevo's time. @returns its id */
export async function aRound(db: Db, given: Given<"round", "group_id" | "created_by">): Promise<string> {
  const row = {
    ...{ id: newId(), slug: "november", titles: inEnglish("November round"), format: "bilateral-online" as const },
    ...{ zone: "Europe/Sarajevo", starts_on: "2026-11-04", ends_on: "2026-11-06", created_at: THEN },
    ...given,
  };
  await db.insertInto("round").values(row).execute();
  return row.id;
}
