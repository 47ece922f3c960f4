import { expect, it } from "vitest";
import { loadTerms, missingTerms, shippedTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { writeTransaction } from "#db/store.ts";
import { commits, testStore } from "#tests/support/store.ts";

it("adds what a later release ships and leaves alone what was edited", async () => {
  const store = testStore();
  const edited = { labels: JSON.stringify({ en: "House of correction" }), position: 40, retired: 1 as const };
  await writeTransaction(store, async (db) => {
    await db.updateTable("institution_type").set(edited).where("code", "=", "prison").execute();
    await db.deleteFrom("institution_type").where("code", "=", "probation").execute();
    await db.deleteFrom("agenda_item_kind").where("code", "=", "capture-needs").execute();
    return null;
  });
  expect(await missingTerms(store.read)).toEqual(["institution_type probation", "agenda_item_kind capture-needs"]);
  await writeTransaction(store, loadTerms);
  const rows = await store.read.selectFrom("institution_type").selectAll().orderBy("position").execute();
  expect(rows.at(-1)).toEqual({ code: "prison", ...edited });
  expect(rows).toHaveLength(shippedTerms.institution_type.length);
  const kind = store.read.selectFrom("agenda_item_kind").select(["captures", "is_break"]);
  expect(await kind.where("code", "=", "capture-needs").execute()).toEqual([{ captures: "need", is_break: 0 }]);
  const before = await commits(store);
  await writeTransaction(store, loadTerms);
  expect([await missingTerms(store.read), await commits(store)]).toEqual([[], before]);
});
