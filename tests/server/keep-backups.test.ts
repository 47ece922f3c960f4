import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkBackups } from "#app/cli/check-backups.server.ts";
import { restoreBackup } from "#app/domain/backups/restore-backup.server.ts";
import { backUpIfDue } from "#app/server/keep-backups.server.ts";
import { createLog } from "#app/server/log.server.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const HOUR = 3_600_000;
const start = new Date("2026-12-01T02:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * HOUR);

async function scheduled() {
  const threadFile = join(import.meta.dirname, "../../build/node/backup-thread.mjs");
  if (!existsSync(threadFile)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const store = testStore();
  await world(store);
  const folder = join(store.folder, "backups-of-the-schedule");
  const backups = { folder, everyHours: 24, keep: { days: 1, weeks: 0, months: 0 } };
  const lines: string[] = [];
  const log = createLog("info", { write: (line: string) => void lines.push(line) });
  const config = { dataDir: store.folder, backups };
  const parts = { store, config, log, threadFile };
  const look = (at: Date) => backUpIfDue(parts, at, new AbortController().signal);
  const doctor = async (at: Date) => (await checkBackups(store, config, at)).fault;
  return { store, folder, lines, look, doctor };
}

it("makes a backup in a thread when one is due, removes the old ones, and can be restored from it", async () => {
  const { store, folder, lines, look, doctor } = await scheduled();
  mkdirSync(folder);
  for (const hours of [0, 1, 23, 24, 30, 49]) await look(after(hours));
  expect(readdirSync(folder)).toEqual(
    ["zbornik-2026-12-02T02-00-00Z.tar.gz", "zbornik-2026-12-03T03-00-00Z.tar.gz"].slice(1),
  );
  expect(lines.filter((line) => line.includes("backup made")).length).toBe(3);
  expect([await doctor(after(60)), await doctor(after(99))]).toEqual([null, expect.stringContaining("none since")]);
  const file = join(folder, "zbornik-2026-12-03T03-00-00Z.tar.gz");
  const dataDir = join(store.folder, "elsewhere");
  mkdirSync(dataDir);
  expect(await restoreBackup({ file, dataDir, checkOnly: false }, after(50))).toMatchObject({ aside: null });
});

it("waits for no backup that was made while the clock ran ahead", async () => {
  const { folder, look, doctor } = await scheduled();
  mkdirSync(folder);
  const ahead = 10 * 365 * 24;
  await look(after(ahead));
  const [early = ""] = readdirSync(folder);
  for (const hours of [0, 1]) await look(after(hours));
  expect(readdirSync(folder)).toEqual(["zbornik-2026-12-01T02-00-00Z.tar.gz", early]);
  await look(after(24));
  expect(readdirSync(folder)).toEqual(["zbornik-2026-12-02T02-00-00Z.tar.gz", early]);
  expect([await doctor(after(25)), await doctor(after(99))]).toEqual([null, expect.stringContaining("none since")]);
});

it("says loudly that none could be made, and tries again within the hour", async () => {
  const { folder, lines, look, doctor } = await scheduled();
  await look(after(0));
  expect(await doctor(after(0))).toMatch(/failed: There is no folder/);
  expect(lines.join("")).toContain("backup failed");
  mkdirSync(folder);
  await look(after(0.5));
  expect(readdirSync(folder)).toEqual([]);
  await look(after(1));
  expect(readdirSync(folder)).toEqual(["zbornik-2026-12-01T03-00-00Z.tar.gz"]);
  expect(await doctor(after(1))).toBe(null);
  // A name that is taken is not taken away.
  const next = join(folder, "zbornik-2026-12-02T03-00-00Z.tar.gz");
  writeFileSync(next, "somebody's");
  await look(after(25));
  expect(await doctor(after(25))).toContain("is there already");
});
