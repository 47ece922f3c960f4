import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A programme as administrators edit it. */
export interface ProgrammeForEdit {
  id: string;
  names: Labels;
  fundingStatement: Labels;
  disclaimer: Labels;
}

/** The programme of the installation, or null while there is none. For administrators. */
export async function findProgramme(db: Db, actor: Actor): Promise<ProgrammeForEdit | null> {
  requireAdministrator(actor);
  const row = await db.selectFrom("programme").selectAll().orderBy("created_at").limit(1).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    names: parseLabels(row.names),
    fundingStatement: parseLabels(row.funding_statement),
    disclaimer: parseLabels(row.disclaimer),
  };
}

/** @throws NotFound unless there is such a programme */
export async function requireProgramme(db: Db, programmeId: string): Promise<string> {
  const row = await db.selectFrom("programme").select("id").where("id", "=", programmeId).executeTakeFirst();
  if (!row) throw new NotFound("programme");
  return row.id;
}
