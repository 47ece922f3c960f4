import { sure } from "#app/sure.ts";

/** Digits that may belong together: where they stand in the folded text, and the digits without what is between. */
export interface DigitWindow {
  start: number;
  end: number;
  digits: string;
}

/** What people put between the digits of one number, Markdown's own marks included. */
const JOINER = /^[ ./\\\-*_~`]*$/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Fewer gaps than this, and whatever is no letter may stand in them; or every table would match. */
const FEW_GAPS = 3;

/** Where a stretch of digits stands among others. */
export interface Parts {
  /** What is between its parts, in order; the parts themselves may touch. */
  between: readonly string[];
  /** How many characters each part has. */
  sizes: readonly number[];
  /** What is before and behind it, up to the next digits; undefined where the text ends. */
  before: string | undefined;
  behind: string | undefined;
}

/**
 * Whether parts count as one number: joined as numbers are, or in few parts, or digit by digit, or alone in their line
 * or paragraph (a row of a table, a list).
 */
export function joins({ between, sizes, before, behind }: Parts): boolean {
  if (between.every((text) => JOINER.test(text))) return true;
  if (between.filter((text) => text !== "").length < FEW_GAPS || sizes.every((size) => size === 1)) return true;
  const alone = (ends: (text: string | undefined) => boolean) => ends(before) && ends(behind);
  if (alone(isLetters)) return true;
  return !between.some((text) => text.includes("\n")) && alone((text) => isLetters(text) || sure(text).includes("\n"));
}

function isLetters(text: string | undefined): boolean {
  return text === undefined || LETTER_OR_DIGIT.test(text);
}

/**
 * Every way to read exactly `length` digits that `accepts` knows, which begins and ends at a border of a written group
 * of digits. A number inside a longer unbroken row of digits is none. Linear: each group opens one window of at most
 * `length` groups.
 */
export function digitWindows(folded: string, length: number, accepts: (digits: string) => boolean): DigitWindow[] {
  const groups = Array.from(folded.matchAll(/\d+/g), ({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
    digits,
  }));
  // gaps[n] stands before the nth group.
  const gaps = groups.map(({ start }, at) => folded.slice(groups[at - 1]?.end ?? 0, start));
  const inside = gaps.map((gap) => !LETTER_OR_DIGIT.test(gap));
  const windows: DigitWindow[] = [];
  for (const [first, opening] of groups.entries()) {
    let digits = "";
    for (let last = first; last < groups.length; last++) {
      const group = sure(groups[last]);
      if (last > first && !inside[last]) break;
      if (digits.length + group.digits.length > length) break;
      digits += group.digits;
      if (digits.length < length) continue;
      if (!accepts(digits)) break;
      const parts = {
        between: gaps.slice(first + 1, last + 1),
        sizes: groups.slice(first, last + 1).map((part) => part.digits.length),
        before: first === 0 ? undefined : gaps[first],
        behind: gaps[last + 1],
      };
      if (joins(parts)) windows.push({ start: opening.start, end: group.end, digits });
      break;
    }
  }
  return windows;
}
