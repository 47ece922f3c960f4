import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ask, load } from "#tests/bench/pages/ask.ts";
import { serveBytes } from "#tests/bench/pages/bare.ts";
import { type Child, startChild } from "#tests/bench/pages/child.ts";
import { serveDemonstration } from "#tests/bench/pages/served.ts";
import { type Weight, weigh } from "#tests/bench/pages/weigh.ts";

const PASSWORD = "demonstration-1";
/** Requests whose CPU is taken together, and how many such rounds the median is of. */
const BATCH = 5;
/** Requests for a page before it is measured: code that has run often is compiled by then, as after a day. */
const WARM = 150;

const publicPages = ["/en", "/bs", "/en/knowledge", "/en/help", "/en/news"];

/** The bench starts itself as its servers. */
const [role] = process.argv.slice(2);
if (process.send && role === "demonstration") await serveDemonstration();
if (process.send && role === "bytes") serveBytes();

/**
 * `npm run bench -- pages [--only cpu|bytes|stored] [--profile FOLDER]`: CPU, statements and bytes of the pages, and
 * how
 * many stored ones a second; with a profile of the server, as `node --cpu-prof` writes it.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "12" },
      seconds: { type: "string", default: "3" },
      port: { type: "string", default: "4120" },
      only: { type: "string", default: "" },
      profile: { type: "string", default: "" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "zbornik-bench-pages-"));
  const port = Number(values.port);
  const env = { PORT: String(port), DATA_DIR: folder, DEMO_PASSWORD: PASSWORD, PUBLIC_URL: "", DEMO: "1" };
  const profiling = values.profile ? ["--cpu-prof", `--cpu-prof-dir=${values.profile}`] : [];
  const served = await startChild("demonstration", folder, env, profiling);
  try {
    const isWanted = (part: string) => values.only === "" || values.only === part;
    if (isWanted("cpu")) await measurePages(served, Number(values.rounds));
    if (isWanted("bytes")) await weighPages(served);
    if (isWanted("stored")) await measureStored(served, folder, Number(values.seconds) * 1000);
    const { rss } = await served.used();
    console.log(`\nmemory at the end: ${Math.round(rss / 1e6)} MB`);
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

/** Pages of somebody signed in; those of one thing by what the lists link to. */
async function pagesOf(port: number, person: string): Promise<{ cookie: string; paths: string[] }> {
  const form = { address: `${person}@demo.example`, password: PASSWORD };
  const { headers, status } = await ask(port, "/sign-in", { form });
  const cookie = headers["set-cookie"]?.find((one) => /zbornik=/.test(one))?.split(";")[0];
  if (!cookie) throw new Error(`${person} cannot sign in: ${status}`);
  const first = async (path: string, pattern: RegExp) => {
    const { body } = await ask(port, path, { cookie });
    return pattern.exec(body.toString())?.[1];
  };
  const round = await first("/rounds", /href="(\/rounds\/[\w-]{10,})"/);
  const session = await first(round ?? "/home", /href="(\/sessions\/[\w-]{10,})"/);
  const mine = await first("/contributions", /href="(\/contributions\/[A-Z]+-\d+-\w+)/);
  const found = await first("/search?q=release", /href="(\/contributions\/[A-Z]+-\d+-\w+)/);
  const wanted = ["/home", "/search?q=release", "/contributions/new", "/contributions", "/references", "/rounds"];
  const things = [round, session, session && `${session}/agenda`, found, mine && `${mine}/edit`];
  const rest = ["/members", "/outbox", "/account", "/administration"];
  return { cookie, paths: [...wanted, ...things, ...rest].filter((path) => path !== undefined) };
}

async function measurePages(served: Child, rounds: number): Promise<void> {
  console.log(`\n${row("signed-in page", "who", "CPU ms", "statements", "status")}`);
  for (const person of ["organiser", "participant.ba"]) {
    const { cookie, paths } = await pagesOf(served.port, person);
    for (const path of paths) {
      const warm = await ask(served.port, path, { cookie });
      if (warm.status !== 200) continue;
      for (let i = 0; i < WARM; i++) await ask(served.port, path, { cookie, encoding: "br" });
      const { cpu, statements } = await measure(served, path, cookie, rounds);
      console.log(row(shorten(path), person, cpu.toFixed(2), statements, warm.status));
    }
  }
  const { cpu, statements } = await measure(served, "/sign-in", undefined, rounds);
  console.log(row("/sign-in", "nobody", cpu.toFixed(2), statements, 200));
}

async function measure(served: Child, path: string, cookie: string | undefined, rounds: number) {
  const cpus: number[] = [];
  let statements = 0;
  for (let round = 0; round < rounds; round++) {
    const before = await served.used();
    for (let i = 0; i < BATCH; i++) await ask(served.port, path, { cookie, encoding: "br" });
    const after = await served.used();
    cpus.push((after.cpu - before.cpu) / BATCH / 1000);
    statements = (after.statements - before.statements) / BATCH;
  }
  return { cpu: median(cpus), statements };
}

async function weighPages(served: Child): Promise<void> {
  console.log(`\n${row("page, loaded cold", "who", "HTML kB", "scripts", "styles", "together")}`);
  const print = (path: string, who: string, { html, scripts, styles }: Weight) =>
    console.log(row(shorten(path), who, kB(html), kB(scripts), kB(styles), kB(html + scripts + styles)));
  for (const path of [...publicPages, "/sign-in", "/forgotten-password"]) {
    print(path, "nobody", await weigh(served.port, path));
  }
  for (const person of ["organiser", "participant.ba"]) {
    const { cookie, paths } = await pagesOf(served.port, person);
    for (const path of paths) {
      if ((await ask(served.port, path, { cookie })).status !== 200) continue;
      print(path, person, await weigh(served.port, path, cookie));
    }
  }
}

/** Stored pages beside a bare server in the same run: how many a second, and CPU of the server for one. */
async function measureStored(served: Child, folder: string, milliseconds: number): Promise<void> {
  console.log(`\n${row("stored page", "server", "a second", "CPU µs", "ratio", "by CPU")}`);
  for (const path of publicPages) {
    const { body } = await ask(served.port, path, { encoding: "br" });
    const bare = await startChild("bytes", folder, {
      PORT: String(served.port + 1),
      BYTES: body.toString("base64"),
    });
    const theirs = await rate(bare, path, milliseconds);
    const ours = await rate(served, path, milliseconds);
    await bare.stop();
    console.log(row(path, "node:http", theirs.perSecond.toFixed(0), (theirs.cpu * 1000).toFixed(0)));
    const shares = [percent(ours.perSecond / theirs.perSecond), percent(theirs.cpu / ours.cpu)];
    console.log(row("", "Zbornik", ours.perSecond.toFixed(0), (ours.cpu * 1000).toFixed(0), ...shares));
  }
}

async function rate(child: Child, path: string, milliseconds: number): Promise<{ perSecond: number; cpu: number }> {
  const options = { connections: 32, milliseconds };
  await load(child.port, path, { ...options, milliseconds: milliseconds / 3 });
  const before = await child.used();
  const started = performance.now();
  const answered = await load(child.port, path, options);
  const seconds = (performance.now() - started) / 1000;
  const after = await child.used();
  return { perSecond: answered / seconds, cpu: (after.cpu - before.cpu) / answered / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function shorten(path: string): string {
  return path.replace(/[\w-]{16,}/, "ID");
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function row(page: string, who: string, ...cells: (string | number)[]): string {
  return (page.padEnd(30) + who.padEnd(16) + cells.map((cell) => String(cell).padStart(11)).join("")).trimEnd();
}
