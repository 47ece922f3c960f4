import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { afterThisTest } from "#tests/support/cleanup.ts";

it("installs what the lock file says, once", () => {
  const tree = aTree();
  mkdirSync(join(tree.root, "node_modules"));
  expect([tree.install().status, tree.install().status, tree.installed()]).toEqual([0, 0, true]);
  expect(readdirSync(join(tree.root, "node_modules"))).toEqual([".zbornik-lock"]);
});

it("leaves packages behind a link to those who use them too", () => {
  const tree = aTree();
  const shared = join(tree.root, "shared");
  mkdirSync(join(shared, "kysely"), { recursive: true });
  symlinkSync(shared, join(tree.root, "node_modules"));
  const { status, stderr } = tree.install();
  expect([status, stderr, tree.installed()]).toEqual([0, expect.stringMatching(/^node_modules is a link/), false]);
  expect(readdirSync(shared)).toEqual(["kysely"]);
});

/** A tree with nothing but what installs, and an `npm` that only notes that it was called. */
function aTree() {
  const root = mkdtempSync(join(tmpdir(), "zbornik-prepare-"));
  afterThisTest(async () => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["app/cli", "bin"]) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(join(import.meta.dirname, "../../app/cli/prepare.mjs"), join(root, "app/cli/prepare.mjs"));
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "bin/npm"), `#!/bin/sh\necho called >> "${root}/npm-was-called"\n`);
  chmodSync(join(root, "bin/npm"), 0o755);
  const call = `import("${join(root, "app/cli/prepare.mjs")}").then(({ install }) => install())`;
  const env = { ...process.env, PATH: `${join(root, "bin")}${delimiter}${process.env.PATH}` };
  return {
    root,
    install: () => spawnSync(process.execPath, ["-e", call], { encoding: "utf8", env }),
    installed: () => existsSync(join(root, "npm-was-called")),
  };
}
