import { createHash } from "node:crypto";
import { z } from "zod";
import type { TarEntry } from "#app/domain/backups/tar.ts";
import { Unusable } from "#db/unusable.ts";

/** Names inside a backup. The manifest comes first, the sums of all files come last. */
export const MANIFEST = "manifest.json";
export const DATABASE = "zbornik.sqlite";
export const SUMS = "SHA256SUMS";
/** Files that only whoever runs the installation may have: they are in a backup where that was asked for. */
export const secretFiles = ["secret", "demo-password"] as const;

/** What a program that does not know a version of the format must not try. */
const VERSION = 1;
const LARGEST_TEXT = 1024 * 1024;

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.object({
  format: z.literal("zbornik-backup"),
  version: z.literal(VERSION),
  /** Version of the product that made it. */
  product: z.string(),
  madeAt: z.iso.datetime(),
  /** Number of the newest migration of the database, which holds the hash of each. */
  schema: count,
  /** Last event of the audit log. */
  auditHead: z.object({ seq: count, hash: sha256 }).nullable(),
  /** Rows of each table. */
  tables: z.record(z.string(), count),
  files: z.array(z.object({ name: z.string(), size: count, sha256 })),
});

/** What a backup says of itself, in its first file. */
export type Manifest = z.infer<typeof manifest>;

/** It is no backup, not a whole one, or one that this version must not restore; the message says which, and why. */
export class BadBackup extends Unusable {}

export function newManifest(parts: Omit<Manifest, "format" | "version">): Manifest {
  return { format: "zbornik-backup", version: VERSION, ...parts };
}

/** As it stands in the archive. */
export function manifestText(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** What `sha256sum --check` understands: who has no Zbornik at hand can check a backup too. */
export function sumsText(manifest: Buffer, files: Manifest["files"]): Buffer {
  const ofManifest = { name: MANIFEST, sha256: createHash("sha256").update(manifest).digest("hex") };
  return Buffer.from([ofManifest, ...files].map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""));
}

/** What stands in the way of a backup, or of a restore, where the tables are not those of Zbornik. */
export function strangeText(strange: readonly string[]): string {
  const more = strange.length > 5 ? `; and ${strange.length - 5} more` : "";
  return `tables, indexes or triggers of its database are not as Zbornik makes them: ${strange.slice(0, 5).join("; ")}${more}`;
}

/** The contents of a small file. @throws BadBackup */
export async function smallFile({ name, size, content }: TarEntry): Promise<Buffer> {
  if (size > LARGEST_TEXT) throw new BadBackup(`It is not a backup of Zbornik: ${name} in it is too large.`);
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** @throws BadBackup */
export function readManifest(text: Buffer): Manifest {
  const value = parsed(text.toString("utf8"));
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== "zbornik-backup") throw new BadBackup("It is not a backup of Zbornik.");
  if (version !== VERSION) throw new BadBackup(`Its format has version ${version}; this Zbornik reads ${VERSION}.`);
  const read = manifest.safeParse(value);
  if (!read.success) throw new BadBackup(`Its manifest is damaged at ${read.error.issues[0]?.path.join(".")}.`);
  const wrong = read.data.files.find(({ name }) => !isFileOfBackup(name));
  if (wrong) throw new BadBackup(`It holds a file that does not belong there: ${wrong.name}`);
  refuseFiles(read.data.files.map(({ name }) => name));
  return read.data;
}

function refuseFiles(names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new BadBackup(`Its manifest names ${twice} twice.`);
  if (!names.includes(DATABASE)) throw new BadBackup(`It holds no database: its manifest does not name ${DATABASE}.`);
}

/** Whether a backup may hold a file of this name: nothing else is ever written into a data folder. */
function isFileOfBackup(name: string): boolean {
  return name === DATABASE || (secretFiles as readonly string[]).includes(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
