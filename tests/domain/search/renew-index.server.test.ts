import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { indexText } from "#app/domain/search/fts-text.ts";
import { checkIndex } from "#app/domain/search/index-record.server.ts";
import { analyserVersion, renewIndex } from "#app/domain/search/renew-index.server.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { ALBANIAN_FORMS } from "#tests/domain/search/stems/albanian-pairs.ts";
import { MACEDONIAN_FORMS } from "#tests/domain/search/stems/macedonian-pairs.ts";
import { TOGETHER } from "#tests/domain/search/stems/serbo-croatian-pairs.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("makes the index again once after an upgrade", async () => {
  const store = testStore();
  const w = await world(store);
  const [id = ""] = await addContributions(store, w, [{ title: "Presuda", language: "bs" }]);
  const row = await store.reader.selectFrom("search_document").selectAll().executeTakeFirstOrThrow();
  const { id: _, ...document } = { ...row, title_keys: "presuda q00 srq1mpresud" };
  await store.writer.deleteFrom("search_document").where("record_id", "=", id).execute();
  await store.writer.insertInto("search_document").values(document).execute();

  await sql`insert into search_index (rowid, title_exact, title_keys, body_exact, body_keys, identifiers)
    select id, title_exact, title_keys, body_exact, body_keys, identifiers from search_document`.execute(store.writer);

  expect(await checkIndex(store.reader)).toEqual([`contribution ${id} (bs) is not indexed as it reads`]);
  expect([await renewIndex(store), await renewIndex(store)]).toEqual([true, false]);
  expect(await checkIndex(store.reader)).toEqual([]);
});

it("is given a new number with every change of what is stored", () => {
  const words = [...Object.values(TOGETHER).flat(), ...MACEDONIAN_FORMS, ...ALBANIAN_FORMS].flat().join(" ");
  const texts = `${words} Vidi Handbook for Prisons, CM/Rec(2010)1 i Rec(2006)2-rev. Gjorgji, Ђорђе, ǆamija`;
  const stored = [undefined, "bs", "mk", "sq", "en"].map((locale) => indexText(texts, locale));
  const hash = createHash("sha256").update(JSON.stringify(stored)).digest("hex").slice(0, 16);
  // Where this fails, raise `analyserVersion` as well.
  expect({ analyserVersion, hash }).toEqual({ analyserVersion: 2, hash: "d2aeab807e3040f4" });
});
