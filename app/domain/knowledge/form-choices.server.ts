import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { CaptureContext } from "#app/domain/knowledge/find-context.server.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What the fields of a contribution's form offer. */
export interface FormChoices {
  /** The delegation it follows from, null inside for a wide one; null where the form asks. */
  fixed: { delegation: BeneficiaryFacts | null } | null;
  beneficiaries: BeneficiaryFacts[];
  /** With the beneficiary that each belongs to, null for an international one. */
  institutions: { id: string; names: Labels; beneficiaryId: string | null }[];
  terms: Vocabulary;
  themes: { code: string; labels: Labels }[];
  references: { id: string; identifier: string; title: string }[];
  /** Asking for a wider level is granting it. */
  speaks: boolean;
}

/**
 * What a form offers in a context.
 * @param submittedAs code of the beneficiary of a contribution that was submitted, and keeps it; else null
 */
export async function findChoices(
  db: Db,
  actor: Actor,
  context: Pick<CaptureContext, "groupId" | "programmeId" | "delegationId">,
  submittedAs: string | null,
): Promise<FormChoices> {
  const { groupId, programmeId } = context;
  const membership = membershipIn(actor, groupId);
  const beneficiaries = await findBeneficiaryFacts(db, programmeId);
  const fixedId = membership?.role === "participant" ? membership.beneficiaryId : context.delegationId;
  const delegation = beneficiaries.find(({ id, code }) =>
    submittedAs === null ? id === fixedId : code === submittedAs,
  );
  const fixed = delegation || submittedAs !== null ? { delegation: delegation ?? null } : null;
  const institutions = await db
    .selectFrom("institution")
    .select(["id", "names", "beneficiary_id"])
    .where("retired_at", "is", null)
    .where("programme_id", "=", programmeId)
    .execute();
  const fits = (beneficiaryId: string | null) =>
    !fixed || beneficiaryId === null || beneficiaryId === (delegation?.id ?? null);
  const themes = await db.selectFrom("theme").select(["code", "labels"]).orderBy("position").execute();
  return {
    fixed,
    beneficiaries: beneficiaries.filter(({ retiredAt }) => retiredAt === null),
    institutions: institutions
      .filter(({ beneficiary_id }) => fits(beneficiary_id))
      .map(({ id, names, beneficiary_id }) => ({ id, names: parseLabels(names), beneficiaryId: beneficiary_id })),
    terms: await findVocabulary(db),
    themes: themes.map(({ code, labels }) => ({ code, labels: parseLabels(labels) })),
    references: await db.selectFrom("reference").select(["id", "identifier", "title"]).execute(),
    speaks: can(actor, "sharing.decide", {
      groupId,
      relations: membership?.speaks && membership.beneficiaryId === fixedId ? ["speaker"] : [],
    }),
  };
}
