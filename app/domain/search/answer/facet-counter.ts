import type { Matched, Wanted } from "#app/domain/search/answer/matcher.ts";
import { byteAt, intAt } from "#app/domain/search/answer/numbers.ts";
import type { IndexedProfile, Records } from "#app/domain/search/answer/records.ts";
import { FACETS, singleFacets, type VisibilityCache } from "#app/domain/search/answer/visibility-cache.ts";
import { facetNames } from "#app/domain/search/query/facet-names.ts";
import type { DisclosedVersions } from "#app/domain/search/sources.ts";

/** What is counted, and for whom. */
export interface Counting {
  readonly records: Records;
  readonly visibility: VisibilityCache;
  /** Codes of a theme and of all broader ones, by its id. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Of each set of themes the codes, as far as it was asked for. */
  readonly codes: Map<string, readonly string[]>;
}

type Ask = Pick<Wanted, "filters" | "bounds" | "types">;

/** Values that counts have room for at first. */
const FIRST_VALUES = 64;
/** Whether something passes a filter, as far as it was worked out: 0 where it was not. */
const PASSES = 1;
const FAILS = 2;

/** A facet that has a filter, by its index in `singleFacets`, and which values that lets through. */
interface FacetFilter {
  readonly facet: number;
  readonly allowed: Uint8Array;
}

/** Counts records under their values, each as if its own filter were off. */
export class FacetCounter {
  private readonly counting: Counting;
  private readonly ask: Ask;
  private readonly filters: readonly FacetFilter[];
  private readonly themes: ReadonlySet<string> | null;
  /** By value and facet: all facets of a value together. */
  private tallies: Int32Array;
  /** By ordinal of the set of themes. */
  private readonly themeTallies: Int32Array;
  private readonly themePasses: Uint8Array;
  private readonly isPlain: boolean;

  constructor(counting: Counting, ask: Ask) {
    this.counting = counting;
    this.ask = ask;
    const { records, visibility } = counting;
    const { filters, bounds } = ask;
    this.filters = [...singleFacets.entries()].flatMap(([facet, name]) => {
      const values = filters[name];
      if (!values) return [];
      const ordinals = values.map((value) => visibility.ordinalOf(value));
      const allowed = new Uint8Array(Math.max(...ordinals) + 1);
      for (const value of ordinals) allowed[value] = 1;
      return [{ facet, allowed }];
    });
    this.themes = filters.theme ? new Set(filters.theme) : null;
    this.tallies = new Int32Array(Math.max(FIRST_VALUES, visibility.values.length) * FACETS);
    this.themeTallies = new Int32Array(records.themeSets.length);
    this.themePasses = new Uint8Array(records.themeSets.length);
    this.isPlain = !filters.status && !filters.group && bounds.evidence === null && bounds.has.length === 0;
  }

  /** Whether the viewer sees records of a profile, and they are of a type asked for. */
  sees(profile: number): boolean {
    const { records, visibility } = this.counting;
    if (!visibility.sees(records.profiles, profile)) return false;
    return this.ask.types?.includes(records.profile(profile).type) ?? true;
  }

  /** Counts so many records of a profile that the viewer sees. @returns whether they pass all filters */
  count(profile: number, records: number): boolean {
    if (!this.isPlain && this.failsOthers(profile)) return false;
    const { cells } = this.counting.visibility;
    const first = profile * FACETS;
    let failed = -1;
    for (const { facet, allowed } of this.filters) {
      if (allowed[intAt(cells, first + facet)] === 1) continue;
      if (failed !== -1) return false;
      failed = facet;
    }
    const themes = this.counting.records.themesOf.at(profile);
    const failsTheme = this.themes !== null && !this.passesTheme(themes, this.themes);
    if (failsTheme && failed !== -1) return false;
    if (failed !== -1) this.add(intAt(cells, first + failed) * FACETS + failed, records);
    else this.themeTallies[themes] = intAt(this.themeTallies, themes) + records;
    if (failsTheme || failed !== -1) return false;
    for (let facet = 0; facet < FACETS; facet++) this.add(intAt(cells, first + facet) * FACETS + facet, records);
    return true;
  }

  counts(): Matched["counts"] {
    const { visibility, records } = this.counting;
    const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Matched["counts"];
    for (const [value, code] of visibility.values.entries()) {
      // The first value stands for none.
      if (value === 0) continue;
      for (const [facet, name] of singleFacets.entries()) {
        const number = this.tallies[value * FACETS + facet] ?? 0;
        if (number > 0) counts[name].set(code, number);
      }
    }
    for (const [ordinal, themes] of records.themeSets.entries()) {
      const number = this.themeTallies[ordinal] ?? 0;
      if (number === 0) continue;
      for (const code of this.codesOf(themes)) counts.theme.set(code, (counts.theme.get(code) ?? 0) + number);
    }
    return counts;
  }

  private add(cell: number, records: number): void {
    if (cell >= this.tallies.length) {
      // Values come up as profiles are worked out.
      const larger = new Int32Array(cell * 2);
      larger.set(this.tallies);
      this.tallies = larger;
    }
    this.tallies[cell] = intAt(this.tallies, cell) + records;
  }

  private failsOthers(ordinal: number): boolean {
    const { records, visibility } = this.counting;
    const profile = records.profile(ordinal);
    const { filters, bounds } = this.ask;
    if (filters.status && (profile.status === null || !filters.status.includes(profile.status))) return true;
    if (filters.group && (profile.groupId === null || !filters.group.includes(profile.groupId))) return true;
    const { evidence, has } = bounds;
    const stage = profile.evidenceStage;
    if (evidence !== null && (stage === null || stage < evidence.least || stage > evidence.most)) return true;
    const told = visibility.versionsOf(records.profiles, ordinal);
    return has.some((code) => !hasOf(profile, told, code));
  }

  private passesTheme(themes: number, wanted: ReadonlySet<string>): boolean {
    if (byteAt(this.themePasses, themes) === 0) {
      const codes = this.codesOf(this.counting.records.themeSets[themes] ?? "");
      this.themePasses[themes] = codes.some((code) => wanted.has(code)) ? PASSES : FAILS;
    }
    return byteAt(this.themePasses, themes) === PASSES;
  }

  /** Codes of themes and of all broader ones, each once. */
  private codesOf(themes: string): readonly string[] {
    const { codes, ancestors } = this.counting;
    let known = codes.get(themes);
    if (known === undefined) {
      known = themes === "" ? [] : [...new Set(themes.split(",").flatMap((theme) => ancestors.get(theme) ?? []))];
      codes.set(themes, known);
    }
    return known;
  }
}

function hasOf(profile: IndexedProfile, told: DisclosedVersions | undefined, code: string): boolean {
  if (code === "translation") return told ? told.translated : profile.translated === 1;
  if (code === "references") return profile.citing === 1;
  if (code === "summary") return told ? told.summarised : profile.summarised === 1;
  return false;
}
