import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What somebody can be in a group: of which delegation, from which institution. */
export interface StandingOptions {
  /** In the programme's order. */
  beneficiaries: BeneficiaryFacts[];
  /** Unsorted: the viewer's language decides the order. */
  institutions: { id: string; names: Labels; beneficiaryId: string | null; retiredAt: Instant | null }[];
}

/** What a form about a membership offers. */
export async function findStandingOptions(db: Db, programmeId: string): Promise<StandingOptions> {
  const beneficiaries = await findBeneficiaryFacts(db, programmeId);
  const rows = await db
    .selectFrom("institution")
    .select(["id", "names", "beneficiary_id", "retired_at"])
    .where("programme_id", "=", programmeId)
    .orderBy("id")
    .execute();
  const institutions = rows.map((row) => ({
    id: row.id,
    names: parseLabels(row.names),
    beneficiaryId: row.beneficiary_id,
    retiredAt: row.retired_at,
  }));
  return { beneficiaries, institutions };
}
