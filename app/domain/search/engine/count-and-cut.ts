import type { MatchedDocuments } from "#app/domain/search/engine/match-query.ts";
import type { MemoryDocuments } from "#app/domain/search/engine/memory-documents.ts";
import type { MemoryRecords, Profile } from "#app/domain/search/engine/memory-records.ts";
import { type ReaderView, type Sight, singleFacets } from "#app/domain/search/engine/reader-view.ts";
import { facetNames } from "#app/domain/search/facet-names.ts";
import type { Match, Matched, Wanted } from "#app/domain/search/matcher.ts";
import { recentYears, TEXT_STEP } from "#app/domain/search/record-weight.ts";

/** Room for one number a record, kept between searches and always left empty. */
export class RecordRoom {
  /** One more than the place of the best document; 0 for none. */
  readonly best: Int32Array;
  /** Records that match, in no order; for each its best document, and how well that matches. */
  readonly found: Int32Array;
  readonly documents: Int32Array;
  readonly ranks: Int32Array;

  constructor(size: number) {
    this.best = new Int32Array(size);
    this.found = new Int32Array(size);
    this.documents = new Int32Array(size);
    this.ranks = new Int32Array(size);
  }
}

interface Place {
  readonly records: MemoryRecords;
  readonly documents: MemoryDocuments;
  readonly room: RecordRoom;
  readonly view: ReaderView;
  /** `[ancestor, theme]` by id of the theme and code of the ancestor. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Of each set of themes the codes, as far as it was asked for. */
  readonly codes: Map<string, readonly string[]>;
}

type Ask = Omit<Wanted, "tier" | "query">;

/**
 * What the reader sees of what matches: counted, and cut to a page. Who sees what and which value counts is decided once
 * for each profile, so that a record costs no more than looking up its profile.
 */
export function countAndCut(place: Place, matched: MatchedDocuments, ask: Ask): Matched {
  const { records, view, room } = place;
  const count = bestDocuments(place, matched, ask);
  const found = room.found.subarray(0, count);
  const best = room.documents;
  const ranks = room.ranks;
  const narrowed = narrowing(records, ask);
  const all = new Int32Array(records.profiles.length);
  const within = narrowed === null ? all : new Int32Array(all.length);
  const met: number[] = [];
  const profileOf = records.profileOf.values;
  for (let at = 0; at < count; at++) {
    const record = found[at] as number;
    const entry = (room.best[record] as number) - 1;
    room.best[record] = 0;
    best[at] = matched.documents[entry] as number;
    ranks[at] = matched.ranks[entry] as number;
    const profile = profileOf[record] as number;
    const before = all[profile] as number;
    if (before === 0) met.push(profile);
    all[profile] = before + 1;
  }
  if (narrowed !== null) {
    for (let at = 0; at < count; at++) {
      const record = found[at] as number;
      const profile = profileOf[record] as number;
      if (narrowed(record)) within[profile] = (within[profile] as number) + 1;
    }
  }

  const sights = met.map((at) =>
    ask.recordTypes.includes((records.profiles[at] as Profile).type) ? view.sightOf(records.profiles, at) : null,
  );
  const counter = new Counter(place, ask);
  /** 1: seen; 2: passes the filters as well. */
  const verdicts = new Uint8Array(all.length);
  let seen = 0;
  let total = 0;
  for (let index = 0; index < met.length; index++) {
    const at = met[index] as number;
    const sight = sights[index] as Sight;
    if (sight === null) continue;
    verdicts[at] = 1;
    seen += all[at] as number;
    if (counter.count(at, sight, within[at] as number)) {
      verdicts[at] = 2;
      total += within[at] as number;
    }
  }
  const page = cut(place, ask, { found, best, ranks, verdicts, narrowed });
  return { all: seen, total, counts: counter.counts(), page };
}

/**
 * The best version of each record that is there: by rank, then in the language of the reader, the original, by language.
 * Leaves the records in `room.found` and one more than the place in `matched` in `room.best`. @returns how many
 */
