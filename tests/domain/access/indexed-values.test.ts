import { sql } from "kysely";
import { expect, it } from "vitest";
import { files, read } from "#tests/support/source-tree.ts";
import { testStore } from "#tests/support/store.ts";

it("stand in statements, as in the indexes of the rows that have them", async () => {
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_master where type = 'index' and sql like '%where%=%'
  `.execute(testStore().read);
  const shared = rows.flatMap(({ sql: text }) => [...text.matchAll(/(\w+) = '([\w-]+)'/g)].map(([, ...one]) => one));
  expect(shared.sort()).toEqual([
    ["decision", "granted"],
    ["provenance", "original"],
  ]);
  // A value that is given later makes SQLite prepare the whole statement again each time it is asked.
  const later = shared.map(([column, value]) => new RegExp(`"(\\w+\\.)?${column}",\\s*"=",\\s*"${value}"`));
  const asking = files.filter((file) => /^app\/.*\.server\.ts$/.test(file));
  expect(asking.filter((file) => later.some((pattern) => pattern.test(read(file))))).toEqual([]);
});
