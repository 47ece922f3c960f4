import { folded, monthNamed } from "#app/language/month-names.ts";

/** Days on the calendar, "YYYY-MM-DD": from the first up to but excluding `until`. */
export interface Days {
  from: string;
  until: string;
}

/** What one side of a date says; the sides of a range complete each other. */
interface Part {
  year?: number;
  month?: number;
  day?: number;
}

/** Nothing longer is a date. */
const LONGEST = 80;

// biome-ignore format: lists of words
const SILENT = new Set(
  ("from of the on in year od u na dana datum godina godine godini godinu god g vo ne me date nga vit viti vitit e " +
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun " +
    "ponedjeljak ponedeljak utorak srijeda srijedu sreda sredu četvrtak petak subota subotu nedjelja nedjelju nedelja nedelju " +
    "ponedelnik vtornik četvrtok petok sabota nedela " +
    "hënë hëna martë marta mërkurë mërkura enjte enjtja premte premtja shtunë shtuna diel diela")
    .split(" ").map(folded),
);
const BETWEEN = new Set(["to", "until", "till", "do", "deri"].map(folded));

/**
 * Reads a day, month or year, or a range of them, as people of the region write dates, in any language and script:
 * `2020`, `2020-11`, `2020-11-04`, `4.11.2020.`, `04/11/2020` (the day always first), `11/2020`, `4. studenog 2020`,
 * `4-6. novembra 2020.`, `04–06 ноември 2020 г.`, `4 nëntor 2020`, `November 4, 2020`, `studeni 2020`, `4. XI. 2020`,
 * with the day of the week or without it. Years have four digits, 1900 to 2999. Null for anything else, a day that is
 * not on the calendar included; no text throws.
 */
export function daysWritten(text: string): Days | null {
  if (text.length > LONGEST) return null;
  const sides = plainly(text).split("~");
  if (sides.length > 2) return null;
  const [first = "", second] = sides;
  if (second !== undefined) return range(partOf(first), partOf(second));
  const whole = daysOf(partOf(first));
  if (whole) return whole;
  // A hyphen without spaces stands between two dates only where the whole is none: 4-6.11.2020, 2020-11-04-2020-11-06.
  const hyphens = [...first.matchAll(/-/g)].map(({ index }) => index);
  const middle = hyphens[(hyphens.length - 1) / 2];
  return middle === undefined ? null : range(partOf(first.slice(0, middle)), partOf(first.slice(middle + 1)));
}

/**
 * Days in the shortest form that is read again as the same: `2020`, `2020-11`, `2020-11-04`, `2020-11-04..2020-11-06`.
 */
export function writeDays({ from, until }: Days): string {
  for (const start of [from.slice(0, 4), from.slice(0, 7), from]) {
    const days = daysWritten(start);
    if (days?.from === from && days.until === until) return start;
  }
  return `${from}..${lastDay(until)}`;
}

/** The day before `until`. */
export function lastDay(until: string): string {
  return new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The text with months as `m11`, "~" between the sides of a range, nothing that says nothing, and "?" for other words.
 */
function plainly(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/(\d)(?:st|nd|rd|th|-[тврм]и)(?!\p{L})/giu, "$1")
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
      const month = monthNamed(word);
      if (month !== undefined) return `m${month}`;
      if (BETWEEN.has(folded(word))) return "~";
      return SILENT.has(folded(word)) ? " " : "?";
    })
    .replace(/,/g, " ")
    .replace(/\s*(?:\.{2,}|~|(?<=\s)-|-(?=\s))\s*/g, "~")
    .replace(/\s*([./])(?:\s*\.)*\s*/g, "$1")
    .replace(/\s+/g, " ");
}

/** One side of a date; null where it is none in any order that is in use. */
function partOf(side: string): Part | null {
  const text = side.trim().replace(/\.$/, "");
  if (!/^(?:\d{4}|m?\d{1,2})(?:[-./ ](?:\d{4}|m?\d{1,2}))*$/.test(text)) return null;
  const pieces = text.split(/[-./ ]/);
  const signs = new Set(text.match(/[-./ ]/g));
  const named = pieces.filter((piece) => piece.startsWith("m"));
  const years = pieces.filter((piece) => piece.length === 4 && !piece.startsWith("m"));
  const others = pieces.filter((piece) => !named.includes(piece) && !years.includes(piece)).map(Number);
  const yearAt = pieces.indexOf(years[0] ?? "");
  if (pieces.length > 3 || named.length > 1 || years.length > 1) return null;
  if (yearAt > 0 && yearAt < pieces.length - 1) return null;
  const year = years.map(Number)[0];
  if (named.length === 1 && others.length > 1) return null;
  if (named.length === 1) return { year, month: Number(named[0]?.slice(1)), day: others[0] };
  if (signs.size > 1 || others.length > 2) return null;
  if (yearAt === 0) return { year, month: others[0], day: others[1] };
  // "November 4-6, 2020" leaves "6 2020" to its second side.
  const isMonth = others.length === 1 && year !== undefined && !signs.has(" ");
  return isMonth ? { year, month: others[0] } : { year, month: others[1], day: others[0] };
}

function range(left: Part | null, right: Part | null): Days | null {
  if (!left || !right || right.year === undefined) return null;
  const areDays = left.day !== undefined && right.day !== undefined;
  const areMonths = left.day === right.day && left.month !== undefined && right.month !== undefined;
  if (left.year === undefined && !areDays && !areMonths) return null;
  const year = left.year ?? right.year;
  const first = daysOf({ ...left, year, month: left.month ?? (areDays ? right.month : undefined) });
  const last = daysOf({ ...right, month: right.month ?? (areDays ? left.month : undefined) });
  return first && last && first.from < last.until ? { from: first.from, until: last.until } : null;
}

/** The days of a date that is whole and on the calendar. */
function daysOf(part: Part | null): Days | null {
  const { year, month, day } = part ?? {};
  if (year === undefined || year < 1900 || year > 2999) return null;
  if (day !== undefined && month === undefined) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  const at = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  if (month === undefined) return { from: at(year, 1, 1), until: at(year + 1, 1, 1) };
  if (day === undefined) return { from: at(year, month, 1), until: at(year, month + 1, 1) };
  const from = at(year, month, day);
  return Number(from.slice(8)) === day && day > 0 ? { from, until: at(year, month, day + 1) } : null;
}
