import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCounting } from "#app/http/counting.server.ts";
import { openRaw } from "#db/sqlite/connection.ts";

const rules = { door: { points: 2, duration: 60 } } as const;

let folder: string;
let warnings: unknown[];
const log = { warn: (...given: unknown[]) => void warnings.push(given) } as never;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zbornik-counting-"));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Spends three points of the two that there are. */
async function spendThree(counting: Awaited<ReturnType<typeof openCounting<"door">>>, key: string) {
  const spent = [];
  for (let n = 0; n < 3; n++) spent.push(await counting.spend("door", key));
  return spent.map(({ used, seconds }) => [used, seconds > 50 && seconds <= 60]);
}
const refusedTheThird = [
  [1, false],
  [2, false],
  [3, true],
];

const file = () => join(folder, "limits.sqlite");

/** Counters with something in them, as a power failure might leave them. */
async function withHistory(): Promise<void> {
  const counting = await openCounting(folder, rules, null);
  for (let n = 0; n < 200; n++) await counting.spend("door", `earlier ${n}`);
  counting.close();
  const raw = openRaw(file());
  raw.pragma("wal_checkpoint(TRUNCATE)");
  raw.close();
}

describe("counts", () => {
  it("survive a restart, and can be taken back", async () => {
    const first = await openCounting(folder, rules, log);
    expect(await spendThree(first, "a")).toEqual(refusedTheThird);
    first.close();
    const second = await openCounting(folder, rules, log);
    expect((await second.spend("door", "a")).used).toBe(4);
    for (let n = 0; n < 3; n++) await second.giveBack("door", "a");
    expect(await second.spend("door", "a")).toEqual({ used: 2, seconds: 0 });
    second.close();
    expect(warnings).toEqual([]);
  });

  it("are kept in memory where there is no folder", async () => {
    expect(await spendThree(await openCounting(null, rules, log), "a")).toEqual(refusedTheThird);
  });
});

describe("a file that cannot be used", () => {
  it.each([
    ["is no database", () => writeFileSync(file(), "not a database at all".repeat(100))],
    ["has a damaged header", () => zero(0, 100)],
    ["was cut", () => truncateSync(file(), 4096)],
    ["has a page of zeros", () => zero(4096, 4096)],
  ])("stops nobody: one that %s", async (_what, damage) => {
    await withHistory();
    damage();
    const counting = await openCounting(folder, rules, log);
    expect(await spendThree(counting, "a")).toEqual(refusedTheThird);
    await counting.giveBack("door", "a");
    counting.close();
  });

  it("stops nobody, nor makes anybody wait: one that another process holds", async () => {
    const counting = await openCounting(folder, rules, log);
    const other = openRaw(file());
    other.exec("begin immediate");
    const before = performance.now();
    expect(await spendThree(counting, "a")).toEqual(refusedTheThird);
    expect(performance.now() - before).toBeLessThan(1000);
    other.exec("rollback");
    other.close();
    counting.close();
    expect(warnings.length).toBe(1);
  });

  it("stops nobody: one in a folder that cannot be written", async () => {
    const counting = await openCounting(join(folder, "missing"), rules, log);
    expect(await spendThree(counting, "a")).toEqual(refusedTheThird);
    expect(warnings.length).toBe(1);
  });
});

function zero(from: number, length: number): void {
  const size = readFileSync(file()).length;
  const handle = openSync(file(), "r+");
  writeSync(handle, Buffer.alloc(Math.min(length, size - from)), 0, undefined, from);
  closeSync(handle);
}
