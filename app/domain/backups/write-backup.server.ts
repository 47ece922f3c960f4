import { createReadStream, existsSync, readFileSync, rmSync } from "node:fs";
import { link, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { makeDraft, refuseWithoutRoom, removeOldParts, unfinishedName } from "#app/domain/backups/drafts.server.ts";
import {
  BadBackup,
  DATABASE,
  MANIFEST,
  type Manifest,
  manifestText,
  newManifest,
  SUMS,
  secretFiles,
  strangeText,
  sumsText,
} from "#app/domain/backups/manifest.ts";
import { CHUNK, digestOf, readArchive } from "#app/domain/backups/read-archive.server.ts";
import { packTar } from "#app/domain/backups/tar.ts";
import { databaseSize, inspectDatabase } from "#db/engine.ts";
import { isSecret } from "#db/secret.ts";
import type { Store } from "#db/store.ts";
import { syncFolder } from "#db/whole-file.ts";
import about from "#package.json";

export interface BackupWish {
  dataDir: string;
  /** Where to write it. */
  file: string;
  /** Whether what only the owner of the installation may have goes into it. */
  withSecret: boolean;
  /** Whether it may take the place of a file that is there. */
  force: boolean;
}

export interface BackupMade {
  manifest: Manifest;
  bytes: number;
  withSecret: boolean;
  /** Of the file itself. */
  sha256: string;
}

/** Faster by half than the usual level, and larger by a twentieth: a database of texts becomes a quarter. */
const PACKING = 3;

/**
 * Copies an installation into one file, as it is at one moment, while others read and write. The file has its name
 * only when it is whole, was read back and compared, and lasts when the power fails.
 * @throws BadBackup where there is a file already, or the copy could not be restored
 */
export async function writeBackup(store: Store, wish: BackupWish, now: Date): Promise<BackupMade> {
  const { dataDir, file, force } = wish;
  if (existsSync(file) && !force) throw alreadyThere(file);
  refuseWithoutRoom(dataDir, databaseSize(store.engine.address));
  if (wish.withSecret) refuseDamagedSecret(join(dataDir, secretFiles[0]));
  removeOldParts(dirname(file), now);
  const folder = makeDraft(dataDir, "backup", now);
  const part = unfinishedName(file, now);
  try {
    const copy = join(folder, DATABASE);
    await store.engine.backUp(copy);
    const secrets = wish.withSecret ? secretFiles.map((name) => join(dataDir, name)).filter(existsSync) : [];
    const manifest = await describe(copy, secrets, now);
    await pack([copy, ...secrets], manifest, part, now);
    // What the disk gives back, not what was meant to be on it.
    const { sha256 } = await readArchive(part, null);
    await moveIntoPlace(part, file, force);
    return { manifest, bytes: (await stat(file)).size, sha256, withSecret: secrets.length > 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await rm(part, { force: true });
  }
}

function refuseDamagedSecret(file: string): void {
  if (!existsSync(file) || isSecret(readFileSync(file, "utf8"))) return;
  throw new BadBackup(`Nothing was written: the file ${file} is damaged, it must hold 64 hexadecimal digits.`);
}

async function describe(copy: string, secrets: readonly string[], now: Date): Promise<Manifest> {
  const { schema, tables, auditHead, faults, strange } = inspectDatabase(copy);
  if (faults.length > 0) {
    const what = faults.slice(0, 3).join("; ");
    throw new BadBackup(`The database is damaged (${what}): nothing was written. Keep your earlier backups.`);
  }
  if (strange.length > 0)
    throw new BadBackup(`Nothing was written, since it could not be restored: ${strangeText(strange)}`);
  const files: Manifest["files"] = [{ name: DATABASE, ...(await digestOf(copy)) }];
  for (const secret of secrets) files.push({ name: basename(secret), ...(await digestOf(secret)) });
  return newManifest({
    product: about.version,
    madeAt: now.toISOString(),
    ...{ schema, auditHead, tables, files },
  });
}

async function pack(sources: readonly string[], manifest: Manifest, part: string, now: Date): Promise<void> {
  const text = manifestText(manifest);
  const sums = sumsText(text, manifest.files);
  const entries = [
    { name: MANIFEST, size: text.length, content: Readable.from([text]) },
    ...manifest.files.map(({ name, size }, at) => ({
      ...{ name, size },
      content: { [Symbol.asyncIterator]: () => chunksOf(sources[at]) },
    })),
    { name: SUMS, size: sums.length, content: Readable.from([sums]) },
  ];
  const handle = await open(part, "wx", 0o600);
  const gzip = createGzip({ level: PACKING, chunkSize: CHUNK });
  await pipeline(packTar(entries, now), gzip, handle.createWriteStream({ flush: true }));
}

/** Opened only when its turn comes. */
function chunksOf(file: string | undefined): AsyncIterator<Buffer> {
  return createReadStream(file ?? "", { highWaterMark: CHUNK })[Symbol.asyncIterator]();
}

async function moveIntoPlace(part: string, file: string, force: boolean): Promise<void> {
  if (force) await rename(part, file);
  else
    await link(part, file).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw alreadyThere(file);
      // Some network drives and sticks know no links.
      if (existsSync(file)) throw alreadyThere(file);
      await rename(part, file);
    });
  syncFolder(dirname(file));
}

function alreadyThere(file: string): BadBackup {
  return new BadBackup(`${file} is there already. Choose another name, or say --force to replace it.`);
}
