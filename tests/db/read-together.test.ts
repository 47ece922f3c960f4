import { expect, it } from "vitest";
import { byColumn, readTogether } from "#db/read-together.ts";
import { type Db, writeTransaction } from "#db/store.ts";
import { aTheme } from "#tests/support/factories/contributions.ts";
import { testStore } from "#tests/support/store.ts";

const readThemes = async (db: Db, codes: readonly string[]) =>
  byColumn(await db.selectFrom("theme").select(["code", "labels"]).where("code", "in", codes).execute(), "code");

it("asks once for what is asked for at the same step, whichever way led there, and keeps nothing", async () => {
  const store = testStore();
  await writeTransaction(store, async (db) => {
    for (const code of ["T01", "T02"]) await aTheme(db, { code, labels: `{"en":"${code}"}` });
  });
  const themeWith = readTogether(readThemes);
  const label = async (code: string) => (await themeWith(store.read, code))?.labels;
  /** Asks for another thing first, as code of another kind of line does. */
  const later = async (code: string) => {
    await Promise.resolve();
    return label(code);
  };
  const before = store.asked();
  const both = Promise.all([label("T01"), later("T02"), label("T01"), later("T03")]);
  expect(await both).toEqual(['{"en":"T01"}', '{"en":"T02"}', '{"en":"T01"}', undefined]);
  expect(store.asked() - before).toBe(1);

  await writeTransaction(store, async (db) => {
    await db.updateTable("theme").set({ labels: "{}" }).where("code", "=", "T01").execute();
    const [inside, outside] = await Promise.all([themeWith(db, "T01"), label("T02")]);
    expect([inside?.labels, outside]).toEqual(["{}", '{"en":"T02"}']);
  });
  expect(await label("T01")).toBe("{}");
});

it("gives everybody who asked the fault of the database, and reads again afterwards", async () => {
  const store = testStore();
  let isBroken = true;
  const themeWith = readTogether((db, codes) => {
    if (isBroken) throw new Error("disk I/O error");
    return readThemes(db, codes);
  });
  const answers = await Promise.allSettled([themeWith(store.read, "T01"), themeWith(store.read, "T02")]);
  expect(answers.map((answer) => answer.status === "rejected" && String(answer.reason))).toEqual([
    "Error: disk I/O error",
    "Error: disk I/O error",
  ]);
  isBroken = false;
  expect(await themeWith(store.read, "T01")).toBeUndefined();
});
