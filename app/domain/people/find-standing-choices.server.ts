import { findBeneficiaries } from "#app/domain/programme/beneficiary-names.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What a form about a membership offers: delegations in the programme's order, institutions by the alphabet. */
export async function findStandingChoices(
  db: Db,
  programmeId: string,
  reader: { locale: string; collator: Intl.Collator },
) {
  const beneficiaries = await findBeneficiaries(db, programmeId, reader.locale);
  const rows = await db
    .selectFrom("institution")
    .select(["id", "names", "beneficiary_id"])
    .where("programme_id", "=", programmeId)
    .execute();
  const institutions = rows
    .map((row) => ({
      id: row.id,
      name: label(parseLabels(row.names), reader.locale),
      beneficiaryId: row.beneficiary_id,
    }))
    .sort((a, b) => reader.collator.compare(a.name, b.name));
  return { beneficiaries, institutions };
}
