import { spawn } from "node:child_process";
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { longMigration } from "#tests/faults/migrating.ts";
import { emptyFolder } from "#tests/faults/processes.ts";
import { rounds } from "#tests/support/rounds.ts";

const root = join(import.meta.dirname, "../..");
const after = [...migrations, longMigration];

it("a migration that is killed at any moment leaves the old schema or the new one, and the next start goes on", async () => {
  const script = await bundled();
  const folder = emptyFolder();
  const before = join(folder, "before.sqlite");
  const made = openRaw(before);
  migrate(made);
  made.close();
  const whole = copyOf(before);
  const begun = performance.now();
  expect(await migrateIn(script, whole, null)).toBe("done");
  const takes = performance.now() - begun;
  const ends: string[] = [];
  const times = rounds(6, 43);
  for (let round = 0; round < times; round++) {
    const file = copyOf(before);
    ends.push(await migrateIn(script, file, (takes * round) / times));
    const raw = openRaw(file);
    const version = raw.pragma("user_version", { simple: true });
    expect([newestMigration, longMigration.number]).toContain(version);
    expect([stepsIn(raw), valueIn(raw)]).toEqual(version === newestMigration ? [0, 0] : [40, 40]);
    migrate(raw, after);
    expect([stepsIn(raw), valueIn(raw), raw.pragma("integrity_check", { simple: true })]).toEqual([40, 40, "ok"]);
    raw.close();
    // Whatever was killed, at most one copy from before, and no half of one.
    expect(readdirSync(join(file, "../backups"))).toEqual([
      expect.stringMatching(/^before-schema-\d+-from-\d+-\d+\.sqlite$/),
    ]);
  }
  expect(ends).toContain("killed");
}, 120_000);

function copyOf(file: string): string {
  const copy = join(emptyFolder(), "zbornik.sqlite");
  copyFileSync(file, copy);
  return copy;
}

function stepsIn(raw: ReturnType<typeof openRaw>): number {
  return raw
    .prepare("select count(*) from sqlite_master where type = 'table' and name like 'step%'")
    .pluck()
    .get() as number;
}

function valueIn(raw: ReturnType<typeof openRaw>): number {
  return raw.prepare("select value from change_number").pluck().get() as number;
}

/** Runs it in a process that is killed so many milliseconds after it began. */
async function migrateIn(script: string, file: string, killAfter: number | null): Promise<string> {
  const child = spawn(process.execPath, [script, file], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const begun = new Promise<void>((resolve) =>
    child.stdout.on("data", (part) => {
      said += String(part);
      resolve();
    }),
  );
  const ended = new Promise((resolve) => child.once("close", resolve));
  if (killAfter !== null) {
    await begun;
    await sleep(killAfter);
    child.kill("SIGKILL");
  }
  await ended;
  return said.includes("done") ? "done" : "killed";
}

/** The script with all it imports, where packages are found. */
async function bundled(): Promise<string> {
  const outfile = join(root, `build/faults/migrating-${process.pid}.mjs`);
  await build({
    ...{ absWorkingDir: root, entryPoints: ["tests/faults/migrating.ts"], outfile, bundle: true },
    ...{ format: "esm", platform: "node", target: "node20", packages: "external", logLevel: "warning" },
  });
  return outfile;
}
