import type { Actor } from "#app/domain/access/actor.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import type { Match } from "#app/domain/search/answer/matcher.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import type { HitMarker } from "#app/domain/search/results/mark-hit.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { Day, Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/**
 * One type of what is searchable: what a room fulfils, in one file of its own, so that its records are found. The
 * sources of an installation are listed once, in `searchable/`; search knows none of them by name.
 */
export interface SearchSource {
  /** Names the type in the index: "contribution". */
  readonly type: string;

  /** Ids of all records behind one, in order, whether anybody is to find them or not. */
  idsAfter(db: Db, id: string, limit: number): Promise<string[]>;

  /**
   * The texts by which records are found, one a language version; none of a record that nobody is to find. What
   * attribution may hide from somebody who sees the record must not be among them: the word that finds it would tell.
   */
  textsOf(db: Db, ids: readonly string[]): Promise<SourceText[]>;

  /**
   * What decides who sees records, and by what they are filtered and counted; none of a record that nobody is to find.
   */
  factsOf(db: Db, ids: readonly string[]): Promise<RecordFacts[]>;

  /**
   * How a viewer stands to the records of this type: the rules for one record, and what they need to know of the
   * viewer.
   */
  viewedBy(db: Db, actor: Actor): Promise<SourceView>;

  /** What a page shows of matches, in any order. */
  describe(db: Db, actor: Actor, matches: readonly Match[], marker: HitMarker): Promise<Hit[]>;

  /** Records that are called by numbers as `squeezeIdentifier` gives them, by the number; for those that are. */
  named?(db: Db, numbers: readonly string[]): Promise<{ number: string; id: string }[]>;

  /**
   * What its records come from, for the facets that count it, in any order. The ids are those that the viewer is told
   * of; every source that has rounds or sessions answers for all of them.
   */
  readonly contexts?: {
    rounds(db: Db, ids: readonly string[]): Promise<RoundOfRecords[]>;
    sessions(db: Db, ids: readonly string[]): Promise<SessionOfRecords[]>;
  };

  /** Whether a record whose number stands in the query is shown before all that was found, whatever else was asked. */
  readonly isShownByNumber?: boolean;
}

/** A round that records come from. */
export interface RoundOfRecords {
  id: string;
  titles: Labels;
  startsOn: Day;
}

/** A session that records come from. */
export interface SessionOfRecords {
  id: string;
  /** Null for a plenary. */
  beneficiary: Designation<Labels> | null;
  startsAt: Instant;
  zone: string;
}

/** One language version of a record as it is read into the index. */
export interface SourceText {
  recordId: string;
  /** Of the texts; they are stemmed by it. */
  language: string;
  title: string;
  /** All else, as plain text. */
  body: string;
  /** Numbers the record is called by, squeezed: it will stand before those that mention them. */
  own: readonly string[];
  /** Whether the author wrote this version, and whether it has a summary. */
  isOriginal: boolean;
  isSummarised: boolean;
}

/** What many records have in common: who sees them, and what they count under, is worked out once for all. */
export interface Profile {
  /** Type of the source. */
  readonly type: string;
  readonly kind: string;
  /** Null for types that are not reviewed. */
  readonly status: string | null;
  readonly groupId: string | null;
  readonly evidenceStage: number | null;
  /** Ids of its themes in order, with commas. */
  readonly themes: string;
  /** What the state of review adds to the rank; see `recordWeight`. */
  readonly weight: number;
  /**
   * What of its language versions its source decides viewer by viewer; null where all are there for everybody who sees
   * the record, each under its language. Search does not look inside.
   */
  readonly versions: string | null;
  /** What its source decides by; search does not look inside. */
  readonly access: Readonly<Record<string, string | null>>;
}

/** A record of the index: its profile and what is its own. */
export interface RecordFacts {
  readonly id: string;
  readonly profile: Profile;
  /** When it was submitted, ISO 8601; empty without a date. */
  readonly at: string;
  /**
   * The year that everybody is told who sees the record: for viewers who are not told the day, and for how recent it
   * is. 0 without a date.
   */
  readonly year: number;
  /** Ids of the references it cites. */
  readonly cites: readonly string[];
  /** What it is filed under for all who see it, by filters of `FILED_NAMES`: "phase:planning", "target:staff". */
  readonly filed: readonly string[];
}

/** Facets whose value a source may have to hide. */
export interface DisclosedValues {
  beneficiary: string | null;
  /** Type of the institution. */
  institution: string | null;
  round: string | null;
  session: string | null;
  /** Whether its day is told; else it counts as of its year, in filters and in order. */
  day: boolean;
  /** What of its language versions is told; null where everything is. */
  versions: DisclosedVersions | null;
}

/** Language versions of a record as one viewer is told of them. */
export interface DisclosedVersions {
  /** In which it is found. */
  languages: readonly string[];
  /** Whether their languages are named: only then it is found by them. */
  named: boolean;
  /** Whether one of them is not the original, and whether one has a summary. */
  translated: boolean;
  summarised: boolean;
}

/** What one viewer is to the records of a source. */
export interface SourceView {
  /** Says everything that the answers below depend on: with the same key they are the same. */
  readonly key: string;
  sees(profile: Profile): boolean;
  /** The values of a record that the viewer sees, as far as its attribution discloses them. */
  disclosed(profile: Profile): DisclosedValues;
}

/** The sources of an installation. */
export type SearchSources = readonly SearchSource[];

/** The source of a type. @throws Error where there is none: a row of the index names a type that nobody fulfils */
export function sourceOf(sources: SearchSources, type: string): SearchSource {
  const source = sources.find((one) => one.type === type);
  if (!source) throw new Error(`There is no source of ${type}`);
  return source;
}
