import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSecret, readSecret } from "#app/config/secret.server.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

it("is drawn once, and left alone", () => {
  const folder = aFolder();
  const secret = makeSecret(folder);
  expect([secret.length, makeSecret(folder).equals(secret), readSecret(folder).equals(secret)]).toEqual([
    32,
    true,
    true,
  ]);
  expect(readdirSync(folder)).toEqual(["secret"]);
  expect(makeSecret(aFolder()).equals(secret)).toBe(false);
});

it.each([
  ["empty", ""],
  ["cut", "0123456789abcdef".repeat(3)],
  ["of an odd length", `${"0123456789abcdef".repeat(4)}0`],
  ["not hexadecimal", "0123456789abcdeg".repeat(4)],
])("is refused when it is %s, and never replaced", (_how, text) => {
  const folder = aFolder();
  writeFileSync(join(folder, "secret"), text);
  for (const take of [makeSecret, readSecret]) {
    expect(() => take(folder)).toThrow(`The file ${join(folder, "secret")} is damaged`);
  }
});

it("is not made by who only reads it", () => {
  const folder = aFolder();
  expect(() => readSecret(folder)).toThrow("start the server once");
  expect(existsSync(join(folder, "secret"))).toBe(false);
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-secret-"));
  afterThisTest(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
