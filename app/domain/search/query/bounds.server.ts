import { Temporal } from "temporal-polyfill";
import { type HasCode, hasCodes } from "#app/domain/codes.ts";
import { type Stages, stagesWritten } from "#app/domain/search/query/evidence-stages.ts";
import type { BoundName, Filters } from "#app/domain/search/query/filter-names.ts";
import { canonicalValue } from "#app/domain/search/query/filters.ts";
import { daysWritten, lastDay } from "#app/domain/search/query/written-days.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";

/** What the filters of `BOUND_NAMES` ask of a record, all of them and all their values together. */
export interface Bounds {
  /** Stages of evidence, both ends included; where `least` is above `most`, none. A record without a stage has none. */
  evidence: Stages | null;
  /** When it was submitted: from this instant on. ISO 8601 in UTC with milliseconds, as the tables keep instants. */
  from: string | null;
  /** Up to but excluding this instant, which may lie before `from`: then nothing is found. */
  until: string | null;
  /** The same for a record of which the year alone is told: years of which every day lies within. */
  fromYear: number | null;
  /** The first year that does not, or not with every day. */
  untilYear: number | null;
  /** Everything that it must have. */
  has: readonly HasCode[];
}

/**
 * The bounds that filters set. Dates are days on the calendar of a zone: `after` begins with the first day of its
 * value, `before` ends before the first day of its value, `date` lasts as long as its value.
 */
export function boundsOf(filters: Filters, zone: string): Bounds {
  const days = (name: BoundName) => (filters[name] ?? []).flatMap((value) => daysWritten(value) ?? []);
  const stages = (filters.evidence ?? []).flatMap((value) => stagesWritten(value) ?? []);
  const from = [...days("after"), ...days("date")].map((each) => each.from).sort();
  const until = [...days("before").map((each) => each.from), ...days("date").map((each) => each.until)].sort();
  return {
    evidence:
      stages.length === 0
        ? null
        : {
            least: Math.max(...stages.map(({ least }) => least)),
            most: Math.min(...stages.map(({ most }) => most)),
          },
    from: startOf(from.at(-1), zone),
    until: startOf(until[0], zone),
    fromYear: wholeYearFrom(from.at(-1)),
    untilYear: yearOf(until[0]),
    has: hasCodes.filter((code) => filters.has?.includes(code)),
  };
}

/**
 * A stage or date as understood, in the form of addresses, and how a viewer sees it; none where it is not understood.
 */
export function resolveBound(
  name: Exclude<BoundName, "has">,
  value: string,
  locale: InterfaceLocale,
): { code: string; label: string }[] {
  const label = name === "evidence" ? stagesLabel(value, locale) : daysLabel(name, value, locale);
  return label === null ? [] : [{ code: canonicalValue(name, value), label }];
}

function stagesLabel(value: string, locale: InterfaceLocale): string | null {
  const stages = stagesWritten(value);
  if (!stages) return null;
  const text = textFor(locale);
  const { least, most } = stages;
  const form = canonicalValue("evidence", value);
  if (least === most) return text("search.bound.stage", { stage: least });
  if (form.startsWith(">")) return text("search.bound.stageLeast", { stage: least });
  if (form.startsWith("<")) return text("search.bound.stageMost", { stage: most });
  return text("search.bound.stages", { least, most });
}

/** For `before` and `after` with the day they turn on, which says how they were understood. */
function daysLabel(name: "before" | "after" | "date", value: string, locale: InterfaceLocale): string | null {
  const days = daysWritten(value);
  if (!days) return null;
  const formats = createFormats(locale, "UTC");
  if (name === "date") {
    return textFor(locale)("search.bound.date", { days: formats.dateRange(days.from, lastDay(days.until)) });
  }
  const day = formats.dateShort(`${days.from}T12:00:00Z`);
  return textFor(locale)(name === "before" ? "search.bound.before" : "search.bound.after", { day });
}

/** The first year that begins on a day or later. */
function wholeYearFrom(day: string | undefined): number | null {
  const year = yearOf(day);
  return year === null || day?.endsWith("-01-01") ? year : year + 1;
}

function yearOf(day: string | undefined): number | null {
  return day === undefined ? null : Number(day.slice(0, 4));
}

/** The instant at which a day begins, which is not midnight everywhere on every day. */
function startOf(day: string | undefined, zone: string): string | null {
  if (day === undefined) return null;
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
}
