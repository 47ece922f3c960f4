import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A beneficiary as every page, mail and export names it: the mark belongs to the name. */
export interface BeneficiaryName {
  id: string;
  code: string;
  /** Name with its mark, "Kosovo*". */
  name: string;
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
    name: `${label(parseLabels(row.names), locale)}${row.mark ?? ""}`,
    hasFootnote: row.footnote !== null,
  }));
}
