import { checkAudit } from "#app/cli/check-audit.server.ts";
import { checkBackups } from "#app/cli/check-backups.server.ts";
import { checkFolder } from "#app/cli/check-folder.server.ts";
import { checkMailbox } from "#app/cli/check-mailbox.server.ts";
import { checkMails } from "#app/cli/check-mails.server.ts";
import { checkMemory } from "#app/cli/check-memory.server.ts";
import type { Out } from "#app/cli/out.ts";
import type { Settings } from "#app/config/config.server.ts";
import { readSecret } from "#app/config/secret.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { checkDatabase, databaseExists, databaseOf, type Finding, openStore } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/**
 * Checks an installation and names what is wrong, each thing by itself: where one cannot be looked at, the others are.
 * Changes nothing. @returns 0 when all is well, 1 otherwise
 */
export async function doctor(settings: Settings, args: string[], out: Out): Promise<number> {
  if (args.length > 0) {
    out.error("Usage: zbornik doctor");
    return 2;
  }
  let bad = 0;
  const tell = ({ what, fault }: Finding) => {
    if (fault) bad++;
    out.line(fault ? `BAD  ${what}: ${fault}` : `ok   ${what}`);
  };
  for (const finding of checkFolder(settings.dataDir)) tell(finding);
  const database = databaseOf(settings.dataDir);
  if (databaseExists(database)) {
    for (const finding of checkDatabase(database)) tell(finding);
    for await (const finding of checkContents(settings, database)) tell(finding);
  } else tell({ what: "database", fault: `there is none: ${database}` });
  out.line(bad === 0 ? "All is well." : `${bad} ${bad === 1 ? "thing is" : "things are"} wrong.`);
  return bad === 0 ? 0 : 1;
}

async function* checkContents(settings: Settings, database: string): AsyncGenerator<Finding> {
  let store: Store;
  try {
    store = openStore(database, { isReadOnly: true });
  } catch {
    // Why it cannot be opened is told already.
    return;
  }
  const looks: [what: string, look: () => Promise<Finding | Finding[]>][] = [
    ["audit log", async () => checkAudit(store, { ...settings, secret: readSecret(settings.dataDir) })],
    ["mails", () => checkMails(store)],
    ["mailbox of answers", () => checkMailbox(settings)],
    ["backups", () => checkBackups(store, settings)],
    ["search index", () => checkSearch(store)],
    ["search index in the memory of the server", () => checkMemory(store, settings.dataDir)],
  ];
  try {
    for (const [what, look] of looks) {
      try {
        yield* [await look()].flat();
      } catch (error) {
        yield { what, fault: error instanceof Error ? error.message : String(error) };
      }
    }
  } finally {
    await store.close();
  }
}

async function checkSearch(store: Store): Promise<Finding> {
  const faults = await checkIndex(store.read, searchSources);
  return { what: "search index", fault: faults.length === 0 ? null : faults.slice(0, 3).join("; ") };
}
