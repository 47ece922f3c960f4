import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { recordBackup } from "#app/domain/backups/record-backup.server.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import type { Store } from "#db/store.ts";

const USAGE = `Usage: zbornik backup FILE [--with-secret] [--force]

Copies the installation into one file, while a server runs. --with-secret puts the secret of the installation into it
(and the password of the demonstration): keep such a file as you keep a password. --force replaces a file that is there.`;

/**
 * `backup`: copies the installation into one file.
 * @returns 0 done, 2 wrong use
 * @throws BadBackup
 */
export async function backup(
  store: Store,
  args: string[],
  out: Out,
  config: Pick<Config, "dataDir">,
  now = new Date(),
): Promise<number> {
  const wish = readArgs(args);
  if (!wish) {
    out.error(USAGE);
    return 2;
  }
  const made = await writeBackup(store, { dataDir: config.dataDir, ...wish }, now);
  await recordBackup(store, { ...made, file: wish.file, by: "command" }, now);
  const { manifest, bytes, sha256, withSecret } = made;
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  const megabytes = (bytes / 1e6).toFixed(1);
  out.line(`${wish.file}: ${megabytes} MB, schema ${manifest.schema}, ${rows} rows, read back and compared.`);
  out.line(`SHA-256 ${sha256}`);
  out.line(
    withSecret
      ? "It holds the secret of the installation: keep it as you keep a password."
      : "The secret of the installation is not in it: keep a copy of it elsewhere, or say --with-secret.",
  );
  return 0;
}

function readArgs(args: string[]): { file: string; withSecret: boolean; force: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { "with-secret": { type: "boolean", default: false }, force: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return null;
    return { file: resolve(file), withSecret: values["with-secret"], force: values.force };
  } catch {
    return null;
  }
}
