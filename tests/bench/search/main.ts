import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { loadLibrary } from "#app/cli/seed/load-library.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { type FileLine, importContributions } from "#app/domain/imports/import-contributions.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { databaseFile, openRaw, openStore, type Store } from "#db/connect.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { corpus, marked } from "#tests/bench/search/corpus.ts";
import { world } from "#tests/support/world.ts";

/** What is asked for, by the kind of query; the plain table is asked the same words. */
const queries: [string, string][] = [
  ["one word, a fifth of all", marked.fifth],
  ["one word, a fiftieth", marked.fiftieth],
  ["one word, rare", marked.rare],
  ["two words", `${marked.pair[0]} ${marked.pair[1]}`],
  ["beginning of a word", "koordin"],
  ["phrase", `"${marked.pair[0]} ${marked.pair[1]}"`],
  ["word and filter", `${marked.fifth} kind:practice`],
];

/**
 * `npm run bench -- search [--records N] [--runs N]`: imports a generated corpus, then asks every kind of query, with
 * permissions, exact totals and all facets, beside plain FTS5 that only counts and ranks.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { records: { type: "string" }, runs: { type: "string" } } });
  const records = Number(values.records ?? 10_000);
  const runs = Number(values.runs ?? 20);
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
    const plain = plainTable(join(folder, "plain.sqlite"), records);
    console.log(`\n${cells("query", "hits", "p50 ms", "p95 ms", "FTS5 hits", "FTS5 p50 ms", "ratio")}`);
    for (const [name, query] of queries) {
      const ours = await timed(runs, () => search(store.reader, consultant, { query, locale: "en", limit: 20 }));
      const theirs = await timed(runs, async () => plain(query));
      const ratio = (ours.p50 / theirs.p50).toFixed(1);
      console.log(cells(name, ours.last.total, ms(ours.p50), ms(ours.p95), theirs.last, ms(theirs.p50), `${ratio}x`));
    }
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
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

/** SQLite's full-text search as it comes. @returns what counts all hits and fetches the first twenty */
function plainTable(file: string, records: number): (query: string) => number {
  const db = new Database(file);
  db.exec("create virtual table plain using fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')");
  const insert = db.prepare("insert into plain (title, body) values (?, ?)");
  db.transaction(() => {
    for (const { title, body } of corpus(records)) insert.run(title, body);
  })();
  const count = db.prepare<[string], { n: number }>("select count(*) as n from plain where plain match ?");
  const page = db.prepare("select rowid from plain where plain match ? order by bm25(plain) limit 20");
  return (query) => {
    const words = query.replace(/\S+:\S+/g, "").trim();
    const match = words.startsWith('"') ? words : words === "koordin" ? "koordin*" : words.split(" ").join(" AND ");
    page.all(match);
    return count.get(match)!.n;
  };
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

function ms(value: number): string {
  return value.toFixed(2);
}

function cells(first: string, ...others: (string | number)[]): string {
  return first.padEnd(28) + others.map((cell) => String(cell).padStart(13)).join("");
}
