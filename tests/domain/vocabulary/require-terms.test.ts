import { expect, it } from "vitest";
import { Refused } from "#app/domain/errors.ts";
import { requireTerms, termFaults } from "#app/domain/vocabulary/require-terms.server.ts";
import { writeTransaction } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

it("names every field with a code that its list does not have", async () => {
  const { read } = testStore();
  const chosen = [
    { list: "phase", field: "phase", codes: ["planning"] },
    { list: "targetGroup", field: "targetGroups", codes: ["vep", "everybody"] },
    { list: "needType", field: "detail-needType", codes: [] },
    { list: "institutionType", field: "type", codes: ["planning"] },
  ] as const;
  expect((await termFaults(read, chosen)).map(({ field }) => field)).toEqual(["targetGroups", "type"]);
  await expect(requireTerms(read, chosen)).rejects.toThrow(Refused);
  await requireTerms(read, chosen.slice(0, 1));
});

it("takes a term that was retired only where it stood before", async () => {
  const store = testStore();
  await writeTransaction(store, (db) =>
    db.updateTable("phase").set({ retired: 1 }).where("code", "=", "admission").execute(),
  );
  const chosen = { list: "phase", field: "phase", codes: ["admission"] } as const;
  const faultyFields = async (kept: string[]) =>
    (await termFaults(store.read, [{ ...chosen, kept }])).map(({ field }) => field);
  expect(await faultyFields([])).toEqual(["phase"]);
  expect(await faultyFields(["planning"])).toEqual(["phase"]);
  expect(await faultyFields(["admission"])).toEqual([]);
});
