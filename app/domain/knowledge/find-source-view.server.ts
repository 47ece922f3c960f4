import type { Actor } from "#app/domain/access/actor.ts";
import { type Disclosure, disclosure, seesSource } from "#app/domain/access/attribution.ts";
import { findContributionAccess } from "#app/domain/access/contribution.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { wideBeneficiaries } from "#app/domain/codes.ts";
import type { SourceView } from "#app/domain/knowledge/record-view.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What is disclosed of a record to one actor. For deeds and forms, which know sources by code and id. */
export async function findDisclosure(
  db: Db,
  actor: Actor,
  row: { id: string; attribution: Attribution },
): Promise<Disclosure> {
  const access = await findContributionAccess(db, row.id);
  return disclosure(row.attribution, access !== null && seesSource(actor, access));
}

type SourceRow = {
  author_id: string;
  institution_id: string | null;
  institution_type: string | null;
  beneficiary: string;
  group_id: string;
};

/** The whole source of a record; what a reader is told of it is cut out by `disclosedSource`. */
export async function findTrueSource(db: Db, row: SourceRow, locale: string): Promise<SourceView> {
  const author = await db.selectFrom("account").select("name").where("id", "=", row.author_id).executeTakeFirst();
  const institution = row.institution_id
    ? await db
        .selectFrom("institution")
        .select(["names", "type"])
        .where("id", "=", row.institution_id)
        .executeTakeFirst()
    : undefined;
  return {
    person: author?.name ?? null,
    institution: institution ? label(parseLabels(institution.names), locale) : null,
    institutionType: institution?.type ?? row.institution_type,
    beneficiary: row.beneficiary === "" ? null : await findBeneficiaryName(db, row, locale),
  };
}

/** The parts of a source that are disclosed. */
export function disclosedSource(disclosed: Disclosure, source: SourceView): SourceView {
  return {
    person: disclosed.person ? source.person : null,
    institution: disclosed.institution ? source.institution : null,
    institutionType: disclosed.institutionType ? source.institutionType : null,
    beneficiary: disclosed.beneficiary ? source.beneficiary : null,
  };
}

async function findBeneficiaryName(db: Db, row: SourceRow, locale: string) {
  if (wideBeneficiaries.some((code) => code === row.beneficiary)) return { code: row.beneficiary, name: null };
  const beneficiary = await db
    .selectFrom("beneficiary")
    .innerJoin("working_group", "working_group.programme_id", "beneficiary.programme_id")
    .select(["beneficiary.names", "beneficiary.mark"])
    .where("working_group.id", "=", row.group_id)
    .where("beneficiary.code", "=", row.beneficiary)
    .executeTakeFirst();
  return { code: row.beneficiary, name: beneficiary ? nameWithMark(beneficiary, locale) : null };
}
