import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { type Migration, SchemaTooNew } from "#db/migrations/migration.ts";
import { hashOfMigration } from "#db/sqlite/applied-migrations.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

/** SHA-256 of the texts of each migration that has landed; an entry is never changed. */
const landed: Record<number, string> = {
  1: "57aa3544c178304cbd31c47ed8bc422b70af354920119ea4d612088919a84ea4",
  2: "e4925fc76bb5df5ac4895777dd213f48e4c42f302c01f9debd968c9b44bca95f",
  3: "167893c4a24cdb21baa9fc40ce3320ff5b2a70a8eb005514c3786b99515aaf2e",
  4: "31e203d513a041d37717d99ea5cc7b32cf037eb724c83ec945b76e4d873b4dc0",
  5: "3f30c9aa87a97c5209964857526109e3b6c672df6816be10db6416bc6ec616aa",
  6: "df716f3696a704c0473d4dd85019e657de0c471416a6bf8038adb74de179a030",
  7: "6934deacd08efdee794d34eaa146e08e74f75fd5edb3dce67be24c9665e10a06",
  8: "1100590926d54b9068ab9a48558dfecb3ec6d3887ebca6cb61e9926c59875adc",
  9: "9921bad3faf00ae4a68e3ec0c9eaf2999d29a0768a1ba560285861f8ac1ecb5a",
  10: "5d6c465e3b2d064c3cd49973019434c708b741485bfa96d434787494ab31bf27",
  11: "1d1c691049a9b8246fa712ea4b7a6c433ea26e3faeaf40ac9b37cf3f977a3f87",
  12: "8fb0a1e0a2d43662e23952cd3c50500a5fbf4c2c505db14f6533a79cfefa53d7",
  13: "2e4cd34e847bd986dcd939e353e209b1691849dded0c88277fdbab37c4da64f5",
  14: "f4ef392c2cc4ec77f966c669a2d9be2a1fc791ba3c99c6349d0c70dfd2cd45a2",
  15: "4c2a914baf4050d05ce5bc4ad1ab49e9ecf27756c52e740272269260073535cb",
  16: "2df56fe9fee8014041aa09d269a21d3b0a314e9a3c6dfef748447e79dec955c1",
  17: "5558e84c5734c27c33ae95e1a856de372839e61e996d03a688031584a1325eeb",
  18: "ed63224639d22af69e0f6df7acd7f4b96a8c787e988b8d1a16b0d8dc4b9b1ff7",
  19: "2fe3dd762209e03502d15725e65cc1e7cd87949d703a2ae3510d5453cec13329",
  20: "0a9e8bfb5e5377cffa877ed0d0ed0483145b0383bb1cb9deae039006bf5ffdbe",
  21: "eb2d45597848c5a0eaa9df969d07332ad9c7b95b8a335f62af30078c5c92c8fb",
  22: "65fb44f0d02073439a60031ae814f73f987387d95a6f1f223bc74f443df88efb",
  23: "81959d732b4fea1f712857bee699f1f056ea1ebc95d7cb4d8e285b54f6590d80",
  24: "4e0f679a31d4a5443ea1ab54480c6123ecfdb3e605d88847a374c01855ded2d9",
};

/** Not released yet: may still be edited, and then made anew in every database. */
const open: readonly number[] = [];

it("leaves landed migrations as they are", () => {
  for (const migration of migrations) {
    if (open.includes(migration.number)) continue;
    const hash = hashOf(migration);
    const wanted = landed[migration.number];
    const advice = wanted
      ? `Migration ${migration.number} has landed: databases were made with it. Take your edit back and add a migration.`
      : `Migration ${migration.number} is new: add it to \`landed\` here, as ${migration.number}: "${hash}".`;
    expect(hash, advice).toBe(wanted);
  }
  expect(Object.keys(landed).map(Number)).toEqual(
    migrations.map(({ number }) => number).filter((number) => !open.includes(number)),
  );
});

