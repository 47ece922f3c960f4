import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { BadBackup, manifestText, newManifest, sumsText } from "#app/domain/backups/manifest.ts";
import { restoreBackup } from "#app/domain/backups/restore-backup.server.ts";
import { packTar } from "#app/domain/backups/tar.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import { inspectDatabase } from "#db/engine.ts";
import { migrations } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-12-01T08:30:00Z");

function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-unfit-"));
  afterThisTest(async () => rmSync(folder, { recursive: true }));
  return folder;
}

/** A database by itself, after `sql`. */
async function aDatabase(sql = ""): Promise<string> {
  const store = testStore();
  await world(store);
  const file = join(outside(), "zbornik.sqlite");
  await store.engine.backUp(file);
  change(file, sql);
  return file;
}

function change(file: string, sql: string): void {
  const raw = openRaw(file);
  raw.exec(sql);
  raw.close();
}

/** An archive whose sums are right, whatever is in it. */
async function anArchive(database: string, files: [name: string, content: Buffer | string][]): Promise<string> {
  const { schema, tables, auditHead } = inspectDatabase(database);
  const contents = files.map(([name, content]) => ({ name, content: Buffer.from(content) }));
  const sums = contents.map(({ name, content }) => ({
    ...{ name, size: content.length },
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  const about = { product: "1.0.0", madeAt: now.toISOString(), schema, tables, auditHead };
  const text = manifestText(newManifest({ ...about, files: sums }));
  const all = [
    { name: "manifest.json", content: text },
    ...contents,
    { name: "SHA256SUMS", content: sumsText(text, sums) },
  ].map(({ name, content }) => ({ name, size: content.length, content: Readable.from([content]) }));
  const file = join(outside(), "made-by-hand.tar");
  writeFileSync(
    file,
    await Readable.from(packTar(all, now))
      .toArray()
      .then((pieces) => Buffer.concat(pieces)),
  );
  return file;
}

/** What is said of it, by a look and by a restore; nothing may have changed. */
async function refusal(file: string): Promise<string> {
  const dataDir = outside();
  writeFileSync(join(dataDir, "secret"), "ab".repeat(32));
  const said: string[] = [];
  for (const checkOnly of [true, false]) {
    const fault = await restoreBackup({ file, dataDir, checkOnly }, now).then(
      () => "nothing",
      (error) => (error instanceof BadBackup ? error.message : `raw: ${error}`),
    );
    said.push(fault);
    expect(readdirSync(dataDir), fault).toEqual(["secret"]);
    expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("ab".repeat(32));
  }
  expect(said[1]).toBe(said[0]);
  return said[0] ?? "";
}

it("refuses a secret that no server starts with, and takes one that is whole", async () => {
  const database = await aDatabase();
  const holding = (secret: string) =>
    anArchive(database, [
      ["zbornik.sqlite", readFileSync(database)],
      ["secret", secret],
    ]);
  for (const secret of ["", "5e5e5e5e5e", "5e".repeat(31), "xy".repeat(32), "5e".repeat(1e6)]) {
    expect(await refusal(await holding(secret))).toMatch(/^The secret in it is damaged/);
  }
  const file = await holding(`${"5e".repeat(32)}\n`);
  expect(await restoreBackup({ file, dataDir: outside(), checkOnly: false }, now)).toMatchObject({ hasSecret: true });
});

const strangers = [
  ["drop trigger audit_event_is_append_only_update", "trigger audit_event_is_append_only_update is missing"],
  [
    "create trigger keeps_door_open after insert on account begin update account set name = 'x'; end",
    "trigger keeps_door_open is not one of Zbornik",
  ],
  ["create view looks_harmless as select 1", "view looks_harmless is not one of Zbornik"],
  ["alter table account add column extra text", "table account is another one"],
] as const;

it("refuses a database whose tables and triggers are not those of its schema, and names them", async () => {
  for (const [sql, said] of strangers) {
    const database = await aDatabase(sql);
    expect(await refusal(await anArchive(database, [["zbornik.sqlite", readFileSync(database)]]))).toContain(said);
  }
});

it("makes no backup that could not be restored", async () => {
  for (const [sql, said] of strangers) {
    const store = testStore();
    change(store.engine.address, sql);
    const file = join(outside(), "backup.tar.gz");
    const wish = { dataDir: store.folder, file, withSecret: false, force: false };
    await expect(writeBackup(store, wish, now)).rejects.toThrow(said);
  }
  const store = testStore();
  writeFileSync(join(store.folder, "secret"), "5e5e");
  const wish = { dataDir: store.folder, file: join(outside(), "backup.tar.gz"), withSecret: true, force: false };
  await expect(writeBackup(store, wish, now)).rejects.toThrow("64 hexadecimal digits");
});

it("compares an older database with one of its own schema", async () => {
  for (const { number } of migrations) {
    const file = join(outside(), "zbornik.sqlite");
    const raw = openRaw(file);
    const list = migrations.filter((migration) => migration.number <= number);
    migrate(raw, list);
    raw.close();
    expect(inspectDatabase(file)).toMatchObject({ schema: number, faults: [], strange: [] });
    change(file, "create table added_by_hand (a)");
    expect(inspectDatabase(file).strange).toEqual(["table added_by_hand is not one of Zbornik"]);
  }
});

it("refuses an archive without a database, and one that names a file twice, in a sentence", async () => {
  const database = await aDatabase();
  const one = ["zbornik.sqlite", readFileSync(database)] as [string, Buffer];
  const secret = ["secret", "5e".repeat(32)] as [string, string];
  expect(await refusal(await anArchive(database, []))).toMatch(/^It holds no database/);
  expect(await refusal(await anArchive(database, [secret]))).toMatch(/^It holds no database/);
  expect(await refusal(await anArchive(database, [one, one]))).toBe("Its manifest names zbornik.sqlite twice.");
  expect(await refusal(await anArchive(database, [one, secret, secret]))).toBe("Its manifest names secret twice.");
});
