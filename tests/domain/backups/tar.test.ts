import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { BadArchive, packTar, readTar } from "#app/domain/backups/tar.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";

const now = new Date("2026-11-30T10:00:00Z");
async function* inChunks(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const packed = (files: readonly [string, Buffer][]) =>
  all(
    packTar(
      files.map(([name, bytes]) => ({ name, size: bytes.length, content: inChunks(bytes, 700) })),
      now,
    ),
  );
async function unpacked(archive: Buffer, chunk: number): Promise<[string, Buffer][]> {
  const files: [string, Buffer][] = [];
  for await (const { name, content } of readTar(inChunks(archive, chunk))) files.push([name, await all(content)]);
  return files;
}

const someFiles = fc.array(
  fc.tuple(fc.stringMatching(/^[a-z][a-z./-]{0,99}$/), fc.uint8Array({ maxLength: 2000 }).map(Buffer.from)),
  { maxLength: 5 },
);

it("reads what it wrote, however the bytes come", async () => {
  await fc.assert(
    fc.asyncProperty(someFiles, fc.integer({ min: 1, max: 3000 }), async (files, chunk) => {
      expect(await unpacked(await packed(files), chunk)).toEqual(files);
    }),
  );
});

it("notices an end that is missing wherever it was cut", async () => {
  const archive = await packed([
    ["a", Buffer.alloc(700, 1)],
    ["b", Buffer.alloc(10, 2)],
  ]);
  const end = archive.length - 1024;
  for (let at = 0; at <= end; at += 100) {
    await expect(unpacked(archive.subarray(0, at), 512), `cut at ${at}`).rejects.toThrow(BadArchive);
  }
});

it("passes over what nobody read, and refuses a damaged header, a link and a wrong size", async () => {
  const archive = await packed([
    ["a", Buffer.alloc(1500, 1)],
    ["b", Buffer.from("text")],
  ]);
  const names: string[] = [];
  for await (const { name } of readTar(inChunks(archive, 100))) names.push(name);
  expect(names).toEqual(["a", "b"]);
  const flipped = Buffer.from(archive);
  flipped[5] = 0x41;
  await expect(unpacked(flipped, 512)).rejects.toThrow("damaged");
  const link = Buffer.from(archive);
  link.write("2", 156);
  // The sum of the header counts the type too.
  const sum = Number.parseInt(link.toString("latin1", 148, 154), 8) + 2;
  link.write(sum.toString(8).padStart(6, "0"), 148);
  await expect(unpacked(link, 512)).rejects.toThrow("not a plain file");
  const lying = packTar([{ name: "a", size: 5, content: inChunks(Buffer.from("four"), 9) }], now);
  await expect(all(lying)).rejects.toThrow("5 were announced");
  const badName = packTar([{ name: "š", size: 0, content: inChunks(Buffer.alloc(0), 1) }], now);
  await expect(all(badName)).rejects.toThrow("cannot be named");
});

it("says sizes beyond 8 GiB", async () => {
  const size = 20 * 1024 ** 3;
  const { value } = await packTar([{ name: "big", size, content: inChunks(Buffer.alloc(0), 1) }], now).next();
  const entries = readTar(inChunks(value as Buffer, 512));
  expect((await entries.next()).value).toMatchObject({ name: "big", size });
});

it.skipIf(spawnSync("tar", ["--version"]).status !== 0)("understands tar, and tar understands it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-tar-"));
  afterThisTest(async () => rmSync(folder, { recursive: true }));
  const big = Buffer.alloc(100_000, "0123456789");
  const files: [string, Buffer][] = [
    ["manifest.json", Buffer.from("{}")],
    ["zbornik.sqlite", big],
  ];
  writeFileSync(join(folder, "ours.tar"), await packed(files));
  const tar = (...args: string[]) => {
    const { status, stderr } = spawnSync("tar", args, { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  };
  tar("xf", "ours.tar");
  expect(readFileSync(join(folder, "zbornik.sqlite"))).toEqual(big);
  tar("cf", "theirs.tar", "--format=ustar", "manifest.json", "zbornik.sqlite");
  expect(await unpacked(readFileSync(join(folder, "theirs.tar")), 65_536)).toEqual(files);
});
