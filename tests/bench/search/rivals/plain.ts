import { statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type BenchQuery, type FacetName, facetNames } from "#tests/bench/search/queries.ts";
import { countsOf, type FacetCounts, type OpenRival, PAGE, rowsOf } from "#tests/bench/search/rivals/rival.ts";

interface Column {
  readonly codes: Uint8Array;
  readonly values: string[];
}

/**
 * SQLite's full-text search as it comes, with bm25, its index merged into one and its file mapped into memory. Filters
 * are words of a column of their own, which is faster than a join. It has no facets: they are counted by columns in
 * memory from the numbers of all hits; `askBare` leaves them out.
 */
export const openPlain: OpenRival = async (folder, records) => {
  const file = join(folder, "plain.sqlite");
  const db = new Database(file);
  const begin = performance.now();
  const columns = load(db, records);
  const loadSeconds = (performance.now() - begin) / 1000;
  const page = db.prepare<[string]>(`select rowid from plain where plain match ? order by rank limit ${PAGE}`).pluck();
  const count = db.prepare<[string], number>("select count(*) from plain where plain match ?").pluck();
  const all = db.prepare<[string], number>("select rowid from plain where plain match ?").pluck();
  return {
    name: "FTS5",
    loadSeconds,
    bytes: statSync(file).size,
    ask: async (query) => {
      const start = performance.now();
      const match = expressionFor(query);
      page.all(match);
      const hits = all.all(match);
      const facets = countFacets(columns, hits);
      return { hits: hits.length, facets, milliseconds: performance.now() - start };
    },
    askBare: async (query) => {
      const start = performance.now();
      const match = expressionFor(query);
      page.all(match);
      return { hits: count.get(match)!, milliseconds: performance.now() - start };
    },
    close: async () => {
      db.close();
    },
  };
};

function load(db: Database.Database, records: number): Record<FacetName, Column> {
  const columns = Object.fromEntries(
    facetNames.map((name) => [name, { codes: new Uint8Array(records + 1), values: [] }]),
  ) as unknown as Record<FacetName, Column>;
  db.exec(`
    pragma mmap_size = 8589934592;
    create virtual table plain using fts5(title, body, facets, tokenize = 'unicode61 remove_diacritics 2');
    insert into plain (plain, rank) values ('rank', 'bm25(1.0, 1.0, 0.0)');`);
  const insert = db.prepare("insert into plain (rowid, title, body, facets) values (?, ?, ?, ?)");
  let id = 0;
  db.transaction(() => {
    for (const { title, body, facets } of rowsOf(records)) {
      insert.run(++id, title, body, facetNames.map((name) => filterWord(name, facets[name])).join(" "));
      for (const name of facetNames) {
        const { codes, values } = columns[name];
        if (!values.includes(facets[name])) values.push(facets[name]);
        codes[id] = values.indexOf(facets[name]);
      }
    }
  })();
  db.exec("insert into plain (plain) values ('optimize')");
  return columns;
}

function countFacets(columns: Record<FacetName, Column>, hits: readonly number[]): FacetCounts {
  return countsOf((name) => {
    const { codes, values } = columns[name];
    const counts = new Uint32Array(values.length);
    for (const hit of hits) counts[codes[hit]!]!++;
    return values.map((value, at) => [value, counts[at]!] as const).filter(([, count]) => count > 0);
  });
}

function expressionFor({ words, match, filters }: BenchQuery): string {
  const asked =
    match === "phrase"
      ? `"${words.join(" ")}"`
      : words.map((word) => (match === "beginning" ? `${word}*` : word)).join(" AND ");
  return [asked, ...Object.entries(filters).map(([name, value]) => filterWord(name as FacetName, value))].join(" AND ");
}

function filterWord(name: FacetName, value: string): string {
  return `x${name}0${value.replaceAll("-", "0")}`;
}
