import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadLibrary } from "#app/cli/seed/load-library.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { type FileLine, importContributions } from "#app/domain/imports/import-contributions.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { databaseFile, openRaw, openStore, type Store } from "#db/connect.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { corpus } from "#tests/bench/search/corpus.ts";
import { asTyped, queries } from "#tests/bench/search/queries.ts";
import { type Figures, measureRivals, rivalNames } from "#tests/bench/search/rivals/measure.ts";
import { printLoads, printQueries } from "#tests/bench/search/table.ts";
import { world } from "#tests/support/world.ts";

/**
 * `npm run bench -- search [--records N] [--runs N] [--rivals plain,postgres,xapian|none]`: imports a generated corpus,
 * then asks every kind of query, with permissions, exact totals and all facets, beside plain FTS5, PostgreSQL and
 * Xapian, as far as they are installed, with the same corpus.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { records: { type: "string" }, runs: { type: "string" }, rivals: { type: "string" } },
  });
  const records = Number(values.records ?? 10_000);
  const runs = Number(values.runs ?? 20);
  const rivals = rivalNames(values.rivals);
  if (!rivals) {
    console.error("Usage: npm run bench -- search [--records N] [--runs N] [--rivals plain,postgres,xapian|none]");
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "zbornik-bench-"));
  const file = databaseFile(folder);
  try {
    const raw = openRaw(file);
    migrate(raw);
    raw.close();
    const store = openStore(file);
    await loadLibrary(store);
    const people = await world(store);
    const consultant = await people.actor(people.people.consultant);
    await measureImport(store, consultant, records);
    const ours = new Map<string, Figures>();
    for (const query of queries) {
      const input = { query: asTyped(query), locale: "en", limit: 20 } as const;
      const { last, ...times } = await timed(runs, () => search(store.reader, consultant, input));
      ours.set(query.name, { hits: last.total, ...times });
    }
    await store.close();
    const { measured, loaded, failures } = await measureRivals(rivals, folder, records, runs);
    printQueries(ours, measured);
    printLoads(loaded, records);
    return failures > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureImport(store: Store, actor: Actor, records: number): Promise<void> {
  const begin = performance.now();
  const counts = await importContributions(store, actor, linesOf(records), {
    groupSlug: "release",
    status: "validated",
    sharing: "group",
    dryRun: false,
    onFault: (line, reason) => console.log(`line ${line}: ${reason}`),
    onWarning: () => {},
    onProgress: () => {},
  });
  const seconds = (performance.now() - begin) / 1000;
  console.log(
    `${counts.added} records imported and indexed in ${seconds.toFixed(1)} s: ${Math.round(counts.added / seconds)} a second.`,
  );
}

async function* linesOf(records: number): AsyncGenerator<FileLine> {
  let number = 0;
  for (const value of corpus(records)) yield { number: ++number, value };
}

async function timed<T>(runs: number, work: () => Promise<T>): Promise<{ p50: number; p95: number; last: T }> {
  let last = await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    last = await work();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs * 0.5)]!, p95: times[Math.min(runs - 1, Math.floor(runs * 0.95))]!, last };
}
