import type { MemoryDocuments } from "#app/domain/search/answer/documents.ts";
import { Counter, type Counting } from "#app/domain/search/answer/facet-counter.ts";
import type { MatchedDocuments } from "#app/domain/search/answer/match-query.ts";
import type { Matched, Wanted } from "#app/domain/search/answer/matcher.ts";
import { cutPage, PASSES, SEEN } from "#app/domain/search/answer/paginate.ts";
import { recentYears, TEXT_STEP } from "#app/domain/search/answer/record-weight.ts";
import { FIRST_YEAR, type MemoryRecords } from "#app/domain/search/answer/records.ts";

/** Room for some numbers a record, kept between searches: making it anew takes longer than most of them. */
export class RecordRoom {
  /** One more than the place of the best document among those that match; 0 for none, and so left by every search. */
  readonly best: Int32Array;
  /** Records that match, in the order of their documents; for each its profile, its best document, and its rank. */
  readonly found: Int32Array;
  readonly profiles: Int32Array;
  readonly documents: Int32Array;
  readonly ranks: Int32Array;

  constructor(size: number) {
    this.best = new Int32Array(size);
    this.found = new Int32Array(size);
    this.profiles = new Int32Array(size);
    this.documents = new Int32Array(size);
    this.ranks = new Int32Array(size);
  }
}

interface Place extends Counting {
  readonly documents: MemoryDocuments;
  readonly room: RecordRoom;
}

type Ask = Omit<Wanted, "query">;

/**
 * What the reader sees of what matches: counted, and cut to a page. Who sees what and which value counts is decided once
 * for each profile, so that a record costs no more than looking up its profile.
 */
export function countAndCut(place: Place, matched: MatchedDocuments, ask: Ask): Matched {
  const { records, room } = place;
  const count = bestDocuments(place, matched, ask);
  rankRecords(place, matched, count, ask.year);
  const narrows = narrowing(records, ask);
  const all = new Int32Array(records.profiles.length);
  const met = tally(room, count, all);
  const within = narrows === null ? all : tallyWithin(room, count, narrows, all.length);
  const counter = new Counter(place, ask);
  const verdicts = new Uint8Array(all.length);
  let seen = 0;
  let total = 0;
  for (const profile of met) {
    if (!counter.sees(profile)) continue;
    seen += all[profile] as number;
    const passes = counter.count(profile, within[profile] as number);
    verdicts[profile] = passes ? PASSES : SEEN;
    if (passes) total += within[profile] as number;
  }
  const page = cutPage(place, ask, { ...room, count, verdicts, narrows });
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

/** Fills in profiles, best documents and ranks of the records found, and leaves `best` empty. */
function rankRecords({ records, room }: Place, matched: MatchedDocuments, count: number, year: number): void {
  const { found, best, profiles, documents, ranks } = room;
  const profileOf = records.profileOf.values;
  const reviewed = records.reviewed.values;
  const yearOf = records.yearOf.values;
  const longAgo = year - FIRST_YEAR - recentYears;
  for (let at = 0; at < count; at++) {
    const record = found[at] as number;
    const entry = (best[record] as number) - 1;
    best[record] = 0;
    const profile = profileOf[record] as number;
    const recent = (yearOf[record] as number) - longAgo;
    profiles[at] = profile;
    documents[at] = matched.documents[entry] as number;
    ranks[at] =
      (matched.ranks[entry] as number) * TEXT_STEP +
      (reviewed[profile] as number) +
      (recent > 0 ? Math.min(recent, recentYears) : 0);
  }
}

/** Counts records by profile. @returns the profiles met, each once */
function tally({ profiles }: RecordRoom, count: number, into: Int32Array): number[] {
  const met: number[] = [];
  for (let at = 0; at < count; at++) {
    const profile = profiles[at] as number;
    const before = into[profile] as number;
    if (before === 0) met.push(profile);
    into[profile] = before + 1;
  }
  return met;
}

function tallyWithin(
  { found, profiles }: RecordRoom,
  count: number,
  narrows: (record: number) => boolean,
  size: number,
): Int32Array {
  const within = new Int32Array(size);
  for (let at = 0; at < count; at++) {
    const profile = profiles[at] as number;
    if (narrows(found[at] as number)) within[profile] = (within[profile] as number) + 1;
  }
  return within;
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
