import BetterSqlite from "better-sqlite3";
import type { Inspection } from "#db/engine.ts";
import { migrations } from "#db/migrations/list.ts";
import { objectFaults } from "#db/sqlite/objects.ts";

/** Looks into a database file without changing a byte of it; see `inspectDatabase`. */
export function inspectFile(file: string): Inspection {
  const raw = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    const names = raw
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
      .pluck()
      .all() as string[];
    const count = (table: string) => raw.prepare(`select count(*) from "${table}"`).pluck().get() as number;
    const last = names.includes("audit_event")
      ? raw.prepare("select seq, hash from audit_event order by seq desc limit 1").get()
      : undefined;
    const schema = raw.pragma("user_version", { simple: true }) as number;
    const applied = migrations.filter(({ number }) => number <= schema);
    return {
      schema,
      tables: Object.fromEntries(names.map((name) => [name, count(name)])),
      auditHead: (last as Inspection["auditHead"]) ?? null,
      faults: faultsOf(raw),
      strange: objectFaults(raw, applied),
    };
  } finally {
    raw.close();
  }
}

function faultsOf(raw: BetterSqlite.Database): string[] {
  raw.pragma("cell_size_check = ON");
  const broken = (raw.pragma("integrity_check") as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== "ok");
  const orphans = (raw.pragma("foreign_key_check") as unknown[]).length;
  return [...broken, ...(orphans > 0 ? [`${orphans} rows without a parent`] : [])];
}
