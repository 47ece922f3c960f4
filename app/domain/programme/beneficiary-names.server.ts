import { findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Db } from "#db/store.ts";

/** A beneficiary as forms and lists offer it. */
export interface BeneficiaryName {
  id: string;
  code: string;
  name: NameWithMark;
}

/** Beneficiaries of a programme in its order. */
export async function findBeneficiaries(db: Db, programmeId: string, locale: string): Promise<BeneficiaryName[]> {
  const found = await findBeneficiaryFacts(db, programmeId);
  return found.map((beneficiary) => ({
    id: beneficiary.id,
    code: beneficiary.code,
    name: nameWithMark(beneficiary, locale),
  }));
}
