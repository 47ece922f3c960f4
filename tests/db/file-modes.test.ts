import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { closeLooseFiles, looseFiles } from "#db/file-modes.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

it("closes what is ours to others, and leaves what is not", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-modes-"));
  afterThisTest(async () => rmSync(folder, { recursive: true, force: true }));
  const ours = ["zbornik.sqlite", "zbornik.sqlite-wal", "limits.sqlite", "secret", "backups", "backups/copy.sqlite"];
  mkdirSync(join(folder, "backups"));
  for (const name of [...ours, "notes.txt"]) if (name !== "backups") writeFileSync(join(folder, name), "");
  for (const name of [...ours, "notes.txt"]) chmodSync(join(folder, name), 0o755);
  chmodSync(join(folder, "secret"), 0o600);
  const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);

  const loose = ours.filter((name) => name !== "secret").map((name) => join(folder, name));
  expect(looseFiles(folder).sort()).toEqual(loose.sort());
  expect(closeLooseFiles(folder)).toEqual([]);
  expect(ours.map(modeOf)).toEqual(["700", "700", "700", "600", "700", "700"]);
  expect(modeOf("notes.txt")).toBe("755");
});
