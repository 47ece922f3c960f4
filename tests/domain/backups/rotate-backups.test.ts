import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findBackupState } from "#app/domain/backups/find-backup-state.server.ts";
import { recordBackup, recordFailedBackup } from "#app/domain/backups/record-backup.server.ts";
import { rotateBackups } from "#app/domain/backups/rotate-backups.server.ts";
import { changeNumber } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

const DAY = 86_400_000;
const now = new Date("2026-12-01T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * DAY);
const one = { bytes: 4, sha256: "0".repeat(64), withSecret: false };

it("removes what the schedule made, and nothing else", async () => {
  const store = testStore();
  const folder = join(store.folder, "kept");
  mkdirSync(folder);
  const make = async (name: string, days: number, by: "command" | "schedule", contents = "four") => {
    const file = join(folder, name);
    writeFileSync(file, contents);
    await recordBackup(store, { ...one, file, by }, ago(days));
  };
  await make("new.tar.gz", 0, "schedule");
  await make("old.tar.gz", 40, "schedule");
  await make("older.tar.gz", 41, "schedule");
  await make("by-hand.tar.gz", 42, "command");
  await make("replaced.tar.gz", 43, "schedule", "something else by now");
  writeFileSync(join(folder, "zbornik-2020-01-01T00-00-00Z.tar.gz"), "of another installation");
  await recordBackup(store, { ...one, file: join(store.folder, "elsewhere.tar.gz"), by: "schedule" }, ago(50));
  writeFileSync(join(store.folder, "elsewhere.tar.gz"), "four");
  const before = await changeNumber(store);
  const removed = await rotateBackups(store, folder, { days: 1, weeks: 0, months: 0 }, now);
  expect(removed).toEqual([join(folder, "older.tar.gz"), join(folder, "old.tar.gz")]);
  expect(readdirSync(folder).sort()).toEqual([
    ...["by-hand.tar.gz", "new.tar.gz", "replaced.tar.gz", "zbornik-2020-01-01T00-00-00Z.tar.gz"],
  ]);
  expect(existsSync(join(store.folder, "elsewhere.tar.gz"))).toBe(true);
  expect(await rotateBackups(store, folder, { days: 1, weeks: 0, months: 0 }, now)).toEqual([]);
  expect(await changeNumber(store)).toBe(before);
});

it("knows how it stands with the backups", async () => {
  const store = testStore();
  expect(await findBackupState(store.read, now)).toEqual({ last: null, failed: null, isLate: true });
  await recordFailedBackup(store, { file: "/b/1", by: "schedule", fault: "no folder" }, ago(9));
  await recordBackup(store, { ...one, file: "/b/2", by: "command" }, ago(8));
  const last = { at: ago(8).toISOString(), bytes: 4, file: "/b/2" };
  expect(await findBackupState(store.read, now)).toEqual({ last, failed: null, isLate: true });
  await recordFailedBackup(store, { file: "/b/3", by: "schedule", fault: "disk full" }, ago(2));
  const failed = { at: ago(2).toISOString(), fault: "disk full", folder: "/b" };
  expect(await findBackupState(store.read, ago(2))).toEqual({ last, failed, isLate: false });
  const events = await store.read.selectFrom("audit_event").select(["event", "details"]).execute();
  expect(events.map(({ event, details }) => [event, JSON.parse(details)])).toEqual([
    ["installation.backed-up", { by: "command", ...one }],
  ]);
});
