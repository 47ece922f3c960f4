import { Refused } from "#app/domain/errors.ts";
import type { Db } from "#db/store.ts";

/** @throws Refused unless what the field `beneficiaryId` of a form names is a beneficiary of the programme */
export async function requireBeneficiary(db: Db, programmeId: string, beneficiaryId: string): Promise<void> {
  const known = await db
    .selectFrom("beneficiary")
    .select("id")
    .where("id", "=", beneficiaryId)
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
  if (!known) throw new Refused([{ field: "beneficiaryId", message: { key: "errors.badValue" } }]);
}
