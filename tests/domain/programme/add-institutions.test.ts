import { expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { addBeneficiaries } from "#app/domain/programme/add-beneficiaries.server.ts";
import { addInstitutions, readInstitutions } from "#app/domain/programme/add-institutions.server.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function setUp() {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const { programmeId } = w;
  return { store, w, administrator, programmeId };
}
const faultsOf = (error: Refused) => error.faults.map(({ field, message }) => [field, message.key]);

it("reads types and beneficiaries by code or name, in any language, and adds all of them", async () => {
  const { store, administrator, programmeId } = await setUp();
  const lines = ["Prison in Zenica; zatvor; ba", "Probation; Probation service; Kosovo*", "Office; international; -"];
  const input = { programmeId, rows: lines.join("\n"), language: "en" } as const;
  const read = await readInstitutions(store.read, administrator, input);
  expect(read.map(({ name, type, beneficiary }) => [name, type.code, beneficiary?.code ?? null])).toEqual([
    ["Prison in Zenica", "prison", "ba"],
    ["Probation", "probation", "xk"],
    ["Office", "international", null],
  ]);
  const before = await store.read.selectFrom("institution").select("id").execute();
  await addInstitutions(store, administrator, input);
  const after = await store.read.selectFrom("institution").select(["names", "type"]).execute();
  expect(after.length).toBe(before.length + 3);
  expect(after).toContainEqual({ names: '{"en":"Office"}', type: "international" });
});

it("says of every line what is wrong, and adds none", async () => {
  const { store, w, administrator, programmeId } = await setUp();
  const rows = "; prison; ba\nA; castle; ba\nB; prison; Atlantis\n\nC; prison\nD; prison; al\n; castle; Atlantis";
  const input = { programmeId, rows, language: "bs" } as const;
  const before = await store.read.selectFrom("institution").select("id").execute();
  const error = await addInstitutions(store, administrator, input).catch((caught) => caught);
  expect(faultsOf(error)).toEqual([
    ["row-1", "admin.rowName"],
    ["row-2", "admin.rowType"],
    ["row-3", "admin.rowBeneficiaryUnknown"],
    // Left out is not the same as none; the empty line is one, too.
    ["row-5", "admin.rowBeneficiaryUnknown"],
    // All that is wrong with a line at once.
    ["row-7", "admin.rowName"],
    ["row-7.1", "admin.rowType"],
    ["row-7.2", "admin.rowBeneficiaryUnknown"],
  ]);
  expect(await store.read.selectFrom("institution").select("id").execute()).toEqual(before);
  const organiser = await w.actor(w.people.organiser);
  await expect(readInstitutions(store.read, organiser, input)).rejects.toThrow(NotFound);
});

it("adds chosen beneficiaries with their marks, and pasted ones; all or none", async () => {
  const { store, administrator, programmeId } = await setUp();
  const codes = async () => {
    const rows = await store.read.selectFrom("beneficiary").select("code").orderBy("code").execute();
    return rows.map((row) => row.code);
  };
  const input = { programmeId, codes: ["me", "rs"], rows: "xx; Elsewhere\nyy; Marked; *; A footnote." };
  expect(await addBeneficiaries(store, administrator, input)).toEqual({ added: 4 });
  expect(await codes()).toEqual(["al", "ba", "me", "rs", "xk", "xx", "yy"]);
  const wrong = { programmeId, codes: ["mk", "al"], rows: "zz; Fine\nQQ; Capital\nww; Bare mark; *" };
  const error = await addBeneficiaries(store, administrator, wrong).catch((caught) => caught);
  expect(faultsOf(error)).toEqual([
    ["codes", "admin.rowTaken"],
    ["row-2", "admin.rowBeneficiary"],
    ["row-3", "admin.rowBeneficiary"],
  ]);
  expect((await codes()).length).toBe(7);
  const nothing = addBeneficiaries(store, administrator, { programmeId, codes: [], rows: "" });
  await expect(nothing).rejects.toThrow(Refused);
});
