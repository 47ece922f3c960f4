import { DisclosedDays } from "#app/domain/search/answer/disclosed-days.ts";
import type { Documents } from "#app/domain/search/answer/documents.ts";
import { type Counting, FacetCounter } from "#app/domain/search/answer/facet-counter.ts";
import type { MatchedDocuments } from "#app/domain/search/answer/match-query.ts";
import type { Matched, Wanted } from "#app/domain/search/answer/matcher.ts";
import { byteAt, intAt } from "#app/domain/search/answer/numbers.ts";
import { PASSES, paginate, SEEN } from "#app/domain/search/answer/paginate.ts";
import { RECENT_YEARS, TEXT_STEP } from "#app/domain/search/answer/record-weight.ts";
import { FIRST_YEAR, type Records } from "#app/domain/search/answer/records.ts";
import { FILED_NAMES } from "#app/domain/search/query/filter-names.ts";

/** Scratch buffers of some numbers a record, kept between searches: making them takes longer than most searches. */
export class RecordBuffers {
  /** One more than the index of the best document among those that match; 0 for none, and so left by every search. */
  readonly best: Int32Array;
  /** Records that match, in the order of their documents; for each its profile, its best document, and its rank. */
  readonly matched: Int32Array;
  readonly profiles: Int32Array;
  readonly documents: Int32Array;
  readonly ranks: Int32Array;

  constructor(size: number) {
    this.best = new Int32Array(size);
    this.matched = new Int32Array(size);
    this.profiles = new Int32Array(size);
    this.documents = new Int32Array(size);
    this.ranks = new Int32Array(size);
  }
}

interface Context extends Counting {
  readonly documents: Documents;
  readonly buffers: RecordBuffers;
}

type Ask = Omit<Wanted, "query">;

/**
 * What the viewer sees of what matches: counted, and a page of it. Who sees what and which value counts is decided once
 * for each profile, so that a record costs no more than looking up its profile.
 */
export function countFacets(context: Context, matched: MatchedDocuments, ask: Ask): Matched {
  const { records, buffers } = context;
  const count = collapseToRecords(context, matched, ask);
  rankRecords(context, matched, count, ask.year);
  const days = new DisclosedDays(records, context.visibility);
  const narrows = recordFilter(records, days, ask);
  const all = new Int32Array(records.profiles.length);
  const met = tally(buffers, count, all);
  const within = narrows === null ? all : tallyWithin(buffers, count, narrows, all.length);
  const counter = new FacetCounter(context, ask);
  const verdicts = new Uint8Array(all.length);
  let seen = 0;
  let total = 0;
  for (const profile of met) {
    if (!counter.sees(profile)) continue;
    seen += intAt(all, profile);
    const passes = counter.count(profile, intAt(within, profile));
    verdicts[profile] = passes ? PASSES : SEEN;
    if (passes) total += intAt(within, profile);
  }
  const page = paginate({ ...context, days }, ask, { ...buffers, count, verdicts, narrows });
  return { all: seen, total, counts: counter.counts(), page };
}

/**
 * The best version of each record that is there: by rank, then in the language of the viewer, the original, by
 * language. Leaves the records in `buffers.matched` and one more than the index in `matched` in `buffers.best`.
 * @returns how many
 */
