import { byteAt, floatAt, intAt } from "#app/domain/search/answer/numbers.ts";
import { FIRST_YEAR, type Records } from "#app/domain/search/answer/records.ts";
import type { VisibilityCache } from "#app/domain/search/answer/visibility-cache.ts";
import type { Bounds } from "#app/domain/search/query/bounds.server.ts";

/** By year since `FIRST_YEAR`, when it began, in milliseconds since 1970. */
const starts = Float64Array.from({ length: 256 }, (_, year) => Date.UTC(FIRST_YEAR + year, 0, 1));

/** When records were submitted, as far as a viewer is told it. */
export class DisclosedDays {
  private readonly records: Records;
  private readonly visibility: VisibilityCache;

  constructor(records: Records, visibility: VisibilityCache) {
    this.records = records;
    this.visibility = visibility;
  }

  /**
   * What records that the viewer sees are ordered by, once it was decided that they do: milliseconds since 1970, -1
   * without a date; the beginning of its year where nothing more is told, so that it stands behind what has a day in
   * that year. From arrays, since it is asked of every record that matches.
   */
  order(): (record: number) => number {
    const submittedAt = this.records.submittedAt.values;
    const yearOf = this.records.yearOf.values;
    const profileOf = this.records.profileOf.values;
    const { yearOnly } = this.visibility;
    return (record) =>
      yearOnly[intAt(profileOf, record)] === 1 ? floatAt(starts, byteAt(yearOf, record)) : floatAt(submittedAt, record);
  }

  /** Whether a record lies within bounds; one of which the year alone is told, if every day of that year does. */
  within({ from, until, fromYear, untilYear }: Bounds): ((record: number) => boolean) | null {
    if (from === null && until === null) return null;
    const first = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
    const end = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
    const { submittedAt, yearOf, profileOf, profiles } = this.records;
    return (record) => {
      if (this.visibility.tellsYearOnly(profiles, intAt(profileOf.values, record))) {
        const year = FIRST_YEAR + byteAt(yearOf.values, record);
        return (fromYear === null || year >= fromYear) && (untilYear === null || year < untilYear);
      }
      const at = floatAt(submittedAt.values, record);
      return at >= first && at < end && (at !== -1 || until === null);
    };
  }
}
