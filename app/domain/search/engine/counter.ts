import type { MemoryRecords, Profile } from "#app/domain/search/engine/memory-records.ts";
import { type ReaderView, singleFacets } from "#app/domain/search/engine/reader-view.ts";
import { facetNames } from "#app/domain/search/facet-names.ts";
import type { Matched, Wanted } from "#app/domain/search/matcher.ts";

/** What is counted, and for whom. */
export interface Counting {
  readonly records: MemoryRecords;
  readonly view: ReaderView;
  /** Codes of a theme and of all broader ones, by its id. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Of each set of themes the codes, as far as it was asked for. */
  readonly codes: Map<string, readonly string[]>;
}

type Ask = Pick<Wanted, "filters" | "bounds">;

/** The places of the values that a filter lets through; null without one. */
type Allowed = Uint8Array | null;

/** Counts records under their values, each as if its own filter were off. */
export class Counter {
  readonly #place: Counting;
  readonly #ask: Ask;
  readonly #allowed: readonly Allowed[];
  readonly #themes: ReadonlySet<string> | null;
  /** By facet and place of the value. */
  readonly #counts: readonly Int32Array[];
  /** By place of the set of themes. */
  readonly #themeCounts: Int32Array;
  /** Whether a set of themes passes the filter: 0 not worked out yet, 1 not, 2 it does. */
  readonly #themePasses: Uint8Array;
  readonly #isPlain: boolean;

  constructor(place: Counting, ask: Ask) {
    this.#place = place;
    this.#ask = ask;
    const { view } = place;
    this.#allowed = singleFacets.map((name) => {
      const values = ask.filters[name];
      if (!values) return null;
      const places = values.map((value) => view.placeOf(value));
      const allowed = new Uint8Array(Math.max(...places) + 1);
      for (const at of places) allowed[at] = 1;
      return allowed;
    });
    this.#themes = ask.filters.theme ? new Set(ask.filters.theme) : null;
    const { records } = place;
    // All that is counted has been looked at by the view before: it knows all values.
    this.#counts = singleFacets.map(() => new Int32Array(view.values.length));
    this.#themeCounts = new Int32Array(records.themeSets.length);
    this.#themePasses = new Uint8Array(records.themeSets.length);
    const { filters, bounds } = ask;
    this.#isPlain = !filters.status && !filters.group && bounds.evidence === null && bounds.has.length === 0;
  }

  /**
   * @param profile the place of the profile
   * @returns whether the records pass all filters
   */
  count(profile: number, sight: readonly number[], records: number): boolean {
    const { profiles, themesOf } = this.#place.records;
    if (!this.#isPlain && this.#failsOthers(profiles[profile] as Profile)) return false;
    let failed = 0;
    let which = -1;
    for (let at = 0; at < sight.length; at++) {
      const allowed = this.#allowed[at] as Allowed;
      if (allowed === null || allowed[sight[at] as number] === 1) continue;
      failed++;
      which = at;
    }
    const themes = themesOf.values[profile] as number;
    const failsTheme = this.#themes !== null && !this.#passesTheme(themes);
    if (failed + Number(failsTheme) > 1) return false;
    if (failsTheme) {
      this.#themeCounts[themes] = (this.#themeCounts[themes] as number) + records;
      return false;
    }
    for (let at = 0; at < sight.length; at++) {
      const value = sight[at] as number;
      if (value === 0 || (failed === 1 && which !== at)) continue;
      const counts = this.#counts[at] as Int32Array;
      counts[value] = (counts[value] as number) + records;
    }
    if (failed === 0) this.#themeCounts[themes] = (this.#themeCounts[themes] as number) + records;
    return failed === 0;
  }

  counts(): Matched["counts"] {
    const { view, records } = this.#place;
    const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Matched["counts"];
    for (const [at, name] of singleFacets.entries()) {
      for (const [value, number] of (this.#counts[at] as Int32Array).entries()) {
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

  #passesTheme(themes: number): boolean {
    if (this.#themePasses[themes] === 0) {
      const codes = this.#codesOf(this.#place.records.themeSets[themes] as string);
      this.#themePasses[themes] = codes.some((code) => this.#themes?.has(code)) ? 2 : 1;
    }
    return this.#themePasses[themes] === 2;
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
