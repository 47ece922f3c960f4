import { facetNames, queries } from "#tests/bench/search/queries.ts";
import type { Figures, Loaded, Measured } from "#tests/bench/search/rivals/measure.ts";

/**
 * Prints what every query took in every engine, and how many times as long ours takes (below 1: ours is faster). Totals
 * other than ours are marked: ours reads words in all their forms, the others as they stand.
 * @param ours figures by the name of the query
 */
export function printQueries(ours: ReadonlyMap<string, Figures>, rivals: readonly Measured[]): void {
  console.log(`\n${row("query", "engine", "hits", "", "p50 ms", "p95 ms", "ratio p50", "ratio p95")}`);
  for (const { name } of queries) {
    const our = ours.get(name);
    if (our) console.log(row(name, "Zbornik", our.hits, "", ms(our.p50), ms(our.p95)));
    for (const rival of rivals) {
      const their = rival.figures.get(name);
      if (!their) continue;
      const cells = [their.hits, our && our.hits !== their.hits ? "differs" : "", ms(their.p50), ms(their.p95)];
      const ratios = our ? [ratio(our.p50, their.p50), ratio(our.p95, their.p95)] : [];
      console.log(row(our || rival !== rivals[0] ? "" : name, rival.name, ...cells, ...ratios));
    }
  }
  printAgreement(rivals);
}

/** Prints how long each engine needed to load the corpus, making it included, and its size on disk. */
export function printLoads(loads: readonly Loaded[], records: number): void {
  console.log(`\n${row("loading", "engine", "seconds", "", "a second", "MB")}`);
  for (const { name, seconds, bytes } of loads) {
    console.log(row("", name, seconds.toFixed(1), "", Math.round(records / seconds), (bytes / 1e6).toFixed(1)));
  }
}

/** The other engines read the same words in the same way: where they differ, one of them is asked wrongly. */
function printAgreement(rivals: readonly Measured[]): void {
  const counting = rivals.filter(({ figures }) => queries.every(({ name }) => figures.get(name)?.facets));
  if (counting.length < 2) return;
  const differing = queries.filter(
    ({ name }) => new Set(counting.map((rival) => counts(rival.figures.get(name)))).size > 1,
  );
  const engines = counting.map(({ name }) => name).join(", ");
  const verdict =
    differing.length === 0 ? "for every query" : `but not for: ${differing.map(({ name }) => name).join("; ")}`;
  console.log(`${engines} give the same totals and facets ${verdict}.`);
}

function counts(figures: Figures | undefined): string {
  const facets = facetNames.map((name) => Object.entries(figures?.facets?.[name] ?? {}).sort());
  return JSON.stringify([figures?.hits, facets]);
}

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)}x`;
}

function ms(value: number): string {
  return value.toFixed(2);
}

function row(query: string, engine: string, ...cells: (string | number)[]): string {
  return (query.padEnd(32) + engine.padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join("")).trimEnd();
}
