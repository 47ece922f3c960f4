import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Db } from "#db/store.ts";

/** A programme as stored. */
export interface ProgrammeFacts {
  id: string;
  names: Labels;
  /** What it is about, for everybody. */
  description: Labels;
  fundingStatement: Labels;
  disclaimer: Labels;
}

/** A programme with what every page says of it. */
export interface ProgrammeOnPages extends ProgrammeFacts {
  beneficiaries: BeneficiaryFacts[];
}

/** The programme of the installation, or null while there is none. For administrators. */
export async function findProgramme(db: Db, actor: Actor): Promise<ProgrammeFacts | null> {
  requireAdministrator(actor);
  return readProgramme(db, null);
}

/** A programme, or the first one for those who belong to none, with what every page says of it. */
export async function findProgrammeOnPages(db: Db, programmeId: string | null): Promise<ProgrammeOnPages | null> {
  const programme = await readProgramme(db, programmeId);
  return programme && { ...programme, beneficiaries: await findBeneficiaryFacts(db, programme.id) };
}

/** @throws NotFound unless there is such a programme */
export async function requireProgramme(db: Db, programmeId: string): Promise<string> {
  const row = await db.selectFrom("programme").select("id").where("id", "=", programmeId).executeTakeFirst();
  if (!row) throw new NotFound("programme");
  return row.id;
}

const programmeOf = keptQuery((db, { id }: { id: string }) =>
  db.selectFrom("programme").selectAll().where("id", "=", id),
);
const firstProgramme = keptQuery((db) =>
  db.selectFrom("programme").selectAll().orderBy("created_at").orderBy("id").limit(1),
);

async function readProgramme(db: Db, programmeId: string | null): Promise<ProgrammeFacts | null> {
  const [row] = programmeId ? await programmeOf(db, { id: programmeId }) : await firstProgramme(db, {});
  if (!row) return null;
  return {
    id: row.id,
    names: parseLabels(row.names),
    description: parseLabels(row.description),
    fundingStatement: parseLabels(row.funding_statement),
    disclaimer: parseLabels(row.disclaimer),
  };
}
