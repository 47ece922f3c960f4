import { statfsSync } from "node:fs";
import type { Config } from "#app/config/config.server.ts";
import type { DatabaseWatch } from "#app/server/watch-database.server.ts";
import type { MailboxWatch } from "#app/server/watch-mailbox.server.ts";
import { changeNumber, type Store } from "#db/store.ts";

/** Free bytes of the disk below which an installation is unwell. */
const LOW_SPACE = 500 * 1024 * 1024;

/** What is wrong with an installation, as `/healthz` says it; null when all is well. */
export async function findProblem(
  { dataDir }: Pick<Config, "dataDir">,
  store: Store,
  watch: Pick<DatabaseWatch, "isDamaged">,
  mailbox: Pick<MailboxWatch, "problem"> = { problem: () => null },
): Promise<string | null> {
  try {
    await changeNumber(store);
  } catch {
    return "the database cannot be read";
  }
  if (watch.isDamaged()) return "the database is damaged: run doctor";
  const space = statfsSync(dataDir);
  if (space.bavail * space.bsize < LOW_SPACE) return "less than 500 MB of disk space left";
  return mailbox.problem();
}
