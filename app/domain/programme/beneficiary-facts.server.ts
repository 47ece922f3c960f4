import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A beneficiary as stored. */
export interface BeneficiaryFacts extends Designation<Labels> {
  id: string;
  code: string;
  footnote: Labels;
}

/** Beneficiaries of a programme in its order. */
export async function findBeneficiaryFacts(db: Db, programmeId: string): Promise<BeneficiaryFacts[]> {
  const rows = await db
    .selectFrom("beneficiary")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .orderBy("position")
    .orderBy("code")
    .execute();
  return rows.map(({ id, code, names, mark, footnote }) => ({
    id,
    code,
    names: parseLabels(names),
    mark,
    footnote: parseLabels(footnote),
  }));
}
