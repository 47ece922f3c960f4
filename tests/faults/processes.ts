import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterThisTest } from "#tests/support/cleanup.ts";

const buildDir = join(import.meta.dirname, "../../build");

/** A process of the product, and what became of it. */
export interface Process {
  child: ChildProcess;
  /** What it has written so far, to either output. */
  said: () => string;
  /** Waits until it has written something; fails when it ends before. */
  until: (text: string) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** An empty folder that is removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-faults-"));
  afterThisTest(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the built server on a data folder, as `npm start` does. */
export function startServer(folder: string, port: number, env: Record<string, string> = {}): Process {
  return run(folder, "main.mjs", `await main(${JSON.stringify(buildDir)});`, { PORT: String(port), ...env });
}

/** Runs a command of the built command line on a data folder. @param cwd where it is run, the tree by default */
export function runCommand(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): Process {
  return run(folder, "zbornik.mjs", `process.exitCode = await run(${JSON.stringify(args)});`, env, cwd);
}

function run(folder: string, file: string, call: string, env: Record<string, string>, cwd?: string): Process {
  const built = join(buildDir, "node", file);
  if (!existsSync(built)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  // Not in the data folder, which has to stay empty.
  const launchers = mkdtempSync(join(tmpdir(), "zbornik-launcher-"));
  const launcher = join(launchers, "run.mjs");
  const name = call.includes("main(") ? "main" : "run";
  writeFileSync(launcher, `import { ${name} } from "${pathToFileURL(built).href}";\n${call}\n`);
  const child = spawn(process.execPath, [launcher], {
    cwd,
    env: { ...process.env, DATA_DIR: folder, NODE_ENV: "production", VITEST: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const waiting = new Set<() => void>();
  const listen = (part: Buffer) => {
    text += part;
    for (const look of waiting) look();
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("close", (code, signal) => resolve(signal ?? code)),
  );
  afterThisTest(async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(launchers, { recursive: true, force: true });
  });
  const until = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.includes(wanted) && resolve();
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`It ended and never said "${wanted}":\n${text}`)));
    });
  return { child, said: () => text, until, ended };
}
