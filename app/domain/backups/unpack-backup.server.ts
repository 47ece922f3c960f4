import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadBackup, DATABASE, type Manifest, secretFiles, strangeText } from "#app/domain/backups/manifest.ts";
import { readArchive } from "#app/domain/backups/read-archive.server.ts";
import { type Inspection, inspectDatabase } from "#db/engine.ts";
import { newestMigration } from "#db/migrations/list.ts";
import { isSecret } from "#db/secret.ts";

/** Far more than there ever is, in bytes. */
const LONGEST_SECRET = 4096;

/**
 * Unpacks a backup into an empty folder, and compares what came out with what its manifest says: bytes, rows, the last
 * event of the audit log, the schema. What is wrong here would be noticed at the next start, or never.
 * @throws BadBackup for one that is damaged or contradicts itself, one whose secret is none, one whose database is not
 * as Zbornik makes it, and one of a newer Zbornik
 */
export async function unpackBackup(file: string, folder: string): Promise<{ manifest: Manifest; sha256: string }> {
  const read = await readArchive(file, folder);
  refuseNewer(read.manifest);
  refuseDamagedSecret(read.manifest, folder);
  const { faults, strange, ...found } = inspect(join(folder, DATABASE));
  if (faults.length > 0) throw new BadBackup(`Its database is damaged: ${faults.slice(0, 3).join("; ")}`);
  if (strange.length > 0) throw new BadBackup(`It cannot be restored: ${strangeText(strange)}`);
  const apart = differences(read.manifest, found);
  if (apart.length > 0) throw new BadBackup(`It is not what its manifest says: ${apart.slice(0, 3).join("; ")}`);
  return read;
}

function refuseNewer({ product, schema }: Manifest): void {
  if (schema <= newestMigration) return;
  throw new BadBackup(
    `It was made by Zbornik ${product} at schema ${schema}; this version knows ${newestMigration}. Install a newer one.`,
  );
}

/** The server starts with no other, and only whoever packed it knows the right one. */
function refuseDamagedSecret({ files }: Manifest, folder: string): void {
  const secret = files.find(({ name }) => name === secretFiles[0]);
  if (!secret || (secret.size < LONGEST_SECRET && isSecret(readFileSync(join(folder, secret.name), "utf8")))) {
    return;
  }
  throw new BadBackup("The secret in it is damaged: it must be 64 hexadecimal digits.");
}

function inspect(file: string): Inspection {
  try {
    return inspectDatabase(file);
  } catch (error) {
    throw new BadBackup(`Its database cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function differences(manifest: Manifest, found: Omit<Inspection, "faults" | "strange">): string[] {
  const names = new Set([...Object.keys(manifest.tables), ...Object.keys(found.tables)]);
  const rows = [...names]
    .filter((name) => manifest.tables[name] !== found.tables[name])
    .map((name) => `${name} has ${found.tables[name] ?? "no"} rows, expected ${manifest.tables[name] ?? "none"}`);
  const schema = found.schema === manifest.schema ? [] : [`the schema is ${found.schema}`];
  const head = found.auditHead?.hash === manifest.auditHead?.hash ? [] : ["the audit log ends otherwise"];
  return [...schema, ...rows, ...head];
}
