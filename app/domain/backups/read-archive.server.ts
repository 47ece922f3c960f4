import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import {
  BadBackup,
  MANIFEST,
  type Manifest,
  readManifest,
  SUMS,
  smallFile,
  sumsText,
} from "#app/domain/backups/manifest.ts";
import { BadArchive, readTar, type TarEntry } from "#app/domain/backups/tar.ts";

/** How much of a file is read at once. */
export const CHUNK = 1024 * 1024;

/**
 * Reads a backup from its beginning to its end and compares every byte with what its manifest says.
 * @param into folder to write its files to; null to look only
 * @returns its manifest, and the SHA-256 of the file itself
 * @throws BadBackup
 */
export async function readArchive(file: string, into: string | null): Promise<{ manifest: Manifest; sha256: string }> {
  const whole = createHash("sha256");
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      whole.update(chunk);
      yield chunk;
    }
  }
  const read = (source: AsyncIterable<Buffer>) => readEntries(source, into);
  try {
    const manifest = (await isPacked(file))
      ? await pipeline(bytes, createGunzip({ chunkSize: CHUNK }), read)
      : await read(bytes());
    return { manifest, sha256: whole.digest("hex") };
  } catch (error) {
    throw asBadBackup(error);
  }
}

async function readEntries(source: AsyncIterable<Buffer>, into: string | null): Promise<Manifest> {
  const entries = readTar(source);
  const { value: first } = await entries.next();
  if (first?.name !== MANIFEST) throw new BadBackup("It is not a backup of Zbornik: its manifest is missing.");
  const text = await smallFile(first);
  const manifest = readManifest(text);
  for (const wanted of manifest.files) {
    const { value: entry } = await entries.next();
    if (entry?.name !== wanted.name || entry.size !== wanted.size) {
      throw new BadBackup(`It is damaged: ${wanted.name} should come next, with ${wanted.size} bytes.`);
    }
    const found = await hashed(entry, into);
    if (found !== wanted.sha256) throw new BadBackup(`It is damaged: the contents of ${wanted.name} were changed.`);
  }
  const { value: last } = await entries.next();
  const sums = last?.name === SUMS ? await smallFile(last) : null;
  if (!sums?.equals(sumsText(text, manifest.files))) throw new BadBackup("It is damaged: its sums are other ones.");
  if (!(await entries.next()).done) throw new BadBackup("It holds more than its manifest says.");
  return manifest;
}

/** Whether it begins as gzip does; somebody may have unpacked it. */
async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function hashed(entry: TarEntry, into: string | null): Promise<string> {
  const hash = createHash("sha256");
  async function* passing(): AsyncGenerator<Buffer> {
    for await (const piece of entry.content) {
      hash.update(piece);
      yield piece;
    }
  }
  if (into === null) for await (const _ of passing());
  else await pipeline(passing, createWriteStream(join(into, entry.name), { flags: "wx", mode: 0o600, flush: true }));
  return hash.digest("hex");
}

/** Size and SHA-256 of a file. */
export async function digestOf(file: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest("hex") };
}

function asBadBackup(error: unknown): unknown {
  if (error instanceof BadArchive) return new BadBackup(`It is damaged, or no backup of Zbornik: ${error.message}.`);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_")) return new BadBackup(`It is damaged: ${(error as Error).message}.`);
  return error;
}
