import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { wideBeneficiaries } from "#app/domain/codes.ts";
import type { CaptureContext } from "#app/domain/knowledge/find-context.server.ts";
import type { Message } from "#app/i18n/message.ts";
import type { Db } from "#db/store.ts";

/** From whom a contribution comes. */
export interface Source {
  /** Code of the beneficiary or a wide one; empty while a draft does not say. */
  beneficiary: string;
  delegationId: string | null;
  institutionId: string | null;
}

interface Found {
  source: Source;
  faults: { field: string; message: Message }[];
}

/**
 * From whom a contribution comes: a participant's own delegation; otherwise the delegation of the bilateral session;
 * otherwise what consultant or organiser chose. The institution must belong to it.
 */
export async function findSource(
  db: Db,
  actor: Actor,
  context: Pick<CaptureContext, "groupId" | "programmeId" | "delegationId">,
  chosen: { beneficiary?: string | null; institutionId?: string | null },
): Promise<Found> {
  const membership = membershipIn(actor, context.groupId);
  const faults: Found["faults"] = [];
  const fixedId = membership?.role === "participant" ? membership.beneficiaryId : context.delegationId;
  const delegation = await findDelegation(db, context.programmeId, fixedId, chosen.beneficiary);
  const wide = wideBeneficiaries.find((code) => code === chosen.beneficiary);
  if (!delegation && !wide && chosen.beneficiary) {
    faults.push({ field: "beneficiary", message: { key: "knowledge.beneficiaryUnknown" } });
  }
  const beneficiary = delegation?.code ?? wide ?? "";
  const delegationId = delegation?.id ?? null;
  if (chosen.institutionId) {
    const known = await institutionFits(db, context.programmeId, chosen.institutionId, delegationId);
    if (!known) faults.push({ field: "institutionId", message: { key: "knowledge.institutionUnknown" } });
  }
  // Nothing said: what a participant writes comes from the participant's own institution.
  const own = membership?.role === "participant" ? membership.institutionId : null;
  const institutionId = chosen.institutionId === undefined ? own : chosen.institutionId;
  return { source: { beneficiary, delegationId, institutionId }, faults };
}

async function findDelegation(db: Db, programmeId: string, fixedId: string | null, code: string | null | undefined) {
  const query = db.selectFrom("beneficiary").select(["id", "code"]).where("programme_id", "=", programmeId);
  if (fixedId) return query.where("id", "=", fixedId).executeTakeFirst();
  return code ? query.where("code", "=", code).executeTakeFirst() : undefined;
}

/** An institution of the beneficiary, or an international one that belongs to none. */
async function institutionFits(
  db: Db,
  programmeId: string,
  institutionId: string,
  delegationId: string | null,
): Promise<boolean> {
  const institution = await db
    .selectFrom("institution")
    .select("beneficiary_id")
    .where("id", "=", institutionId)
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
  return institution !== undefined && (institution.beneficiary_id ?? delegationId) === delegationId;
}
