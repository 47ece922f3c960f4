import { backup } from "#app/cli/commands/backup.server.ts";
import { createAdmin } from "#app/cli/commands/create-admin.server.ts";
import { demo } from "#app/cli/commands/demo.server.ts";
import { doctor } from "#app/cli/commands/doctor.server.ts";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { mail } from "#app/cli/commands/mail.server.ts";
import { migrateCommand } from "#app/cli/commands/migrate.server.ts";
import { plan } from "#app/cli/commands/plan.server.ts";
import { reindex } from "#app/cli/commands/reindex.server.ts";
import { resetPassword } from "#app/cli/commands/reset-password.server.ts";
import { restore } from "#app/cli/commands/restore.server.ts";
import { searchCommand } from "#app/cli/commands/search.server.ts";
import { seed } from "#app/cli/commands/seed.server.ts";
import type { Out } from "#app/cli/out.ts";
import { besideTheServer, holdingTheFolder } from "#app/cli/with-store.server.ts";
import { BadEnvironment, type Config, readSettings } from "#app/config/config.server.ts";
import type { Store } from "#db/store.ts";

type Command = (store: Store, args: string[], out: Out, config: Config) => Promise<number>;

/** Commands that may work beside a running server. They make and migrate nothing. */
const commandsBeside: Record<string, Command> = {
  backup,
  "create-admin": createAdmin,
  demo,
  import: importCommand,
  mail: (store, args, out) => mail(store, args, out),
  "reset-password": resetPassword,
  reindex,
  search: searchCommand,
};

/** Commands that hold the data folder alone, and bring its schema up to date. */
const commandsAlone: Record<string, Command> = { migrate: migrateCommand, seed };

/** Commands that open no database, or by themselves. */
const commandsWithoutStore: Record<string, (args: string[], out: Out) => Promise<number>> = {
  plan,
  restore,
  doctor: (args, out) => doctor(readSettings(process.env), args, out),
};

const USAGE = `Usage: npm run zbornik -- <command>

  create-admin --address ADDRESS --name NAME   make an administrator; asks for nothing, prints a password once
  reset-password ADDRESS                       print a link that sets a new password (30 minutes, once)
  migrate                                      bring the database to the newest schema
  seed                                         load the demonstration programme into an empty installation
  seed library                                 load the library on release and post-penal support: themes, references,
                                               agenda templates
  demo password                                print the password of the demonstration accounts again
  search "QUERY" --as ADDRESS [--limit N] [--json]
                                               what that person finds; --json: as the API answers
  search --batch FILE.jsonl --as ADDRESS [--limit N] --json
                                               a list of hits for every {"id": ..., "query": ...}; - reads standard input
  import contributions FILE.jsonl --group SLUG --as ADDRESS [--status S] [--sharing L] [--dry-run]
                                               records from a file, one JSON object a line; - reads standard input
  mail receive                                 take in an answer to an invitation from standard input, as a mail
                                               server pipes it in; prints what came of it as one line of JSON
  plan solve FILE.json [--seconds S] [--seed N] [--json]
                                               find a timetable; - reads standard input
  plan check FILE.json ANSWER.json             check an answer
  backup FILE [--with-secret] [--force]        copy the installation into one file, while the server runs
  restore FILE [--check]                       put the installation back from a backup; what is there is moved aside
  reindex                                      read all records into the search index again, while the server runs
  doctor                                       check pragmas, integrity, audit chain and search index, also in the
                                               memory of a server that runs here

Settings come from the environment: DATA_DIR, PUBLIC_URL, PORT, SMTP_URL, MAIL_FROM, TRUST_PROXY, DEMO, DEMO_PASSWORD.`;

/**
 * Runs a command.
 * @returns the exit code: 0 done, 1 failed, 2 wrong use
 */
export async function run(args: string[]): Promise<number> {
  const out: Out = { line: (text) => console.log(text), error: (text) => console.error(text) };
  const [name = "", ...rest] = args;
  const start = startOf(name, rest, out);
  if (!start) {
    if (name && !["help", "--help", "-h"].includes(name)) out.error(`Unknown command: ${name}\n`);
    out.error(USAGE);
    return 2;
  }
  try {
    return await start();
  } catch (error) {
    out.error(error instanceof Error ? error.message : String(error));
    return error instanceof BadEnvironment ? 2 : 1;
  }
}

function startOf(name: string, args: string[], out: Out): (() => Promise<number>) | null {
  const find = <T>(list: Record<string, T>) => (Object.hasOwn(list, name) ? list[name] : undefined);
  const [alone, beside, withoutStore] = [find(commandsAlone), find(commandsBeside), find(commandsWithoutStore)];
  if (withoutStore) return () => withoutStore(args, out);
  if (alone) return () => holdingTheFolder(name, (store, config) => alone(store, args, out, config));
  if (beside) return () => besideTheServer((store, config) => beside(store, args, out, config));
  return null;
}
