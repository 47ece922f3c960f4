import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { databaseOf, openStore } from "#db/engine.ts";
import { canTrace, type DiskStep, traceDisk } from "#tests/faults/disk-trace.ts";
import { afterPowerLoss } from "#tests/faults/lost-power.ts";
import { emptyFolder } from "#tests/faults/processes.ts";
import { numbersFrom } from "#tests/support/planner-instances.ts";
import { rounds } from "#tests/support/rounds.ts";
import { testStore } from "#tests/support/store.ts";

const root = join(import.meta.dirname, "../..");
const SAVED = 40;
const LOSSES = rounds(60, 600);

// Killing a process proves nothing of the disk: the system keeps what was written. Here only what the process had
// synced is sure to be left. Needs strace; without it this is skipped.
it.skipIf(!canTrace())(
  "loses nothing that was acknowledged when the power fails, and would with a weaker setting",
  async () => {
    const full = await lossesUnder();
    expect(full).toMatchObject({ lost: 0, damaged: 0 });
    // Otherwise this test could not fail.
    const normal = await lossesUnder("NORMAL");
    expect(normal.damaged).toBe(0);
    expect(normal.lost).toBeGreaterThan(LOSSES / 3);
  },
  LOSSES * 2_000,
);

/** In how many of these power failures something was lost that was said to be saved, or the database was damaged. */
async function lossesUnder(synchronous?: string): Promise<{ lost: number; damaged: number }> {
  const store = testStore();
  await store.close();
  const file = databaseOf(store.folder);
  const before = new Map([[file, readFileSync(file)]]);
  const process = join(emptyFolder(), "writing-process.mjs");
  await bundle(process);
  const args = [process, file, String(SAVED), ...(synchronous ? [synchronous] : [])];
  const steps = traceDisk(args, store.folder, join(emptyFolder(), "trace"));
  const first = steps.findIndex((step) => step.does === "say");
  const random = numbersFrom(20261130);
  let [lost, damaged] = [0, 0];
  for (let n = 0; n < LOSSES; n++) {
    const until = first + Math.floor(random() * (steps.length - first + 1));
    const happened = steps.slice(0, until);
    const found = await savedIn(afterPowerLoss(before, happened, random));
    if (found === null) damaged++;
    else if (saidIn(happened).some((name) => !found.has(name))) lost++;
  }
  return { lost, damaged };
}

/** What is there when somebody starts again; null where the database is damaged. */
async function savedIn(files: ReadonlyMap<string, Buffer | null>): Promise<Set<string> | null> {
  const folder = mkdtempSync(join(emptyFolder(), "after-"));
  // The index of the log lives in memory and is made again.
  for (const [name, contents] of files)
    if (contents && !name.endsWith("-shm")) writeFileSync(join(folder, basename(name)), contents);
  const store = openStore(databaseOf(folder));
  try {
    const faults = store.engine.check().filter(({ fault }) => fault !== null);
    const rows = await store.read.selectFrom("audit_event").select("subject_id").execute();
    const { brokenAt } = await verifyChain(store.read);
    if (faults.length > 0 || brokenAt !== null) return null;
    return new Set(rows.map(({ subject_id }) => subject_id.split(" ", 2).join(" ")));
  } catch {
    return null;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function saidIn(steps: readonly DiskStep[]): string[] {
  return steps.flatMap((step) => (step.does === "say" ? step.text.trim().split("\n") : []));
}

async function bundle(outfile: string): Promise<void> {
  await build({
    ...{ absWorkingDir: root, bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "warning" },
    entryPoints: ["tests/faults/writing-process.ts"],
    outfile,
    // Found from the folder of the tree, where the bundle does not lie.
    alias: { "better-sqlite3": join(root, "node_modules/better-sqlite3/lib/index.js") },
    external: [join(root, "node_modules/better-sqlite3/lib/index.js")],
  });
}
