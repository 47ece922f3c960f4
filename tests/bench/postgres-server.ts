import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { talkTo } from "#tests/bench/line-process.ts";

/** Why something cannot be measured here, and what to install. */
export interface Missing {
  missing: string;
}

/** A server of its own, empty, reached through a socket in its own folder. */
export interface PostgresServer {
  /** One connection, to be closed before the server is stopped. */
  connect(): PostgresSession;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
}

/** One connection of the server. A statement with an error ends it; the error is thrown. */
export interface PostgresSession {
  /** Runs statements. @returns the rows, columns parted by `|` */
  run(sql: string): Promise<string[]>;
  /** Runs one statement. @returns the rows, and milliseconds from sending it to having its whole answer */
  timed(sql: string): Promise<{ rows: string[]; milliseconds: number }>;
  /** Copies lines of tab-separated values into a table, as `copy ... from stdin` reads them. */
  copy(target: string, lines: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

interface Account {
  uid?: number;
  gid?: number;
}

/** Memory as one would give it on a server of this size; everything else as it comes. */
const SETTINGS = { shared_buffers: "512MB", work_mem: "64MB", maintenance_work_mem: "512MB" };
const SUPERUSER = "postgres";
const INSTALL = "Debian: apt-get install postgresql";
/** Printed by psql after each answer. */
const END = "-- end of answer --";
const PATIENCE_SECONDS = 30;
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"];

/**
 * Starts a PostgreSQL server in a temporary folder, without TCP. It is stopped and its folder deleted also when this
 * process exits before `stop`. Throws what the server said when it does not start.
 */
export async function startPostgres(): Promise<PostgresServer | Missing> {
  const programs = folderOfPrograms();
  if (!programs) return { missing: `PostgreSQL is not installed. ${INSTALL}` };
  const account = accountOfServer();
  if (!account) return { missing: `PostgreSQL refuses to run as root, and there is no account postgres. ${INSTALL}` };
  const folder = mkdtempSync(join(tmpdir(), "zbornik-postgres-"));
  let server: ChildProcess | undefined;
  // Nothing of the data is wanted later: an immediate end spares writing it out.
  const remove = () => {
    server?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const leave = () => process.exit(1);
  const forget = () => {
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, leave);
  };
  process.once("exit", remove);
  for (const signal of SIGNALS) process.once(signal, leave);
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      server.kill("SIGQUIT");
      await once(server, "exit");
    }
    remove();
    forget();
  };
  try {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
    const data = join(folder, "data");
    execFileSync(
      join(programs, "initdb"),
      ["-D", data, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
      { ...account, cwd: folder, stdio: "pipe" },
    );
    server = launch(programs, folder, account);
    await untilReady(data, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connect: () => sessionOf(programs, folder), stop };
}

function launch(programs: string, folder: string, account: Account): ChildProcess {
  const settings = { ...SETTINGS, listen_addresses: "", unix_socket_directories: folder };
  return spawn(
    join(programs, "postgres"),
    ["-D", join(folder, "data"), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A process group of its own, so that an interrupt from the keyboard reaches it through this process only.
    { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
}

/** The server says in its lock file when it takes connections. */
async function untilReady(data: string, server: ChildProcess): Promise<void> {
  const lock = join(data, "postmaster.pid");
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += 0.1) {
    if (server.exitCode !== null) break;
    if (existsSync(lock) && /^ready/m.test(readFileSync(lock, "utf8"))) return;
    await delay(100);
  }
  throw new Error(`The PostgreSQL server did not start: ${said.trim()}`);
}

function sessionOf(programs: string, folder: string): PostgresSession {
  const psql = talkTo(
    join(programs, "psql"),
    ["-X", "-q", "-A", "-t", "-h", folder, "-U", SUPERUSER, "-d", "postgres", "-v", "ON_ERROR_STOP=1"],
    { env: { ...process.env, LC_ALL: "C", PGCLIENTENCODING: "UTF8" } },
  );
  const answer = async () => {
    const lines: string[] = [];
    for (let line = await psql.line(); line !== END; line = await psql.line()) lines.push(line);
    return lines;
  };
  const run = async (sql: string) => {
    await psql.write([sql, `\\echo ${END}`]);
    return answer();
  };
  return {
    run,
    timed: async (sql) => {
      const rows = await run(`\\timing on\n${sql}\n\\timing off`);
      const time = /^Time: ([\d.]+) ms/.exec(rows.pop() ?? "")?.[1];
      return { rows, milliseconds: Number(time) };
    },
    copy: async (target, lines) => {
      await psql.write([`copy ${target} from stdin;`]);
      await psql.write(lines);
      await psql.write(["\\.", `\\echo ${END}`]);
      await answer();
    },
    close: psql.close,
  };
}

/** Debian has the programs in a folder for each version; elsewhere they may be in the path. */
function folderOfPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => ["initdb", "postgres", "psql"].every((name) => existsSync(join(folder, name))));
}

/** The server does not run as root: there its usual account does. @returns undefined where there is none */
function accountOfServer(): Account | undefined {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync("/etc/passwd", "utf8").match(/^postgres:[^:]*:(\d+):(\d+):/m);
  return entry ? { uid: Number(entry[1]), gid: Number(entry[2]) } : undefined;
}
