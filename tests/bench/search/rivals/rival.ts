import { latin } from "#tests/bench/analyser/spellings.ts";
import type { Missing } from "#tests/bench/postgres-server.ts";
import { corpus } from "#tests/bench/search/corpus.ts";
import { type BenchQuery, type FacetName, facetNames } from "#tests/bench/search/queries.ts";

/** Counts by facet and value; values without hits are absent. */
export type FacetCounts = Record<FacetName, Record<string, number>>;

/** What an engine answers: all hits counted, the first twenty fetched by number. */
export interface Answer {
  hits: number;
  /** Absent where the engine was asked without. */
  facets?: FacetCounts;
  milliseconds: number;
}

/** Another engine with the same records. */
export interface Rival {
  name: string;
  /** Seconds from the first record made (each takes about 0.1 ms) to a table that is ready and tidied up. */
  loadSeconds: number;
  /** Bytes on disk, texts included. */
  bytes: number;
  /** An exact total, the best twenty, and the counts of all facets among the hits. */
  ask(query: BenchQuery): Promise<Answer>;
  /** The same without facets, where the engine by itself has none. */
  askBare?(query: BenchQuery): Promise<Answer>;
  close(): Promise<void>;
}

/** Loads so many records of the corpus into an engine whose files go into a folder; says so where there is none. */
export type OpenRival = (folder: string, records: number) => Promise<Rival | Missing>;

/** A record as the engines get it. */
export interface Row {
  title: string;
  body: string;
  facets: Record<FacetName, string>;
}

/** How many hits an engine fetches. */
export const PAGE = 20;

/**
 * The corpus for other engines, one at a time. What is in Cyrillic comes in Latin letters: by themselves they would
 * not find the two languages of seven that are written so, and would have less to count and to rank.
 */
export function* rowsOf(records: number): Generator<Row> {
  for (const { title, body, language, kind, beneficiary, institutionType, themes } of corpus(records)) {
    const isCyrillic = /\p{Script=Cyrillic}/u.test(title);
    yield {
      title: isCyrillic ? latin(title.toLowerCase()) : title,
      body: isCyrillic ? latin(body.toLowerCase()) : body,
      facets: { kind, beneficiary, institutionType, theme: themes[0]!, language },
    };
  }
}

/** Counts of all facets from those of each, without values that have none. */
export function countsOf(facet: (name: FacetName) => Iterable<readonly [value: string, count: number]>): FacetCounts {
  return Object.fromEntries(facetNames.map((name) => [name, Object.fromEntries(facet(name))])) as FacetCounts;
}
