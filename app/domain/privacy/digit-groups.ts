/** Digits that may belong together: where they stand in the folded text, and the digits without what is between. */
export interface DigitWindow {
  start: number;
  end: number;
  digits: string;
}

/** What people put between the digits of one number, Markdown's own marks included. */
export const JOINER = /^[ ./\\\-*_~`]{0,4}$/;
/** What rather separates numbers: accepted only when the number falls into few parts, or every table would match. */
const SEPARATOR = /^[ ./\\\-*_~`\n,:;|'"()[\]]{0,4}$/;
const FEW_PARTS = 3;

/** Whether what stands between the parts of a number lets them count as one. */
export function joins(between: readonly string[]): boolean {
  if (between.every((text) => JOINER.test(text))) return true;
  const written = between.filter((text) => text !== "").length;
  return written < FEW_PARTS && between.every((text) => SEPARATOR.test(text));
}

/**
 * Every way to read exactly `length` digits that begins and ends at a border of a written group of digits. A number
 * inside a longer unbroken row of digits is none. Linear: each group opens one window of at most `length` groups.
 */
export function digitWindows(folded: string, length: number): DigitWindow[] {
  const groups = Array.from(folded.matchAll(/\d+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const windows: DigitWindow[] = [];
  for (const [first, opening] of groups.entries()) {
    const between: string[] = [];
    let digits = "";
    for (let next = first; next < groups.length; next++) {
      const group = groups[next] as { start: number; end: number };
      if (next > first) {
        const gap = folded.slice((groups[next - 1] as { end: number }).end, group.start);
        if (!SEPARATOR.test(gap)) break;
        between.push(gap);
      }
      if (digits.length + group.end - group.start > length) break;
      digits += folded.slice(group.start, group.end);
      if (digits.length < length) continue;
      if (joins(between)) windows.push({ start: opening.start, end: group.end, digits });
      break;
    }
  }
  return windows;
}
