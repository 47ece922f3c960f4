import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCounters } from "#db/engine.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

const rule = { keyPrefix: "tries", points: 3, duration: 60 };

it("counts on after a restart, in a file for its owner alone", async () => {
  const folder = aFolder();
  await take(folder);
  expect(await take(folder)).toBe(1);
  expect(statSync(join(folder, "limits.sqlite")).mode & 0o077).toBe(0);
});

it.each<[what: string, damage: (file: string) => void]>([
  ["whose beginning is damaged", (file) => overwrite(file, 0, 100)],
  ["that is cut", (file) => truncateSync(file, 3000)],
  ["of which a page is zeroed", (file) => overwrite(file, 4096, 4096)],
  [
    "that is something else",
    (file) => writeFileSync(file, "no database, but long enough to be read as one".repeat(200)),
  ],
])("begins anew with a file %s", async (_what, damage) => {
  const folder = aFolder();
  await take(folder);
  damage(join(folder, "limits.sqlite"));
  expect([await take(folder), await take(folder)]).toEqual([2, 1]);
});

/** Takes a point in a process of its own, as it were. @returns how many are left */
async function take(folder: string): Promise<number> {
  const counters = openCounters(folder);
  try {
    return (await (await counters.limiter(rule)).consume("somebody")).remainingPoints;
  } finally {
    counters.close();
  }
}

function overwrite(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, from, from + length));
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-counters-"));
  afterThisTest(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
