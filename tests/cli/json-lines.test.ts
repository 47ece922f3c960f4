import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type JsonLine, jsonLines } from "#app/cli/json-lines.ts";

async function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-lines-"));
  writeFileSync(join(folder, "lines.jsonl"), text);
  try {
    const lines: JsonLine[] = [];
    for await (const line of jsonLines(join(folder, "lines.jsonl"))) lines.push(line);
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("reads every line by its number, whatever ends it and however long it is", async () => {
  const long = "šђ🙂".repeat(60_000);
  const text = `\uFEFF{"a":1}\r\n\n  \n${JSON.stringify(long)}\nno\n"a\u2028b"`;
  expect(await read(text)).toEqual([
    { number: 1, value: { a: 1 } },
    { number: 4, value: long },
    { number: 5, fault: "is not JSON" },
    { number: 6, value: "a\u2028b" },
  ]);
  expect(await read("")).toEqual([]);
  expect(await read("1\n")).toEqual([{ number: 1, value: 1 }]);
});

it("says that there is no such file", async () => {
  await expect(jsonLines("/nowhere/lines.jsonl").next()).rejects.toThrow("ENOENT");
});
