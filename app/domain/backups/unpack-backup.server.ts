import { join } from "node:path";
import { BadBackup, DATABASE, type Manifest } from "#app/domain/backups/manifest.ts";
import { readArchive } from "#app/domain/backups/read-archive.server.ts";
import { type Inspection, inspectDatabase } from "#db/engine.ts";
import { newestMigration } from "#db/migrations/list.ts";

/**
 * Unpacks a backup into an empty folder, and compares what came out with what its manifest says: bytes, rows, the last
 * event of the audit log, the schema.
 * @throws BadBackup for one that is damaged or contradicts itself, and one of a newer Zbornik
 */
export async function unpackBackup(file: string, folder: string): Promise<{ manifest: Manifest; sha256: string }> {
  const read = await readArchive(file, folder);
  refuseNewer(read.manifest);
  const { faults, ...found } = inspect(join(folder, DATABASE));
  if (faults.length > 0) throw new BadBackup(`Its database is damaged: ${faults.slice(0, 3).join("; ")}`);
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

function inspect(file: string): Inspection {
  try {
    return inspectDatabase(file);
  } catch (error) {
    throw new BadBackup(`Its database cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function differences(manifest: Manifest, found: Omit<Inspection, "faults">): string[] {
  const names = new Set([...Object.keys(manifest.tables), ...Object.keys(found.tables)]);
  const rows = [...names]
    .filter((name) => manifest.tables[name] !== found.tables[name])
    .map((name) => `${name} has ${found.tables[name] ?? "no"} rows, expected ${manifest.tables[name] ?? "none"}`);
  const schema = found.schema === manifest.schema ? [] : [`the schema is ${found.schema}`];
  const head = found.auditHead?.hash === manifest.auditHead?.hash ? [] : ["the audit log ends otherwise"];
  return [...schema, ...rows, ...head];
}