it("copies a database with content before it migrates it, whole, and for its owner alone", () => {
  const { folder, raw } = aDatabase();
  migrate(raw);
  expect(readdirSync(folder)).not.toContain("backups");
  expect(migrate(raw, [...migrations, next()])).toEqual([newestMigration + 1]);
  const [copy = "", ...more] = copies(folder);
  expect(more).toEqual([]);
  expect(statSync(join(folder, "backups")).mode & 0o077).toBe(0);
  const before = openRaw(join(folder, "backups", copy));
  expect(before.prepare("select value from change_number").all()).toEqual([{ value: 0 }]);
  before.close();
});

it("keeps one copy however often the same change fails, and three in all", () => {
  const { folder, raw } = aDatabase();
  migrate(raw);
  for (let start = 0; start < 6; start++) expect(() => migrate(raw, [...migrations, next(0, "no")])).toThrow();
  expect(copies(folder)).toHaveLength(1);
  // What a copy that was killed leaves.
  writeFileSync(join(folder, "backups/before-schema-9-from-8-1.sqlite.part"), "half");
  writeFileSync(join(folder, "backups/mine.sqlite"), "");
  const list = [...migrations];
  for (let step = 0; step < 5; step++) {
    list.push(next(step));
    migrate(raw, list);
  }
  const from = copies(folder).map((name) => Number(/from-(\d+)/.exec(name)?.[1]));
  expect(from.sort((one, other) => other - one)).toEqual([4, 3, 2].map((step) => newestMigration + step));
  expect(readdirSync(join(folder, "backups")).filter((name) => !/^before/.test(name))).toEqual(["mine.sqlite"]);
});

it("refuses a database that was made with another text of a migration, or without one", () => {
  const { raw } = aDatabase();
  const first = { ...next(0, "create table one (a)"), name: "first" };
  migrate(raw, [...migrations, first]);
  const edited = { ...first, parts: [{ sqlite: "create table one (a, b)" }] };
  const number = newestMigration + 1;
  expect(() => migrate(raw, [...migrations, edited, next(1)])).toThrow(`migration ${number} (first) was another one`);
  expect(() => migrate(raw, migrations)).toThrow(SchemaTooNew);
  raw.prepare("delete from applied_migration where number = 2").run();
  expect(() => migrate(raw, [...migrations, first])).toThrow("migration 2 (applied-migrations) was never applied");
});

it("takes a database from before hashes were kept as it is, and knows it from then on", () => {
  const { raw } = aDatabase();
  migrate(raw, migrations.slice(0, 1));
  migrate(raw);
  const rows = raw.prepare("select number, hash, applied_at is null as before from applied_migration").all();
  expect(rows.slice(0, 2)).toEqual([
    { number: 1, hash: hashOfMigration(migrations[0] as Migration), before: 1 },
    { number: 2, hash: hashOfMigration(migrations[1] as Migration), before: 0 },
  ]);
});

it("leaves the schema as it was when a migration fails half-way", () => {
  const { raw } = aDatabase();
  const broken: Migration = { number: 1, name: "broken", parts: [{ sqlite: "create table a (b)" }, { sqlite: "no" }] };
  expect(() => migrate(raw, [broken])).toThrow();
  expect([raw.pragma("user_version", { simple: true }), raw.prepare("select * from sqlite_master").all()]).toEqual([
    0,
    [],
  ]);
});

function next(step = 0, sqlite = "delete from change_number"): Migration {
  return { number: newestMigration + 1 + step, name: "next", parts: [{ sqlite }] };
}

function copies(folder: string): string[] {
  return readdirSync(join(folder, "backups")).filter((name) => name.startsWith("before-schema-"));
}

function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-migrations-"));
  const raw = openRaw(join(folder, "zbornik.sqlite"));
  afterThisTest(async () => {
    raw.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, raw };
}

function hashOf({ parts }: Migration): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
