import type { Matched, Wanted } from "#app/domain/search/answer/matcher.ts";
import type { MemoryRecords, Profile } from "#app/domain/search/answer/records.ts";
import { type ReaderView, singleFacets } from "#app/domain/search/answer/visibility-cache.ts";
import { facetNames } from "#app/domain/search/query/facet-names.ts";

/** What is counted, and for whom. */
export interface Counting {
  readonly records: MemoryRecords;
  readonly view: ReaderView;
  /** Codes of a theme and of all broader ones, by its id. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Of each set of themes the codes, as far as it was asked for. */
  readonly codes: Map<string, readonly string[]>;
}

type Ask = Pick<Wanted, "filters" | "bounds" | "recordTypes">;

const FACETS = singleFacets.length;
/** Values that counts have room for at first. */
const ROOM = 64;
/** Whether something passes a filter, as far as it was worked out: 0 where it was not. */
const PASSES = 1;
const FAILS = 2;

/** Counts records under their values, each as if its own filter were off. */
export class Counter {
  readonly #place: Counting;
  readonly #ask: Ask;
  /** Facets that have a filter, by their order in `singleFacets`, and which values each lets through. */
  readonly #filtered: readonly number[];
  readonly #allowed: readonly Uint8Array[];
  readonly #themes: ReadonlySet<string> | null;
  /** By value and facet: all facets of a value together. */
  #counts: Int32Array;
  /** By place of the set of themes. */
  readonly #themeCounts: Int32Array;
  readonly #themePasses: Uint8Array;
  readonly #isPlain: boolean;
  readonly #isOfAllTypes: boolean;

  constructor(place: Counting, ask: Ask) {
    this.#place = place;
    this.#ask = ask;
    const { records, view } = place;
    const { filters, bounds, recordTypes } = ask;
    const filtered = [...singleFacets.entries()].flatMap(([at, name]) => {
      const values = filters[name];
      if (!values) return [];
      const places = values.map((value) => view.placeOf(value));
      const allowed = new Uint8Array(Math.max(...places) + 1);
      for (const value of places) allowed[value] = 1;
      return [{ at, allowed }];
    });
    this.#filtered = filtered.map(({ at }) => at);
    this.#allowed = filtered.map(({ allowed }) => allowed);
    this.#themes = filters.theme ? new Set(filters.theme) : null;
    this.#counts = new Int32Array(Math.max(ROOM, view.values.length) * FACETS);
    this.#themeCounts = new Int32Array(records.themeSets.length);
    this.#themePasses = new Uint8Array(records.themeSets.length);
    this.#isPlain = !filters.status && !filters.group && bounds.evidence === null && bounds.has.length === 0;
    this.#isOfAllTypes = recordTypes.includes("contribution") && recordTypes.includes("reference");
  }

  /** Whether the reader sees records of a profile, and they are of a type asked for. */
  sees(profile: number): boolean {
    const { records, view } = this.#place;
    if (!view.sees(records.profiles, profile)) return false;
    return this.#isOfAllTypes || this.#ask.recordTypes.includes((records.profiles[profile] as Profile).type);
  }

  /** Counts so many records of a profile that the reader sees. @returns whether they pass all filters */
  count(profile: number, records: number): boolean {
    const { profiles, themesOf } = this.#place.records;
    if (!this.#isPlain && this.#failsOthers(profiles[profile] as Profile)) return false;
    const { sights } = this.#place.view;
    const first = profile * FACETS;
    let failed = -1;
    for (let at = 0; at < this.#filtered.length; at++) {
      const facet = this.#filtered[at] as number;
      if ((this.#allowed[at] as Uint8Array)[sights[first + facet] as number] === 1) continue;
      if (failed !== -1) return false;
      failed = facet;
    }
    const themes = themesOf.values[profile] as number;
    const failsTheme = this.#themes !== null && !this.#passesTheme(themes, this.#themes);
    if (failsTheme && failed !== -1) return false;
    if (failed !== -1) this.#add((sights[first + failed] as number) * FACETS + failed, records);
    else this.#themeCounts[themes] = (this.#themeCounts[themes] as number) + records;
    if (failsTheme || failed !== -1) return false;
    for (let facet = 0; facet < FACETS; facet++) this.#add((sights[first + facet] as number) * FACETS + facet, records);
    return true;
  }

  counts(): Matched["counts"] {
    const { view, records } = this.#place;
    const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Matched["counts"];
    // The first value stands for none.
    for (let value = 1; value < view.values.length; value++) {
      for (const [facet, name] of singleFacets.entries()) {
        const number = this.#counts[value * FACETS + facet] ?? 0;
        if (number > 0) counts[name].set(view.values[value] as string, number);
      }
    }
    for (const [themes, number] of this.#themeCounts.entries()) {
      if (number === 0) continue;
      for (const code of this.#codesOf(records.themeSets[themes] as string)) {
        counts.theme.set(code, (counts.theme.get(code) ?? 0) + number);
      }
    }
    return counts;
  }

  #add(cell: number, records: number): void {
    if (cell >= this.#counts.length) {
      // The view meets values as it comes to them.
      const larger = new Int32Array(cell * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[cell] = (this.#counts[cell] as number) + records;
  }

  #failsOthers(profile: Profile): boolean {
    const { filters, bounds } = this.#ask;
    const isReference = profile.type === "reference";
    if (filters.status && (isReference || !filters.status.includes(profile.status))) return true;
    if (filters.group && (isReference || !filters.group.includes(profile.groupId))) return true;
    const { evidence, has } = bounds;
    const stage = profile.evidenceStage;
    if (evidence !== null && (stage === null || stage < evidence.least || stage > evidence.most)) return true;
    return has.some((code) => !hasOf(profile, code));
  }

  #passesTheme(themes: number, wanted: ReadonlySet<string>): boolean {
    if (this.#themePasses[themes] === 0) {
      const codes = this.#codesOf(this.#place.records.themeSets[themes] as string);
      this.#themePasses[themes] = codes.some((code) => wanted.has(code)) ? PASSES : FAILS;
    }
    return this.#themePasses[themes] === PASSES;
  }

  /** Codes of themes and of all broader ones, each once. */
  #codesOf(themes: string): readonly string[] {
    const { codes, ancestors } = this.#place;
    let known = codes.get(themes);
    if (known === undefined) {
      known = themes === "" ? [] : [...new Set(themes.split(",").flatMap((theme) => ancestors.get(theme) ?? []))];
      codes.set(themes, known);
    }
    return known;
  }
}

function hasOf(profile: Profile, code: string): boolean {
  if (code === "translation") return profile.translated === 1;
  if (code === "references") return profile.citing === 1;
  if (code === "summary") return profile.summarised === 1;
  return false;
}
