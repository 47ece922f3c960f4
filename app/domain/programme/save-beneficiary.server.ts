import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { wideBeneficiaries } from "#app/domain/codes.ts";
import { Refused } from "#app/domain/errors.ts";
import { labelsFrom } from "#app/domain/forms/label-fields.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findBeneficiariesForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { requireProgramme } from "#app/domain/programme/find-programme.server.ts";
import { beneficiaryValues } from "#app/domain/programme/form-values.ts";
import type { BeneficiaryEdit, BeneficiaryInput } from "#app/domain/programme/group-input.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Adds a beneficiary to a programme.
 * @throws NotFound for other than administrators; Refused for a code in use, and for a mark without a footnote
 */
export async function addBeneficiary(
  store: Store,
  actor: Actor,
  input: BeneficiaryInput & { programmeId: string },
  now = new Date(),
): Promise<{ beneficiaryId: string }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const programmeId = await requireProgramme(db, input.programmeId);
    return { beneficiaryId: await insertBeneficiary(db, actor, { ...input, programmeId }, now) };
  });
}

/**
 * Adds one inside the transaction of whatever leads to it.
 * @throws Refused for a code in use, and for a mark without a footnote
 */
export async function insertBeneficiary(
  db: Db,
  actor: Actor,
  input: BeneficiaryInput & { programmeId: string },
  now: Date,
): Promise<string> {
  const { programmeId } = input;
  const codes = await db.selectFrom("beneficiary").select("code").where("programme_id", "=", programmeId).execute();
  const reserved: string[] = [...wideBeneficiaries, ...codes.map(({ code }) => code)];
  if (reserved.includes(input.code)) throw new Refused([{ field: "code", message: { key: "admin.codeTaken" } }]);
  const id = newId();
  const position = input.position ?? (await nextPosition(db, programmeId));
  await db
    .insertInto("beneficiary")
    .values({ id, programme_id: programmeId, code: input.code, ...wordsOf(input), position })
    .execute();
  await recordEvent(db, actor, "beneficiary.added", { id }, { code: input.code }, now);
  return id;
}

/**
 * Changes name, mark, footnote and position of a beneficiary. Its code stays: records, files and addresses carry it.
 * @throws NotFound; Conflict when somebody else changed it since the form was filled in with `base`
 */
export async function editBeneficiary(
  store: Store,
  actor: Actor,
  input: BeneficiaryEdit & { beneficiaryId: string; base?: string | null },
  now = new Date(),
): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const current = withId(await findBeneficiariesForEdit(db, actor), input.beneficiaryId, "beneficiary");
    refuseStale(input.base, beneficiaryValues(current), current.id);
    await db
      .updateTable("beneficiary")
      .set({ ...wordsOf(input), position: input.position ?? current.position })
      .where("id", "=", current.id)
      .execute();
    await recordEvent(db, actor, "beneficiary.edited", current, {}, now);
    return null;
  });
}

function wordsOf(input: BeneficiaryEdit) {
  const footnote = labelsFrom(input, "footnote");
  const hasFootnote = Object.keys(footnote).length > 0;
  if (input.mark && !hasFootnote)
    throw new Refused([{ field: "footnote.en", message: { key: "admin.footnoteNeeded" } }]);
  if (!input.mark && hasFootnote) throw new Refused([{ field: "mark", message: { key: "admin.markNeeded" } }]);
  return {
    names: JSON.stringify(labelsFrom(input, "name")),
    mark: input.mark || null,
    footnote: hasFootnote ? JSON.stringify(footnote) : null,
  };
}

async function nextPosition(db: Db, programmeId: string): Promise<number> {
  const { last } = await db
    .selectFrom("beneficiary")
    .select(({ fn }) => fn.max<number | null>("position").as("last"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}
