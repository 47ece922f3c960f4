import type { Actor } from "#app/domain/access/actor.ts";
import { seesSource } from "#app/domain/access/see.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { wideBeneficiaries } from "#app/domain/codes.ts";
import { contributionFacts } from "#app/domain/knowledge/contribution-row.server.ts";
import type { SourceView } from "#app/domain/knowledge/record-view.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/**
 * Which parts of a record's source the actor may be told: all of it inside the audience, outside what attribution
 * leaves. For forms, which show them by code and id.
 */
export async function toldOfSource(
  db: Db,
  actor: Actor,
  row: { id: string; attribution: Attribution },
): Promise<{ beneficiary: boolean; institution: boolean }> {
  const facts = await contributionFacts(db, row.id);
  const inside = facts !== null && seesSource(actor, facts);
  const { attribution } = row;
  return {
    beneficiary: inside || attribution !== "group",
    institution: inside || attribution === "person" || attribution === "institution",
  };
}

type SourceRow = {
  author_id: string;
  institution_id: string | null;
  institution_type: string | null;
  beneficiary: string;
  group_id: string;
};

/** The whole source of a record; what a reader is told of it is decided by `sourceUnder`. */
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

/** What attribution leaves of a source for a reader outside the audience. */
export function sourceUnder(attribution: Attribution, source: SourceView): SourceView {
  return {
    person: attribution === "person" ? source.person : null,
    institution: attribution === "person" || attribution === "institution" ? source.institution : null,
    institutionType: attribution === "person" || attribution === "institution" ? source.institutionType : null,
    beneficiary: attribution === "group" ? null : source.beneficiary,
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
