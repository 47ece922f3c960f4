import type { Selectable } from "kysely";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { BeneficiaryTable } from "#db/schema/beneficiary.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A beneficiary as stored. */
export interface BeneficiaryFacts extends Designation<Labels> {
  id: string;
  code: string;
  footnote: Labels;
  position: number;
  /** Since when it is no longer offered. */
  retiredAt: Instant | null;
}

const ofProgramme = keptQuery((db, { programmeId }: { programmeId: string }) =>
  db.selectFrom("beneficiary").selectAll().where("programme_id", "=", programmeId).orderBy("position").orderBy("code"),
);

/** Beneficiaries of a programme in its order. */
export async function findBeneficiaryFacts(db: Db, programmeId: string): Promise<BeneficiaryFacts[]> {
  return (await ofProgramme(db, { programmeId })).map(beneficiaryFacts);
}

/** The first beneficiary of the installation, or null while there is none. */
export async function findFirstBeneficiary(db: Db): Promise<BeneficiaryFacts | null> {
  const query = db.selectFrom("beneficiary").selectAll().orderBy("position").orderBy("code").limit(1);
  const row = await query.executeTakeFirst();
  return row ? beneficiaryFacts(row) : null;
}

/** A row of the table as facts. */
export function beneficiaryFacts(row: Selectable<BeneficiaryTable>): BeneficiaryFacts {
  const { id, code, names, mark, footnote, position } = row;
  return {
    id,
    code,
    names: parseLabels(names),
    mark,
    footnote: parseLabels(footnote),
    position,
    retiredAt: row.retired_at,
  };
}
