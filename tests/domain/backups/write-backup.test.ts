import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { BadBackup } from "#app/domain/backups/manifest.ts";
import { unpackBackup } from "#app/domain/backups/unpack-backup.server.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import { newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { writeTransaction } from "#db/store.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";
import { anAccount } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-11-30T10:00:00Z");

function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-backups-"));
  afterThisTest(async () => rmSync(folder, { recursive: true }));
  return folder;
}

async function installation() {
  const store = testStore();
  await world(store);
  writeFileSync(join(store.folder, "secret"), "5e".repeat(32));
  const file = join(outside(), "one.tar.gz");
  const wish = { dataDir: store.folder, file, withSecret: false, force: false };
  return { store, file, wish };
}

it("copies what is committed, while somebody writes, and says what it holds", async () => {
  const { store, file, wish } = await installation();
  const before = await store.read.selectFrom("account").select("id").orderBy("id").execute();
  const made = await writeTransaction(store, async (db) => {
    await anAccount(db, { name: "Too Late" });
    return writeBackup(store, wish, now);
  });
  const into = outside();
  expect(await unpackBackup(file, into)).toEqual({ manifest: made.manifest, sha256: made.sha256 });
  expect(readdirSync(into)).toEqual(["zbornik.sqlite"]);
  const copy = openRaw(join(into, "zbornik.sqlite"));
  expect(copy.prepare("select id from account order by id").all()).toEqual(before);
  copy.close();
  const { manifest } = made;
  expect([manifest.format, manifest.madeAt, manifest.schema]).toEqual([
    ...["zbornik-backup", now.toISOString(), newestMigration],
  ]);
  expect([manifest.tables.account, statSync(file).size]).toEqual([before.length, made.bytes]);
  // Nobody else may read it, and nothing is left beside it or in the data folder.
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, ".."))).toEqual(["one.tar.gz"]);
  expect(readdirSync(store.folder).filter((name) => name.startsWith("backup-"))).toEqual([]);
});

it("holds the secret only where that was asked for", async () => {
  const { file, store, wish } = await installation();
  await writeBackup(store, wish, now);
  const holdsSecret = () => gunzipSync(readFileSync(file)).includes("5e".repeat(32));
  expect(holdsSecret()).toBe(false);
  await writeBackup(store, { ...wish, withSecret: true, force: true }, now);
  expect(holdsSecret()).toBe(true);
  const into = outside();
  await unpackBackup(file, into);
  expect(readFileSync(join(into, "secret"), "utf8")).toBe("5e".repeat(32));
});

it("takes the place of no file, unless it is told to", async () => {
  const { store, file, wish } = await installation();
  writeFileSync(file, "somebody's");
  await expect(writeBackup(store, wish, now)).rejects.toThrow("is there already");
  expect(readFileSync(file, "utf8")).toBe("somebody's");
  await writeBackup(store, { ...wish, force: true }, now);
  await unpackBackup(file, outside());
});

it("writes nothing of a database that contradicts itself", async () => {
  const { store, file, wish } = await installation();
  const raw = openRaw(store.engine.address);
  raw.pragma("foreign_keys = OFF");
  raw.exec("delete from programme");
  raw.close();
  await expect(writeBackup(store, wish, now)).rejects.toThrow(/damaged.*rows without a parent/);
  expect(readdirSync(join(file, ".."))).toEqual([]);
});

it("notices one byte that was changed, wherever it is, and an end that is missing", async () => {
  const { store, file, wish } = await installation();
  await writeBackup(store, wish, now);
  const packed = readFileSync(file);
  // As a copy would have it that somebody unpacked: there the sum of gzip guards nothing.
  const plain = gunzipSync(packed);
  const copy = join(outside(), "copy");
  // Behind the last file come zeros, which say only that it ends.
  for (const [whole, end, steps] of [
    [packed, packed.length, 40],
    [plain, plain.length - 1024, 40],
  ] as const) {
    for (let at = 10; at < end; at += Math.floor(end / steps)) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      if (whole === plain ? isSlack(plain, at) : saysTheSame(plain, flipped)) continue;
      writeFileSync(copy, flipped);
      expect(await faultOf(copy), `byte ${at} of ${end}`).toBeInstanceOf(BadBackup);
    }
    writeFileSync(copy, whole);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      truncateSync(copy, Math.floor(end * part));
      expect(await faultOf(copy), `cut at ${part}`).toBeInstanceOf(BadBackup);
      writeFileSync(copy, whole);
    }
  }
  writeFileSync(copy, "no backup at all");
  await expect(unpackBackup(copy, outside())).rejects.toThrow(BadBackup);
});

/** What is said of a backup; null where nothing is. */
function faultOf(file: string): Promise<unknown> {
  return unpackBackup(file, outside()).then(
    () => null,
    (error) => error,
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Zeros that fill a block up: what stands there nobody reads. */
function isSlack(plain: Buffer, at: number): boolean {
  return plain.subarray(at, (Math.floor(at / 512) + 1) * 512).every((byte) => byte === 0);
}

it("refuses one of a newer schema, or that is not what its manifest says", async () => {
  const { store, file, wish } = await installation();
  await writeBackup(store, wish, now);
  const altered = (change: (text: string) => string) => {
    const plain = gunzipSync(readFileSync(file));
    const size = Number.parseInt(plain.toString("latin1", 124, 135), 8);
    const before = plain.subarray(512, 512 + size);
    const text = change(before.toString());
    expect(Buffer.byteLength(text), "the header says how long it is").toBe(size);
    plain.write(sha256(text), plain.indexOf(sha256(before.toString())));
    plain.write(text, 512);
    const copy = join(outside(), "altered.tar");
    writeFileSync(copy, plain);
    return unpackBackup(copy, outside());
  };
  // A blank less at the beginning of the line, and a digit more.
  const schema = (text: string) => text.replace(/ "schema": (\d+)/, '"schema": 9$1');
  await expect(altered(schema)).rejects.toThrow("Install a newer one");
  const rows = (text: string) => text.replace(/("account": )\d+/, (found) => found.replace(/\d/, "9"));
  await expect(altered(rows)).rejects.toThrow(/account has \d+ rows, expected 9\d/);
  const name = (text: string) => text.replace('"name": "zbornik.sqlite"', '"name": "../rnik.sqlite"');
  await expect(altered(name)).rejects.toThrow("does not belong there");
  const version = (text: string) => text.replace('"version": 1', '"version": 2');
  await expect(altered(version)).rejects.toThrow("Its format has version 2");
});

/** A run of zeros can be packed in more than one way. */
function saysTheSame(plain: Buffer, packed: Buffer): boolean {
  try {
    return gunzipSync(packed).equals(plain);
  } catch {
    return false;
  }
}