function collapseToRecords(
  { records, documents, buffers, visibility }: Context,
  matched: MatchedDocuments,
  { filters, locale }: Ask,
): number {
  const wanted = filters.lang ? documents.languageNames.map((name) => filters.lang?.includes(name)) : null;
  const own = documents.languageNames.indexOf(locale);
  const languages = documents.languages.values;
  const originals = documents.originals.values;
  const recordOf = documents.records.values;
  const profileOf = records.profileOf.values;
  const decidesVersions = records.decidesVersions.values;
  const { best } = buffers;
  let count = 0;
  for (let at = 0; at < matched.length; at++) {
    const document = intAt(matched.documents, at);
    const record = intAt(recordOf, document);
    const profile = record === -1 ? -1 : intAt(profileOf, record);
    if (profile === -1) continue;
    const language = byteAt(languages, document);
    if (wanted !== null && !wanted[language]) continue;
    if (byteAt(decidesVersions, profile) === 1) {
      const told = visibility.versionsOf(records.profiles, profile);
      if (told && (!told.languages.includes(documents.languageName(language)) || (wanted !== null && !told.named))) {
        continue;
      }
    }
    const known = intAt(best, record) - 1;
    if (known === -1) {
      best[record] = at + 1;
      buffers.matched[count++] = record;
      continue;
    }
    const other = intAt(matched.documents, known);
    const otherLanguage = byteAt(languages, other);
    const better =
      intAt(matched.ranks, at) - intAt(matched.ranks, known) ||
      Number(language === own) - Number(otherLanguage === own) ||
      byteAt(originals, document) - byteAt(originals, other) ||
      // No two versions of a record are in one language.
      (documents.languageName(language) < documents.languageName(otherLanguage) ? 1 : -1);
    if (better > 0) best[record] = at + 1;
  }
  return count;
}

/** Fills in profiles, best documents and ranks of the records that match, and leaves `best` empty. */
function rankRecords({ records, buffers }: Context, matched: MatchedDocuments, count: number, year: number): void {
  const { best, profiles, documents, ranks } = buffers;
  const profileOf = records.profileOf.values;
  const weights = records.weights.values;
  const yearOf = records.yearOf.values;
  const longAgo = year - FIRST_YEAR - RECENT_YEARS;
  for (let at = 0; at < count; at++) {
    const record = intAt(buffers.matched, at);
    const entry = intAt(best, record) - 1;
    best[record] = 0;
    const profile = intAt(profileOf, record);
    const recent = byteAt(yearOf, record) - longAgo;
    profiles[at] = profile;
    documents[at] = intAt(matched.documents, entry);
    ranks[at] =
      intAt(matched.ranks, entry) * TEXT_STEP +
      byteAt(weights, profile) +
      (recent > 0 ? Math.min(recent, RECENT_YEARS) : 0);
  }
}

/** Counts records by profile. @returns the profiles met, each once */
function tally({ profiles }: RecordBuffers, count: number, into: Int32Array): number[] {
  const met: number[] = [];
  for (let at = 0; at < count; at++) {
    const profile = intAt(profiles, at);
    const before = intAt(into, profile);
    if (before === 0) met.push(profile);
    into[profile] = before + 1;
  }
  return met;
}

function tallyWithin(
  { matched, profiles }: RecordBuffers,
  count: number,
  narrows: (record: number) => boolean,
  size: number,
): Int32Array {
  const within = new Int32Array(size);
  for (let at = 0; at < count; at++) {
    const profile = intAt(profiles, at);
    if (narrows(intAt(matched, at))) within[profile] = intAt(within, profile) + 1;
  }
  return within;
}

/** The filters that are a matter of each record and not of its profile; null without any. */
function recordFilter(
  records: Records,
  days: DisclosedDays,
  { filters, bounds }: Ask,
): ((record: number) => boolean) | null {
  const cited = filters.cites ? new Set(filters.cites) : null;
  const within = days.within(bounds);
  const filed = filedFilter(records, filters);
  if (cited === null && filed === null) return within;
  return (record) =>
    (within === null || within(record)) &&
    (filed === null || filed(record)) &&
    (cited === null || records.citesAny(record, cited));
}

/** The filters of `FILED_NAMES`, worked out once for everything that is filed alike; null without any. */
function filedFilter({ filedOf, filedSets }: Records, filters: Ask["filters"]): ((record: number) => boolean) | null {
  const wanted = FILED_NAMES.flatMap((name) => (filters[name] ? [filters[name].map((code) => `${name}:${code}`)] : []));
  if (wanted.length === 0) return null;
  const passes = Uint8Array.from(filedSets, (filed) =>
    Number(wanted.every((alternatives) => alternatives.some((value) => filed.includes(value)))),
  );
  return (record) => byteAt(passes, intAt(filedOf.values, record)) === 1;
}
