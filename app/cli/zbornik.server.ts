import type { Out } from "#app/cli/out.ts";
import { BadEnvironment, type Config, readSettings } from "#app/config/config.server.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

type Command = (store: Store, args: string[], out: Out, config: Config) => Promise<number>;
type CommandWithoutStore = (args: string[], out: Out) => Promise<number>;

// Each command is loaded when it is asked for: a mail server that pipes in an answer loads no planner.

/** Commands that may work beside a running server. They make and migrate nothing. */
const commandsBeside: Record<string, () => Promise<Command>> = {
  backup: async () => (await import("#app/cli/commands/backup.server.ts")).backup,
  "create-admin": async () => (await import("#app/cli/commands/create-admin.server.ts")).createAdmin,
  demo: async () => (await import("#app/cli/commands/demo.server.ts")).demo,
  import: async () => (await import("#app/cli/commands/import.server.ts")).importCommand,
  mail: async () => {
    const { mail } = await import("#app/cli/commands/mail.server.ts");
    return (store, args, out) => mail(store, args, out);
  },
  "reset-password": async () => (await import("#app/cli/commands/reset-password.server.ts")).resetPassword,
  reindex: async () => (await import("#app/cli/commands/reindex.server.ts")).reindex,
  search: async () => (await import("#app/cli/commands/search.server.ts")).searchCommand,
};

/** Commands that hold the data folder alone, and bring its schema up to date. */
const commandsAlone: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import("#app/cli/commands/migrate.server.ts")).migrateCommand,
  seed: async () => (await import("#app/cli/commands/seed.server.ts")).seed,
};

/** Commands that open no database, or by themselves. */
const commandsWithoutStore: Record<string, () => Promise<CommandWithoutStore>> = {
  plan: async () => (await import("#app/cli/commands/plan.server.ts")).plan,
  restore: async () => (await import("#app/cli/commands/restore.server.ts")).restore,
  doctor: async () => {
    const { doctor } = await import("#app/cli/commands/doctor.server.ts");
    return (args, out) => doctor(readSettings(process.env), args, out);
  },
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
  if (withoutStore) return async () => (await withoutStore())(args, out);
  if (!alone && !beside) return null;
  return async () => {
    const { besideTheServer, holdingTheFolder } = await import("#app/cli/with-store.server.ts");
    const command = await (alone ?? sure(beside))();
    const act = (store: Store, config: Config) => command(store, args, out, config);
    return alone ? holdingTheFolder(name, act) : besideTheServer(act);
  };
}
