import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DataFolderHeld, dataFolderHolder, enterDataFolder, holdDataFolder, keepOthersOut } from "#db/data-folder.ts";
import { buildDatabase, databaseOf, migrate, openStore } from "#db/engine.ts";
import { Unusable } from "#db/unusable.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

it("is held by one, who is named to the others, until it is given back", () => {
  const folder = aFolder();
  expect(dataFolderHolder(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  const about = { origin: "http://127.0.0.1:3000", build: "schema 1" };
  const hold = holdDataFolder(folder, "the server", about);
  const holder = { purpose: "the server", pid: process.pid, since: expect.any(String), ...about };
  expect(dataFolderHolder(folder)).toEqual(holder);
  expect(() => holdDataFolder(folder, "restore")).toThrow(DataFolderHeld);
  expect(() => holdDataFolder(folder, "restore")).toThrow(`in use: the server, process ${process.pid}, since 2`);
  hold.release();
  hold.release();
  expect(dataFolderHolder(folder)).toBeNull();
  holdDataFolder(folder, "restore").release();
  expect(statSync(join(folder, "lock.sqlite")).mode & 0o077).toBe(0);
});

it("tells that somebody holds it where nothing is known of them", () => {
  const folder = aFolder();
  const hold = holdDataFolder(folder, "the server");
  rmSync(join(folder, "lock.json"));
  expect(dataFolderHolder(folder)).toMatchObject({ purpose: "another process", pid: null });
  expect(() => holdDataFolder(folder, "seed")).toThrow("is in use: another process. Stop it first.");
  hold.release();
});

it("is free again when whoever held it was killed, whatever they left", async () => {
  const folder = aFolder();
  const script = `
    import BetterSqlite from "better-sqlite3";
    globalThis.lock = new BetterSqlite(${JSON.stringify(join(folder, "lock.sqlite"))});
    globalThis.lock.exec("begin exclusive");
    process.stdout.write("held");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  afterThisTest(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  writeFileSync(join(folder, "lock.json"), JSON.stringify({ purpose: "the server", pid: child.pid }));
  expect(dataFolderHolder(folder)).toMatchObject({ pid: child.pid });
  expect(() => holdDataFolder(folder, "seed")).toThrow(`process ${child.pid}`);
  child.kill("SIGKILL");
  await ended;
  expect(dataFolderHolder(folder)).toBeNull();
  holdDataFolder(folder, "seed").release();
});

it("lets commands in together, and nobody while it is migrated or replaced", () => {
  const folder = aFolder();
  const hold = holdDataFolder(folder, "restore");
  const [one, other] = [enterDataFolder(folder), enterDataFolder(folder)];
  one.release();
  expect(() => keepOthersOut(folder)).toThrow("A command is still working in the data folder");
  other.release();
  const alone = keepOthersOut(folder);
  expect(() => enterDataFolder(folder)).toThrow(`${folder} is being changed: restore, process ${process.pid}, since`);
  alone.release();
  enterDataFolder(folder).release();
  hold.release();
});

it("says in a sentence that a folder cannot be made", () => {
  const folder = aFolder();
  writeFileSync(join(folder, "file"), "");
  expect(() => holdDataFolder(join(folder, "file/data"), "the server")).toThrow(Unusable);
  expect(() => holdDataFolder(join(folder, "file/data"), "the server")).toThrow("cannot be used: ");
});

it("builds a database that never replaces one, and never meets the log of one that is gone", async () => {
  const folder = aFolder();
  const file = databaseOf(folder);
  // As left by a server that was killed, whose database somebody then removed.
  for (const end of ["-wal", "-shm", ".loading", ".loading-1"]) writeFileSync(file + end, "left");
  await buildDatabase(file, async () => undefined);
  const store = openStore(file);
  expect((await store.engine.check()).filter(({ fault }) => fault)).toEqual([]);
  await store.close();
  const names = readdirSync(folder).map((name) => name.replace(/\d{10,}/, "TIME"));
  expect(names.sort()).toEqual(["zbornik.sqlite", "zbornik.sqlite.left-TIME-shm", "zbornik.sqlite.left-TIME-wal"]);
  const { ino, mode } = statSync(file);
  expect(mode & 0o077).toBe(0);
  await expect(buildDatabase(file, async () => undefined)).rejects.toThrow("EEXIST");
  expect(statSync(file).ino).toBe(ino);
});

it("opens no database that is not there", () => {
  const folder = aFolder();
  expect(() => openStore(databaseOf(folder))).toThrow();
  expect(existsSync(databaseOf(folder))).toBe(false);
  migrate(databaseOf(folder));
  expect(statSync(databaseOf(folder)).mode & 0o077).toBe(0);
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-folder-"));
  afterThisTest(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
