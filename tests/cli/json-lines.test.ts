import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type JsonLine, jsonLines } from "#app/cli/json-lines.ts";

async function read(text: string | Uint8Array) {
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

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

describe("a line that is not UTF-8", () => {
  // "č š ž Š", "ћирилица" in the old tables.
  it.each([
    ["Windows-1250", [0xe8, 0x20, 0x9a, 0x20, 0x9e, 0x20, 0x8a]],
    ["ISO-8859-2", [0xe8, 0x20, 0xb9, 0x20, 0xbe, 0x20, 0xa9]],
    ["Windows-1251", [0x9e, 0xe8, 0xf0, 0xe8, 0xeb, 0xe8, 0xf6, 0xe0]],
  ])("is told with its byte and the likely encoding, and the others stay: %s", async (name, text) => {
    const before = '{"a":1}\n{"t":"';
    expect(await read(bytes(before, text, '"}\n{"a":"š"}'))).toEqual([
      { number: 1, value: { a: 1 } },
      { number: 2, fault: `is not UTF-8: byte ${before.length + 1} of the file; it looks like ${name}` },
      { number: 3, value: { a: "š" } },
    ]);
  });

  it("may be cut inside a letter", async () => {
    expect(await read(bytes('{"t":"š"}\n"', [0xc5]))).toEqual([
      { number: 1, value: { t: "š" } },
      { number: 2, fault: "is not UTF-8: byte 13 of the file; its encoding is not known" },
    ]);
  });
});

describe("a file of another kind", () => {
  it.each([
    ["UTF-16 little-endian", Buffer.from('\uFEFF{"a":1}\n', "utf16le"), /UTF-16/],
    ["UTF-16 without a mark", Buffer.from('{"a":1}\n', "utf16le"), /UTF-16/],
    ["an array", '[\n{"a":1},\n{"a":2}\n]', /JSON array/],
    ["an array after a mark", '\uFEFF[{"a":1}]', /JSON array/],
    ["an empty array", "[]", /JSON array/],
    ["CR alone", '{"a":1}\r{"a":2}\r', /CR alone/],
  ])("is named as what it is, once: %s", async (_name, content, told) => {
    const lines = await read(content);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ number: 1, fault: expect.stringMatching(told) });
  });

  it("takes one byte order mark, and names a second one", async () => {
    expect(await read('\uFEFF{"a":1}\n\uFEFF{"a":2}\n')).toEqual([
      { number: 1, value: { a: 1 } },
      { number: 2, fault: "begins with a byte order mark: two files were put together here" },
    ]);
  });
});
