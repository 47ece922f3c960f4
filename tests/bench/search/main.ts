import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { jsonLines } from "#app/cli/json-lines.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { importContributions } from "#app/domain/imports/import-contributions.server.ts";
import { preparingThreads } from "#app/domain/imports/prepare-in-threads.server.ts";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { SearchThread } from "#app/domain/search/answer/search-thread.server.ts";
import { describeHits } from "#app/domain/search/results/describe-hits.server.ts";
import { findMatches, search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { databaseOf, migrate, openStore } from "#db/engine.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { corpus } from "#tests/bench/search/corpus.ts";
import { asTyped, queries } from "#tests/bench/search/queries.ts";
import { type Figures, measureRivals, rivalNames } from "#tests/bench/search/rivals/measure.ts";
import { printLoads, printQueries } from "#tests/bench/search/table.ts";
import { world } from "#tests/support/world.ts";

const usage = `Usage: npm run bench -- search [--records N] [--runs N] [--keep FOLDER] [--rivals plain,postgres,xapian|none]`;

/**
 * `npm run bench -- search`: imports a generated corpus, then asks every kind of query in the thread the server asks,
 * with permissions, exact totals and all facets, beside plain FTS5, PostgreSQL and Xapian, as far as they are
 * installed, with the same corpus. With `--keep` the installation is made in a folder and found there the next time.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ records: { type: "string" }, runs: { type: "string" } },
      ...{ rivals: { type: "string" }, keep: { type: "string" } },
    },
  });
  const records = Number(values.records ?? 10_000);
  const runs = Number(values.runs ?? 20);
  const rivals = rivalNames(values.rivals);
  if (!rivals || !(records > 0) || !(runs > 0)) {
    console.error(usage);
    return 2;
  }
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), "zbornik-bench-"));
  const remove = () => {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const stop = () => {
    remove();
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const ours = await measureOurs(folder, records, runs);
    const { measured, loaded, failures } = await measureRivals(rivals, folder, records, runs);
    printQueries(ours, measured);
    printLoads(loaded, records);
    return failures > 0 ? 1 : 0;
  } finally {
    remove();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

async function measureOurs(folder: string, records: number, runs: number): Promise<Map<string, Figures>> {
  const file = databaseOf(folder);
  const isThere = existsSync(file);
  migrate(file);
  const store = openStore(file);
  const consultant = isThere ? await knownConsultant(store) : await installation(store, folder, records);
  console.log(`Database: ${megabytes(statSync(file).size)} MB.`);

  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { thread, loaded } = startThread(file);
  await loaded;
  console.log(`Index in memory after ${(performance.now() - begun).toFixed(0)} ms.`);
  delay.enable();
  const ours = new Map<string, Figures>();
  const lines: string[] = [];
  for (const query of queries) {
    const typed = asTyped(query);
    // Warm, as the others.
    for (let warm = 0; warm < 3; warm++) await ask(store, consultant, thread, typed);
    const { last, ...times } = await timed(runs, () => ask(store, consultant, thread, typed));
    const input = { query: typed, locale: "en", limit: 20 } as const;
    const whole = await timed(runs, () => search(store.read, consultant, input, thread));
    const found = await findMatches(store.read, consultant, input, 100, thread);
    const described = await timed(runs, () =>
      describeHits(store.read, consultant, searchSources, found.paging.page, found),
    );
    ours.set(query.name, { hits: last.total, ...times });
    lines.push(
      `  ${query.name.padEnd(32)}${times.p50.toFixed(2).padStart(8)} to find and count, p99 ${times.p99.toFixed(2)}; ${described.p50.toFixed(2).padStart(6)} to read the texts of a page and mark them; ${whole.p50.toFixed(2).padStart(6)} all together`,
    );
  }
  delay.disable();
  console.log(`Milliseconds, ${runs} times each:\n${lines.join("\n")}`);
  console.log(
    `Memory of the process: ${megabytes(process.memoryUsage().rss)} MB, ${megabytes(process.memoryUsage().rss - before)} MB more than before the index. ` +
      `Thread that serves pages: waited ${(delay.max / 1e6).toFixed(0)} ms at most.`,
  );
  await measureFollowing(store, consultant, thread);
  await thread.close();
  await store.close();
  return ours;
}

/** An empty installation with its library and a few people, and the corpus brought in by one of them from a file. */
async function installation(store: Store, folder: string, records: number): Promise<Actor> {
  await loadLibrary(store);
  const people = await world(store);
  const consultant = await people.actor(people.people.consultant);
  const file = join(folder, "corpus.jsonl");
  // On the disk before the clock starts: otherwise the import waits for it.
  await writeFile(file, linesOf(records), { flush: true });
  const threads = preparingThreads(join(process.cwd(), "build/node/import-thread.mjs"), store.engine.address);
  const begun = performance.now();
  let told = begun;
  const counts = await importContributions(store, consultant, jsonLines(file), {
    groupSlug: "release",
    status: "validated",
    sharing: "group",
    dryRun: false,
    prepare: threads.prepare,
    onFault: (line, reason) => console.log(`line ${line}: ${reason}`),
    onWarning: () => {},
    onProgress: ({ lines }) => {
      const now = performance.now();
      if (now - told < 30_000) return;
      told = now;
      console.log(`  ${lines} lines after ${((now - begun) / 1000).toFixed(0)} s`);
    },
  });
  const seconds = (performance.now() - begun) / 1000;
  await threads.close();
  rmSync(file);
  console.log(
    `${counts.added} records imported from a file and indexed in ${seconds.toFixed(1)} s: ${Math.round(counts.added / seconds)} a second.`,
  );
  return consultant;
}

async function knownConsultant(store: Store): Promise<Actor> {
  const { id } = await store.read
    .selectFrom("account")
    .select("id")
    .where("address", "=", "consultant@test.example")
    .executeTakeFirstOrThrow();
  return findActor(store.read, id);
}

function* linesOf(records: number): Generator<string> {
  for (const value of corpus(records)) yield `${JSON.stringify(value)}\n`;
}

function startThread(database: string): { thread: SearchThread; loaded: Promise<void> } {
  let tellLoaded = (): void => undefined;
  const loaded = new Promise<void>((resolve) => {
    tellLoaded = resolve;
  });
  const thread = new SearchThread({
    file: join(process.cwd(), "build/node/search-thread.mjs"),
    database,
    sources: searchSources,
    patience: 600_000,
    tell: (note) => {
      console.log(`  ${note}`);
      if (note.includes("in memory")) tellLoaded();
    },
  });
  return { thread, loaded };
}

/** A page of hits by id, the exact total and the counts of all facets. */
async function ask(store: Store, actor: Actor, matcher: Matcher, query: string): Promise<{ total: number }> {
  const found = await findMatches(store.read, actor, { query, locale: "en", limit: 20 }, 100, matcher);
  return { total: found.matched.total };
}

/** A change, and the search after it. */
async function measureFollowing(store: Store, actor: Actor, matcher: Matcher): Promise<void> {
  const change = async () => {
    await writeTransaction(store, async (db) => {
      const { id } = await db
        .selectFrom("contribution")
        .select("id")
        .where("evidence_stage", "is", null)
        .orderBy("id")
        .limit(1)
        .executeTakeFirstOrThrow();
      await db.updateTable("contribution").set({ evidence_stage: 3 }).where("id", "=", id).execute();
      await indexContributions(db, [id]);
    });
    const begun = performance.now();
    await ask(store, actor, matcher, asTyped(queries[2]!));
    return performance.now() - begun;
  };
  const times: number[] = [];
  for (let run = 0; run < 10; run++) times.push(await change());
  times.sort((one, other) => one - other);
  console.log(`The search after a change: ${times[5]!.toFixed(2)} ms, ${times[9]!.toFixed(2)} at most.`);
}

async function timed<T>(
  runs: number,
  work: () => Promise<T>,
): Promise<{ p50: number; p95: number; p99: number; last: T }> {
  let last: T | undefined;
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    last = await work();
    times.push(performance.now() - begin);
    // As between two requests.
    await new Promise((resolve) => setImmediate(resolve));
  }
  times.sort((a, b) => a - b);
  const part = (share: number) => times[Math.min(runs - 1, Math.floor(runs * share))]!;
  return { p50: part(0.5), p95: part(0.95), p99: part(0.99), last: last! };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
