import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound } from "#app/domain/errors.ts";
import { labelsFrom } from "#app/domain/forms/label-fields.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findInstitutionsForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { requireProgramme } from "#app/domain/programme/find-programme.server.ts";
import { institutionValues } from "#app/domain/programme/form-values.ts";
import type { InstitutionInput } from "#app/domain/programme/group-input.ts";
import { requireBeneficiary } from "#app/domain/programme/require-beneficiary.server.ts";
import { requireTerms } from "#app/domain/vocabulary/require-terms.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Adds an institution to a programme.
 * @throws NotFound for other than administrators; Refused for a type that is not in the list or a beneficiary of
 * another programme
 */
export async function addInstitution(
  store: Store,
  actor: Actor,
  input: InstitutionInput & { programmeId: string },
  now = new Date(),
): Promise<{ institutionId: string }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const programmeId = await requireProgramme(db, input.programmeId);
    return { institutionId: await insertInstitution(db, actor, { ...input, programmeId }, now) };
  });
}

/** Adds one inside the transaction of whatever leads to it. */
export async function insertInstitution(
  db: Db,
  actor: Actor,
  { programmeId, ...input }: InstitutionInput & { programmeId: string },
  now: Date,
): Promise<string> {
  const id = newId();
  const columns = await columnsOf(db, programmeId, input);
  await db
    .insertInto("institution")
    .values({ id, programme_id: programmeId, ...columns })
    .execute();
  await recordEvent(db, actor, "institution.added", { id }, {}, now);
  return id;
}

/**
 * Changes an institution; records that name it show the new name.
 * @throws NotFound; Conflict when somebody else changed it since the form was filled in with `base`
 */
export async function editInstitution(
  store: Store,
  actor: Actor,
  input: InstitutionInput & { institutionId: string; base?: string | null },
  now = new Date(),
): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const current = await db
      .selectFrom("institution")
      .select(["id", "programme_id", "type"])
      .where("id", "=", input.institutionId)
      .executeTakeFirst();
    if (!current) throw new NotFound("institution");
    refuseStale(
      input.base,
      institutionValues(withId(await findInstitutionsForEdit(db, actor), current.id, "institution")),
      current.id,
    );
    const columns = await columnsOf(db, current.programme_id, input, [current.type]);
    await db.updateTable("institution").set(columns).where("id", "=", current.id).execute();
    await recordEvent(db, actor, "institution.edited", current, {}, now);
    return null;
  });
}

async function columnsOf(db: Db, programmeId: string, input: InstitutionInput, kept: readonly string[] = []) {
  await requireTerms(db, [{ list: "institutionType", field: "type", codes: [input.type], kept }]);
  if (input.beneficiaryId) await requireBeneficiary(db, programmeId, input.beneficiaryId);
  const names = JSON.stringify(labelsFrom(input, "name"));
  return { names, type: input.type, beneficiary_id: input.beneficiaryId };
}
