import { expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { chooseLibrary, findLibrary, removeLibrary } from "#app/domain/references/library.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { writeTransaction } from "#db/store.ts";
import { aContribution, aContributionTheme, aTheme } from "#tests/support/factories/contributions.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

async function withLibrary() {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  await chooseLibrary(store, administrator);
  return { store, w, administrator };
}

it("is put in and taken out by administrators; what is not of it stays", async () => {
  const { store, w, administrator } = await withLibrary();
  const own = await writeTransaction(store, (db) => aTheme(db, { code: "X01", labels: '{"en":"Ours"}' }));
  const shipped = writing(store).selectFrom("theme").select("id").where("code", "=", "T01");
  await writing(store).updateTable("theme").set({ broader_id: shipped }).where("id", "=", own).execute();
  expect(await findLibrary(store.read, administrator)).toEqual({ loaded: true, used: false });
  const organiser = await w.actor(w.people.organiser);
  await expect(removeLibrary(store, organiser)).rejects.toThrow(NotFound);
  await expect(chooseLibrary(store, organiser)).rejects.toThrow(NotFound);
  await removeLibrary(store, administrator);
  expect(await findLibrary(store.read, administrator)).toEqual({ loaded: false, used: false });
  expect(await store.read.selectFrom("theme").select(["code", "broader_id"]).execute()).toEqual([
    { code: "X01", broader_id: null },
  ]);
  for (const table of ["reference", "agenda_template", "agenda_template_item"] as const) {
    expect([table, await store.read.selectFrom(table).select("id").execute()]).toEqual([table, []]);
  }
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  await chooseLibrary(store, administrator);
  expect((await store.read.selectFrom("theme").select("id").execute()).length).toBe(21);
});

it("stays once a record is under one of its themes", async () => {
  const { store, w, administrator } = await withLibrary();
  await writeTransaction(store, async (db) => {
    const of = { group_id: w.groupId, author_id: w.people.participantBa, delegation_id: w.beneficiaries.ba };
    const contribution_id = await aContribution(db, { ...of, beneficiary: "ba" });
    const { id } = await db.selectFrom("theme").select("id").where("code", "=", "T02").executeTakeFirstOrThrow();
    await aContributionTheme(db, { contribution_id, theme_id: id });
  });
  expect(await findLibrary(store.read, administrator)).toEqual({ loaded: true, used: true });
  await expect(removeLibrary(store, administrator)).rejects.toThrow(Refused);
  expect((await store.read.selectFrom("reference").select("id").execute()).length).toBe(53);
});
