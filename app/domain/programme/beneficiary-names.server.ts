import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Db } from "#db/store.ts";

/** A beneficiary as forms and lists offer it. */
export interface BeneficiaryName {
  id: string;
  code: string;
  name: NameWithMark;
  hasFootnote: boolean;
}

/** Beneficiaries of a programme in its order. */
export async function findBeneficiaries(db: Db, programmeId: string, locale: string): Promise<BeneficiaryName[]> {
  const rows = await db
    .selectFrom("beneficiary")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: nameWithMark(row, locale),
    hasFootnote: row.footnote !== null,
  }));
}
