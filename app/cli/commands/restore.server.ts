import { existsSync, mkdirSync, rmdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Out } from "#app/cli/out.ts";
import { holdingAlone, settingsOfProcess } from "#app/cli/with-store.server.ts";
import { readSecret } from "#app/config/secret.server.ts";
import { secretFiles } from "#app/domain/backups/manifest.ts";
import { type Restored, restoreBackup } from "#app/domain/backups/restore-backup.server.ts";
import { noteAuditHead } from "#app/domain/history/audit-head.server.ts";
import { databaseOf, openStore } from "#db/engine.ts";

const USAGE = `Usage: zbornik restore FILE [--check]

Puts the installation back from a backup; the server must be stopped. What is there is moved aside, never replaced.
--check finds out whether FILE could be restored, and changes nothing; the server may run.`;

/** `restore`: puts an installation back. @returns 0 done, 2 wrong use @throws Unusable with everything as it was */
export async function restore(args: string[], out: Out, now = new Date()): Promise<number> {
  const wish = readArgs(args);
  if (!wish) {
    out.error(USAGE);
    return 2;
  }
  if (wish.checkOnly) {
    const { dataDir } = settingsOfProcess();
    tellChecked(await beside(dataDir, () => restoreBackup({ ...wish, dataDir }, now)), out);
    return 0;
  }
  return holdingAlone("restore", async ({ dataDir }) => {
    const restored = await restoreBackup({ ...wish, dataDir }, now);
    await noteWhereTheLogEnds(dataDir);
    tellRestored(restored, dataDir, out);
    return 0;
  });
}

/** Where there is no secret to seal it with, the next start does it. */
async function noteWhereTheLogEnds(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, secretFiles[0]))) return;
  const store = openStore(databaseOf(dataDir));
  try {
    await noteAuditHead(store, { dataDir, secret: readSecret(dataDir) });
  } finally {
    await store.close();
  }
}

/** Leaves no folder behind that was not there. */
async function beside<T>(dataDir: string, look: () => Promise<T>): Promise<T> {
  const isNew = !existsSync(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return await look();
  } finally {
    if (isNew) rmdirSync(dataDir);
  }
}

function tellChecked({ manifest, sha256, migrated, hasSecret }: Restored, out: Out): void {
  out.line(`It can be restored: ${contentsOf(manifest)}.`);
  if (migrated.length > 0) out.line(`A restore brings it to schema ${migrated.at(-1)}.`);
  out.line(hasSecret ? "It holds the secret of its installation." : "It holds no secret.");
  out.line(`SHA-256 ${sha256}`);
}

function tellRestored(restored: Restored, dataDir: string, out: Out): void {
  const { manifest, migrated, signInsEnded, mailsHeld, aside } = restored;
  out.line(`Restored: ${contentsOf(manifest)}.`);
  if (migrated.length > 0) out.line(`It was brought to schema ${migrated.at(-1)}.`);
  if (aside !== null) out.line(`What was here is in ${aside}. Remove it when nothing of it is needed any more.`);
  out.line(`Sign-ins ended: ${signInsEnded}. Everybody signs in again.`);
  if (mailsHeld > 0) {
    out.line(
      `Mails that waited when the backup was made: ${mailsHeld}. They are not sent by themselves, since they may`,
    );
    out.line("have gone out since. Organisers find them in the outbox of their group, and can send each one again.");
  }
  if (!restored.hasSecret) out.line(aboutSecret(existsSync(join(dataDir, secretFiles[0]))));
  tellUndone(restored.undone, out);
  out.line(
    "What happened after the backup is gone: docs/backup.md says what to look at. Start the server, then run doctor.",
  );
}

function tellUndone(undone: Restored["undone"], out: Out): void {
  if (undone === null || undone.length === 0) return;
  out.line(
    `Restricted after the backup, and now as before: ${undone.length}. Look at each, and do it again if need be:`,
  );
  for (const { at, event, subjectId } of undone) out.line(`  ${at}  ${event}  ${subjectId}`);
}

function aboutSecret(isHere: boolean): string {
  return isHere
    ? "The backup holds no secret: the one that is here stays."
    : "The backup holds no secret, and there is none here: the next start makes a new one. Forms that waited to be sent again are lost, nothing else.";
}

function contentsOf({ madeAt, product, schema, tables }: Restored["manifest"]): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `backup of ${madeAt}, Zbornik ${product}, schema ${schema}, ${rows} rows`;
}

function readArgs(args: string[]): { file: string; checkOnly: boolean } | null {
  try {
    const options = { check: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [file, ...more] = positionals;
    return file && more.length === 0 ? { file: resolve(file), checkOnly: values.check } : null;
  } catch {
    return null;
  }
}
