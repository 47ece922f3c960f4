import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { type Fault, Refused } from "#app/domain/errors.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { lengthFaults, readRows } from "#app/domain/forms/pasted-rows.ts";
import { rowField } from "#app/domain/forms/row-field.ts";
import { requireProgramme } from "#app/domain/programme/find-programme.server.ts";
import { type BeneficiaryInput, beneficiaryInput } from "#app/domain/programme/group-input.ts";
import { insertBeneficiary } from "#app/domain/programme/save-beneficiary.server.ts";
import { suggestedBeneficiaries } from "#app/domain/programme/suggested-beneficiaries.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/** More than there are in Europe. */
const MAX_ROWS = 100;

/**
 * Adds several beneficiaries: those chosen from the list that ships, and those of a pasted one (code, name, mark,
 * footnote). All or none.
 * @returns how many
 * @throws NotFound for other than administrators; Refused when there is none, and with every line that is wrong
 */
export async function addBeneficiaries(
  store: Store,
  actor: Actor,
  input: { programmeId: string; codes: readonly string[]; rows: string },
  now = new Date(),
): Promise<{ added: number }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const programmeId = await requireProgramme(db, input.programmeId);
    const faults: Fault[] = [];
    let added = 0;
    const add = async (beneficiary: BeneficiaryInput, field: string | null, row: number) => {
      try {
        await insertBeneficiary(db, actor, { ...beneficiary, programmeId }, now);
        added++;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        faults.push({ field, message: { key: "admin.rowTaken", params: { row } } });
      }
    };
    for (const { code, names, mark, footnote } of suggestedBeneficiaries) {
      if (!input.codes.includes(code)) continue;
      const words = { ...labelValues("name", names), ...labelValues("footnote", footnote) };
      await add(beneficiaryInput.parse({ code, mark: mark ?? "", ...words }), "codes", 0);
    }
    const rows = readRows(input.rows, MAX_ROWS);
    if (rows.length > MAX_ROWS) throw new Refused(lengthFaults(rows, MAX_ROWS));
    for (const { row, cells } of rows) {
      const [code = "", name = "", mark = "", footnote = ""] = cells;
      const read = beneficiaryInput.safeParse({ code, "name.en": name, mark, "footnote.en": footnote });
      if (read.success && (mark === "") === (footnote === "")) await add(read.data, rowField(row), row);
      else faults.push({ field: rowField(row), message: { key: "admin.rowBeneficiary", params: { row } } });
    }
    if (added === 0 && faults.length === 0) faults.push({ field: "codes", message: { key: "admin.chooseSome" } });
    if (faults.length > 0) throw new Refused(faults);
    return { added };
  });
}
