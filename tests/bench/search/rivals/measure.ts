import { type BenchQuery, queries } from "#tests/bench/search/queries.ts";
import { openPlain } from "#tests/bench/search/rivals/plain.ts";
import { openPostgres } from "#tests/bench/search/rivals/postgres.ts";
import type { Answer, FacetCounts, OpenRival, Rival } from "#tests/bench/search/rivals/rival.ts";
import { openXapian } from "#tests/bench/search/rivals/xapian.ts";

const openers = { plain: openPlain, postgres: openPostgres, xapian: openXapian } satisfies Record<string, OpenRival>;
export type RivalName = keyof typeof openers;

/** Times are milliseconds. */
export interface Figures {
  hits: number;
  p50: number;
  p95: number;
  facets?: FacetCounts;
}

/** An engine, or one way of asking it, with its figures by the name of the query. */
export interface Measured {
  name: string;
  figures: ReadonlyMap<string, Figures>;
}

/** What an engine needed before it could be asked. */
export interface Loaded {
  name: string;
  seconds: number;
  bytes: number;
}

/** Times each query is asked before it counts. */
const WARM = 3;

/**
 * Which engines `--rivals` asks for: names parted by commas, or `none`; all where it is left out.
 * @returns null where a name is unknown
 */
export function rivalNames(given: string | undefined): RivalName[] | null {
  const known = Object.keys(openers) as RivalName[];
  if (given === undefined) return known;
  const names = given === "none" ? [] : given.split(",");
  return names.every((name) => name in openers) ? known.filter((name) => names.includes(name)) : null;
}

/**
 * Loads the corpus into one engine after the other and asks each every query; says which are not installed. One that
 * fails is stopped and told, and costs the others nothing.
 * @param folder where they may put files
 * @param runs how often each query is timed
 * @returns also how many failed
 */
export async function measureRivals(
  names: readonly RivalName[],
  folder: string,
  records: number,
  runs: number,
): Promise<{ measured: Measured[]; loaded: Loaded[]; failures: number }> {
  const measured: Measured[] = [];
  const loaded: Loaded[] = [];
  let failures = 0;
  for (const name of names) {
    try {
      const rival = await openers[name](folder, records);
      if ("missing" in rival) {
        console.log(`Not measured: ${rival.missing}`);
        continue;
      }
      try {
        measured.push(...(await measure(rival, runs)));
        loaded.push({ name: rival.name, seconds: rival.loadSeconds, bytes: rival.bytes });
      } finally {
        await rival.close();
      }
    } catch (error) {
      failures++;
      console.error(`Not measured: ${name} failed. ${error instanceof Error ? error.message : error}`);
    }
  }
  return { measured, loaded, failures };
}

async function measure({ name, ask, askBare }: Rival, runs: number): Promise<Measured[]> {
  const ways = [{ name, ask }, ...(askBare ? [{ name: `${name}, no facets`, ask: askBare }] : [])];
  const measured: Measured[] = [];
  for (const way of ways) {
    const figures = new Map<string, Figures>();
    for (const query of queries) figures.set(query.name, await timed(way.ask, query, runs));
    measured.push({ name: way.name, figures });
  }
  return measured;
}

async function timed(ask: Rival["ask"], query: BenchQuery, runs: number): Promise<Figures> {
  let last: Answer = await ask(query);
  for (let run = 1; run < WARM; run++) await ask(query);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    last = await ask(query);
    times.push(last.milliseconds);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(runs - 1, Math.floor(runs * share))]!;
  return { hits: last.hits, facets: last.facets, p50: at(0.5), p95: at(0.95) };
}
