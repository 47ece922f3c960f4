// `npm test`: everything a newcomer needs to trust the product. Installs and builds what is missing, then runs the
// checks and the tests one after the other. The last line reads `N passed, M failed`.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, install, requireNode, root } from "../app/cli/prepare.mjs";

const full = process.argv.includes("--full");
const started = Date.now();
const results = [];
process.chdir(root);
requireNode();
install();
await build();

const shared = mkdtempSync(join(temporary(), "zbornik-run-"));
// Servers that tests start may have accounts of their own, which pass through to their folder.
chmodSync(shared, 0o711);
const browser =
  ["chromium", "chromium-browser"].map((name) => `/usr/bin/${name}`).find(existsSync) ?? process.env.CHROMIUM;

// One after the other: many tests are about who waits for whom, and one that shares its machine may wait in vain.
check("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
check("lint and format", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]);
check("dead code", ["node_modules/knip/bin/knip.js"]);
vitest("tests", [], { ROUNDS: full ? "full" : "few" });
if (browser)
  vitest("journeys in the browser", ["--dir", "tests/journeys"], {
    CHROMIUM: browser,
    JOURNEYS: full ? "full" : "usual",
    NODE_ENV: "production",
  });
else {
  console.log(
    "\nNo Chromium found: the journeys in the browser are SKIPPED. Install Debian's `chromium` or set CHROMIUM.",
  );
  results.push({ name: "journeys in the browser", passed: 0, failed: 0, skipped: 1 });
}
rmSync(shared, { recursive: true, force: true });

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log("\nSummary");
for (const { name, passed, failed, skipped } of results) {
  console.log(
    `  ${failed > 0 ? "FAILED" : passed > 0 ? "ok    " : "skipped"} ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`,
  );
}
console.log(`  ${Math.round((Date.now() - started) / 1000)} s`);
if (sum("skipped") > 0) console.log(`  ${sum("skipped")} skipped`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

/**
 * Where tests make their databases: in memory, where Linux has room for two gigabytes, since each of thousands waits
 * for the disk several times. What a disk has after a loss of power is asked of what was written down, not of a disk.
 */
function temporary() {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}

function check(name, args) {
  const status = run(name, args, process.env);
  results.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
}

function vitest(name, extra, env = {}) {
  const report = join(mkdtempSync(join(shared, "results-")), "report.json");
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "remix.config.js",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...extra,
  ];
  const status = run(name, args, { ...process.env, NODE_ENV: "test", SHARED_BY_TESTS: shared, TMPDIR: shared, ...env });
  const read = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  const failedSuites = read
    ? read.testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0).length
    : 1;
  const failed = (read?.numFailedTests ?? 0) + failedSuites;
  results.push({
    name,
    passed: read?.numPassedTests ?? 0,
    failed: failed || (status === 0 ? 0 : 1),
    skipped: read?.numPendingTests ?? 0,
  });
}

/** Runs Node with arguments. @returns its exit code */
function run(name, args, env) {
  console.log(`\n${name}`);
  return spawnSync(process.execPath, args, { stdio: "inherit", env }).status;
}
