// `npm test`: everything a newcomer needs to trust the product. Installs and builds what is missing, then runs the
// checks and the tests one after the other. The last line reads `N passed, M failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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

check("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
check("lint and format", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]);
check("dead code", ["node_modules/knip/bin/knip.js"]);
vitest("tests", [], { ROUNDS: full ? "full" : "few" });
const browser =
  ["chromium", "chromium-browser"].map((name) => `/usr/bin/${name}`).find(existsSync) ?? process.env.CHROMIUM;
if (browser)
  vitest("journeys in the browser", ["--dir", "tests/journeys"], {
    CHROMIUM: browser,
    JOURNEYS: full ? "full" : "usual",
  });
else {
  console.log(
    "\nNo Chromium found: the journeys in the browser are SKIPPED. Install Debian's `chromium` or set CHROMIUM.",
  );
  results.push({ name: "journeys in the browser", passed: 0, failed: 0, skipped: 1 });
}

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

function check(name, args) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  results.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
}

function vitest(name, extra, env = {}) {
  console.log(`\n${name}`);
  const folder = mkdtempSync(join(tmpdir(), "zbornik-results-"));
  const report = join(folder, "report.json");
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
  const { status } = spawnSync(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "test", ...env },
  });
  const read = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  rmSync(folder, { recursive: true, force: true });
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