function bestDocuments(
  { records, documents, room }: Place,
  matched: MatchedDocuments,
  { filters, locale }: Ask,
): number {
  const wanted = filters.lang ? documents.languageNames.map((name) => filters.lang?.includes(name)) : null;
  const own = documents.languageNames.indexOf(locale);
  const languages = documents.languages.values;
  const originals = documents.originals.values;
  const recordOf = documents.records.values;
  const profileOf = records.profileOf.values;
  const { best, found } = room;
  let count = 0;
  for (let at = 0; at < matched.length; at++) {
    const document = matched.documents[at] as number;
    const record = recordOf[document] as number;
    if (record === -1 || profileOf[record] === -1) continue;
    if (wanted !== null && !wanted[languages[document] as number]) continue;
    const known = (best[record] as number) - 1;
    if (known === -1) {
      best[record] = at + 1;
      found[count++] = record;
      continue;
    }
    const other = matched.documents[known] as number;
    const better =
      (matched.ranks[at] as number) - (matched.ranks[known] as number) ||
      Number(languages[document] === own) - Number(languages[other] === own) ||
      (originals[document] as number) - (originals[other] as number) ||
      // No two versions of a record are in one language.
      ((documents.languageNames[languages[document] as number] as string) <
      (documents.languageNames[languages[other] as number] as string)
        ? 1
        : -1);
    if (better > 0) best[record] = at + 1;
  }
  return count;
}

/** The filters that are a matter of each record and not of its profile; null without any. */
function narrowing(records: MemoryRecords, { filters, bounds }: Ask): ((record: number) => boolean) | null {
  const cited = filters.cites ? new Set(filters.cites) : null;
  const from = bounds.from === null ? null : Date.parse(bounds.from);
  const until = bounds.until === null ? null : Date.parse(bounds.until);
  if (cited === null && from === null && until === null) return null;
  return (record) => {
    const at = records.at.values[record] as number;
    if (from !== null && at < from) return false;
    if (until !== null && (at === -1 || at >= until)) return false;
    return cited === null || records.citesAny(record, cited);
  };
}

/** The places of the values that a filter lets through; null without one. */
type Allowed = Uint8Array | null;

/** Counts records under their values, each as if its own filter were off. */
class Counter {
  readonly #place: Place;
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

