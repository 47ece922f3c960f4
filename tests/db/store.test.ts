import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { migrate, newestMigration, SchemaTooNew } from "#db/migrate.ts";
import { migrations } from "#db/migrations/list.ts";
import {
  AttemptReused,
  attemptOn,
  changeNumber,
  openRaw,
  openStore,
  readPragmas,
  writeMany,
  writeTransaction,
} from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

const attempt = { key: "key-12345678", actorId: "a", route: "/x", bodyHash: "h" };
const addTheme = (code: string) => async (db: Parameters<Parameters<typeof writeTransaction>[1]>[0]) => {
  await db.insertInto("theme").values({ id: code, code, labels: "{}", position: 1 }).execute();
  return { code };
};

it("sets every pragma and finds it again on the second start, when better-sqlite3 would weaken it", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-pragma-"));
  const file = join(folder, "zbornik.sqlite");
  for (const start of [1, 2]) {
    const raw = openRaw(file);
    migrate(raw);
    expect([start, readPragmas(raw).filter(([, expected, actual]) => expected !== actual)]).toEqual([start, []]);
    raw.close();
  }
  rmSync(folder, { recursive: true });
});

it("migrates an empty file once, and refuses a newer one", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-migrate-"));
  const raw = openRaw(join(folder, "zbornik.sqlite"));
  const numbers = migrations.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  expect(migrate(raw)).toEqual(numbers);
  expect(migrate(raw)).toEqual([]);
  raw.pragma(`user_version = ${newestMigration + 1}`);
  expect(() => migrate(raw)).toThrow(SchemaTooNew);
  raw.close();
  rmSync(folder, { recursive: true });
});

it("has STRICT tables only, and a foreign key behind every reference", () => {
  const { raw } = testStore();
  const loose = raw
    .prepare(
      "select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%' and name not like 'search_index%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

it("rolls everything back when the change fails", async () => {
  const store = testStore();
  const before = changeNumber(store);
  await expect(
    writeTransaction(store, async (db) => {
      await addTheme("T01")(db);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect([changeNumber(store), await store.read.selectFrom("theme").selectAll().execute()]).toEqual([before, []]);
});

it("raises the change number with every change", async () => {
  const store = testStore();
  const before = changeNumber(store);
  await writeTransaction(store, addTheme("T01"));
  await writeTransaction(store, addTheme("T02"));
  expect(changeNumber(store)).toBe(before + 2);
});

it("refuses a transaction inside a transaction instead of waiting for ever", async () => {
  const store = testStore();
  await expect(writeTransaction(store, () => writeTransaction(store, addTheme("T01")))).rejects.toThrow("inside");
});

it("lets transactions of two requests follow each other", async () => {
  const store = testStore();
  const codes = Array.from({ length: 20 }, (_, at) => `T${at}`);
  await Promise.all(codes.map((code) => writeTransaction(store, addTheme(code))));
  expect(await store.read.selectFrom("theme").select("code").execute()).toHaveLength(20);
});

it("answers a repeated attempt with the first result and changes nothing", async () => {
  const store = testStore();
  const first = await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
  const change = changeNumber(store);
  const second = await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
  expect([first, second, changeNumber(store)]).toEqual([{ code: "T01" }, { code: "T01" }, change]);
});

it.each([{ bodyHash: "other" }, { actorId: "b" }, { route: "/y" }])(
  "refuses a used key for something else: %o",
  async (other) => {
    const store = testStore();
    await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
    await expect(writeTransaction(attemptOn(store, { ...attempt, ...other }), addTheme("T02"))).rejects.toThrow(
      AttemptReused,
    );
  },
);

it("consumes no key when the attempt is refused", async () => {
  const store = testStore();
  await expect(
    writeTransaction(attemptOn(store, attempt), async () => Promise.reject(new Error("no"))),
  ).rejects.toThrow();
  expect(await writeTransaction(attemptOn(store, attempt), addTheme("T01"))).toEqual({ code: "T01" });
});

it("reads with a connection that cannot write", async () => {
  const store = testStore();
  await expect(sql`delete from theme`.execute(store.read)).rejects.toThrow("readonly");
});

it("sees what another process wrote", async () => {
  const store = testStore();
  const other = openStore(`${store.folder}/zbornik.sqlite`);
  const before = changeNumber(store);
  await writeTransaction(other, addTheme("T01"));
  await other.close();
  expect(changeNumber(store)).toBe(before + 1);
});

it("waits for another process that writes without holding up what else goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-wait-"));
  const file = join(folder, "zbornik.sqlite");
  const other = openRaw(file);
  migrate(other);
  const store = openStore(file);
  other.exec("begin immediate");
  let isWritten = false;
  const writing = Promise.all([
    writeTransaction(store, addTheme("waits")).then(() => {
      isWritten = true;
    }),
    writeMany(store, (raw) => raw.exec("insert into theme (id, code, labels, position) values ('m', 'm', '{}', 2)")),
  ]);
  let turns = 0;
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (!isWritten) turns++;
  }
  expect(turns).toBe(20);
  other.exec("commit");
  await writing;
  const codes = await store.read.selectFrom("theme").select("code").orderBy("position").execute();
  expect(codes.map(({ code }) => code)).toEqual(["waits", "m"]);
  expect(readPragmas(store.rawWriter).filter(([, expected, actual]) => expected !== actual)).toEqual([]);
  await store.close();
  other.close();
  rmSync(folder, { recursive: true });
});
