import type { IndexedProfile } from "#app/domain/search/answer/records.ts";
import type { DisclosedValues, DisclosedVersions, Profile, SourceView } from "#app/domain/search/sources.ts";

/** Facets of which a record has one value or none, in the order in which the cache keeps them. */
export const singleFacets = ["kind", "beneficiary", "institution", "round", "session"] as const;
export const FACETS = singleFacets.length;

/** Instead of the kind: not worked out yet, and not seen. */
const UNKNOWN = 0;
const UNSEEN = -1;

/**
 * What one viewer sees of records, worked out once for each profile. Profiles never change, so it holds as long as the
 * views of the sources are the same.
 */
export class VisibilityCache {
  private readonly views: ReadonlyMap<string, SourceView>;
  /**
   * By ordinal of the profile, in the order of `singleFacets`, the values that its attribution discloses, by their
   * ordinal in `values`; 0 for none. They hold where the viewer sees the profile, once that was asked.
   */
  cells = new Int32Array(0);
  /** By ordinal of the profile, 1 where the viewer is told the year alone; it holds where `cells` do. */
  yearOnly = new Uint8Array(0);
  /** By ordinal of the profile, where the viewer is not told of all versions. */
  private readonly versions = new Map<number, DisclosedVersions>();
  /** Values of facets, each once; the first stands for none. */
  readonly values: string[] = [""];
  private readonly ordinals = new Map<string, number>();

  /** @param views of each source, by type */
  constructor(views: ReadonlyMap<string, SourceView>) {
    this.views = views;
  }

  /** Whether the viewer sees the records of a profile. */
  sees(profiles: readonly IndexedProfile[], profile: number): boolean {
    const cell = profile * FACETS;
    if (cell >= this.cells.length || this.cells[cell] === UNKNOWN) this.workOut(profiles, profile);
    return this.cells[cell] !== UNSEEN;
  }

  /** Whether the viewer, who sees the records of a profile, is told their year alone. */
  tellsYearOnly(profiles: readonly IndexedProfile[], profile: number): boolean {
    return this.sees(profiles, profile) && this.yearOnly[profile] === 1;
  }

  /** What of their versions is told to the viewer, who sees the records of a profile; undefined where everything is. */
  versionsOf(profiles: readonly IndexedProfile[], profile: number): DisclosedVersions | undefined {
    return this.sees(profiles, profile) ? this.versions.get(profile) : undefined;
  }

  /** The ordinal of a value in `values`. */
  ordinalOf(value: string | null): number {
    if (value === null) return 0;
    let ordinal = this.ordinals.get(value);
    if (ordinal === undefined) {
      ordinal = this.values.push(value) - 1;
      this.ordinals.set(value, ordinal);
    }
    return ordinal;
  }

  private workOut(profiles: readonly IndexedProfile[], ordinal: number): void {
    if ((ordinal + 1) * FACETS > this.cells.length) {
      const larger = new Int32Array(Math.ceil(profiles.length * 1.1) * FACETS);
      larger.set(this.cells);
      this.cells = larger;
      const more = new Uint8Array(larger.length / FACETS);
      more.set(this.yearOnly);
      this.yearOnly = more;
    }
    const profile = profiles[ordinal] as IndexedProfile;
    const disclosed = this.disclosed(profile);
    if (disclosed === null) {
      this.cells[ordinal * FACETS] = UNSEEN;
      return;
    }
    const { beneficiary, institution, round, session, day, versions } = disclosed;
    const values = [profile.kind, beneficiary, institution, round, session];
    this.cells.set(
      values.map((value) => this.ordinalOf(value)),
      ordinal * FACETS,
    );
    this.yearOnly[ordinal] = day ? 0 : 1;
    if (versions !== null) this.versions.set(ordinal, versions);
  }

  /** Null where the viewer does not see it. */
  private disclosed(profile: Profile): DisclosedValues | null {
    const view = this.views.get(profile.type);
    return view?.sees(profile) ? view.disclosed(profile) : null;
  }
}
