import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { wideBeneficiaries } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Db } from "#db/store.ts";

/** The group that is imported into, with what its lines may name. */
export interface ImportGroup {
  groupId: string;
  groupCode: string;
  /** Delegation by code; null for the wide ones. */
  beneficiaries: ReadonlyMap<string, string | null>;
  /** Codes of the types of institutions. */
  institutionTypes: readonly string[];
  /** Ids of themes by code. */
  themes: ReadonlyMap<string, string>;
}

/**
 * The group, if the actor may import to it. Participants bring in what their own delegation says, as in writing.
 * @throws NotFound without such a group of the actor's; Forbidden for those who post nothing
 */
export async function findImportGroup(db: Db, actor: Actor, slug: string): Promise<ImportGroup> {
  const group = await db
    .selectFrom("working_group")
    .select(["id", "code", "programme_id"])
    .where("slug", "=", slug)
    .executeTakeFirst();
  const membership = group && membershipIn(actor, group.id);
  if (!group || !membership) throw new NotFound("group");
  authorise(actor, "contribution.post", { groupId: group.id });
  const delegations = await db
    .selectFrom("beneficiary")
    .select(["id", "code"])
    .where("programme_id", "=", group.programme_id)
    .orderBy("position")
    .orderBy("code")
    .execute();
  const own = membership.role === "participant" ? membership.beneficiaryId : null;
  const named: [string, string | null][] = delegations
    .filter(({ id }) => own === null || id === own)
    .map(({ id, code }) => [code, id]);
  const wide: [string, null][] = own === null ? wideBeneficiaries.map((code) => [code, null]) : [];
  const { institutionType } = await findVocabulary(db);
  const themes = await db.selectFrom("theme").select(["id", "code"]).execute();
  return {
    groupId: group.id,
    groupCode: group.code,
    beneficiaries: new Map([...named, ...wide]),
    institutionTypes: institutionType.map(({ code }) => code),
    themes: new Map(themes.map(({ id, code }) => [code, id])),
  };
}
