import { expect, it } from "vitest";
import { keptQuery } from "#db/kept-query.ts";
import { writeTransaction } from "#db/store.ts";
import { aTheme } from "#tests/support/factories/contributions.ts";
import { testStore } from "#tests/support/store.ts";

it("asks with the values of each time, builds once, and reads inside a transaction what was written there", async () => {
  const store = testStore();
  let built = 0;
  const themeWith = keptQuery((db, values: { code: string; labels: string }) => {
    built++;
    return db
      .selectFrom("theme")
      .select(["code", "labels"])
      .where("code", "=", values.code)
      .where("labels", "<>", values.labels)
      .where("code", "<>", "constant");
  });
  const codes = async (code: string, labels = "") =>
    (await themeWith(store.read, { code, labels })).map((row) => row.code);
  expect(await codes("T01")).toEqual([]);
  await writeTransaction(store, async (db) => {
    await aTheme(db, { code: "T01", labels: '{"en":"One"}' });
    await aTheme(db, { code: "T02", labels: '{"en":"Two"}' });
    expect(await themeWith(db, { code: "T02", labels: "" })).toEqual([{ code: "T02", labels: '{"en":"Two"}' }]);
  });
  expect([await codes("T01"), await codes("T02"), await codes("T03")]).toEqual([["T01"], ["T02"], []]);
  expect(await codes("T01", '{"en":"One"}')).toEqual([]);
  expect(built).toBe(1);
});