  constructor(place: Place, ask: Ask) {
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

interface Judged {
  found: Int32Array;
  best: Int32Array;
  ranks: Int32Array;
  verdicts: Uint8Array;
  narrowed: ((record: number) => boolean) | null;
}

/**
 * The page in order, with one more beyond it where there is one: by rank with the small weights of the record, by date,
 * by id. Those before or behind the edge of a cursor only.
 */
function cut({ records, documents }: Place, ask: Ask, { found, best, ranks, verdicts, narrowed }: Judged): Match[] {
  const { sort, limit, cursor, year } = ask;
  const size = limit + 1;
  const profileOf = records.profileOf.values;
  const atOf = records.at.values;
  const idOrder = records.idOrder.values;
  const years = Array.from({ length: recentYears }, (_, ago) => Date.UTC(year - ago, 0, 1));
  const reviewed = records.reviewed.values;
  const rankOf = (at: number): number => {
    const record = found[at] as number;
    let score = (ranks[at] as number) * TEXT_STEP + (reviewed[profileOf[record] as number] as number);
    for (const start of years) if ((atOf[record] as number) >= start) score++;
    return score;
  };
  const scoreOf = (at: number): number => (sort === "newest" ? 0 : rankOf(at));
  /** More than 0 where the first stands before the second. */
  const compare = (oneScore: number, one: number, otherScore: number, other: number): number => {
    if (oneScore !== otherScore) return oneScore - otherScore;
    const first = found[one] as number;
    const second = found[other] as number;
    const apart = (atOf[first] as number) - (atOf[second] as number);
    if (apart !== 0) return apart;
    const order = (idOrder[first] as number) - (idOrder[second] as number);
    if (order !== 0) return order;
    const a = records.ids[first] as string;
    const b = records.ids[second] as string;
    return a < b ? -1 : a > b ? 1 : 0;
  };

  const back = cursor?.direction === "before";
  let edge = -1;
  let edgeScore = 0;
  if (cursor) {
    const place = records.placeOf(cursor.edge);
    edge = place === undefined ? -1 : found.indexOf(place);
    if (edge === -1 || verdicts[profileOf[found[edge] as number] as number] === 0) return [];
    edgeScore = scoreOf(edge);
  }
  const sign = back ? -1 : 1;
  /** The best so far, the worst of them first: a heap. */
  const heap = new Heap(size, (one, oneScore, other, otherScore) => sign * compare(oneScore, one, otherScore, other));
  // The worst of the best so far: most are behind it, which is seen without asking the heap.
  let leastScore = Number.NEGATIVE_INFINITY;
  let leastAt = 0;
  let leastOrder = 0;
  for (let at = found.length - 1; at >= 0; at--) {
    const record = found[at] as number;
    const profile = profileOf[record] as number;
    if (verdicts[profile] !== 2) continue;
    if (narrowed !== null && !narrowed(record)) continue;
    let score = 0;
    if (sort === "relevance") {
      score = (ranks[at] as number) * TEXT_STEP + (reviewed[profile] as number);
      if (!back && score + recentYears < leastScore) continue;
      const submitted = atOf[record] as number;
      for (let year = 0; year < years.length; year++) if (submitted >= (years[year] as number)) score++;
    }
    if (!back && score <= leastScore) {
      if (score < leastScore || (atOf[record] as number) < leastAt) continue;
      if ((atOf[record] as number) === leastAt && (idOrder[record] as number) < leastOrder) continue;
    }
    if (cursor && sign * compare(edgeScore, edge, score, at) <= 0) continue;
    heap.offer(at, score);
    const worst = heap.worst;
    if (worst !== -1) {
      const last = found[worst] as number;
      leastScore = heap.worstScore;
      leastAt = atOf[last] as number;
      leastOrder = idOrder[last] as number;
    }
  }
  const page = heap.sorted().map((at): Match => {
    const document = best[at] as number;
    const record = found[at] as number;
    const profile = records.profiles[profileOf[record] as number] as Profile;
    return {
      type: profile.type,
      id: records.ids[record] as string,
      language: documents.languageNames[documents.languages.values[document] as number] as string,
      rank: rankOf(at),
    };
  });
  return back ? page.reverse() : page;
}

/** Keeps the best few of many. */
class Heap {
  readonly #size: number;
  readonly #items: number[] = [];
  readonly #scores: number[] = [];
  readonly #compare: (one: number, oneScore: number, other: number, otherScore: number) => number;

  constructor(size: number, compare: (one: number, oneScore: number, other: number, otherScore: number) => number) {
    this.#size = size;
    this.#compare = compare;
  }

  /** The worst that is kept, and its score; -1 until it is full, since then nothing is too bad. */
  get worst(): number {
    return this.#items.length < this.#size ? -1 : (this.#items[0] as number);
  }

  get worstScore(): number {
    return this.#scores[0] as number;
  }

  offer(item: number, score: number): void {
    const items = this.#items;
    const scores = this.#scores;
    if (items.length < this.#size) {
      let at = items.push(item) - 1;
      scores.push(score);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (this.#worse(above, at)) break;
        this.#swap(at, above);
        at = above;
      }
      return;
    }
    if (this.#compare(item, score, items[0] as number, scores[0] as number) <= 0) return;
    items[0] = item;
    scores[0] = score;
    for (let at = 0; ; ) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < items.length && this.#worse(below, worst)) worst = below;
      }
      if (worst === at) break;
      this.#swap(at, worst);
      at = worst;
    }
  }

  /** All that is kept, the best first. */
  sorted(): number[] {
    const order = this.#items.map((item, at) => ({ item, score: this.#scores[at] as number }));
    order.sort((one, other) => this.#compare(other.item, other.score, one.item, one.score));
    return order.map(({ item }) => item);
  }

  #worse(one: number, other: number): boolean {
    return (
      this.#compare(
        this.#items[one] as number,
        this.#scores[one] as number,
        this.#items[other] as number,
        this.#scores[other] as number,
      ) < 0
    );
  }

  #swap(one: number, other: number): void {
    [this.#items[one], this.#items[other]] = [this.#items[other] as number, this.#items[one] as number];
    [this.#scores[one], this.#scores[other]] = [this.#scores[other] as number, this.#scores[one] as number];
  }
}
