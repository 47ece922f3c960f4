import { type DigitWindow, joins } from "#app/domain/privacy/digit-groups.ts";

/** One-letter words of the languages written here; after a number they are rather words than check letters. */
const WORDS = new Set("aeiokusvz");

/**
 * Every stretch of a letter or digit, eight digits and a letter that could be an Albanian identity number, with what
 * people put between. Each place is looked at once, over a bounded distance.
 */
export function nidCandidates(cased: string): DigitWindow[] {
  const found: DigitWindow[] = [];
  let next = -1;
  for (let start = 0; start < cased.length; start++) {
    // A digit follows within reach, or nothing before it can begin one.
    if (next <= start) next = nextDigit(cased, start + 1);
    if (next < 0) break;
    if (next - start > 5) start = next - 5;
    if (!/[\dA-Ta-t]/.test(cased[start] as string) || /\d/.test(cased[start - 1] ?? "")) continue;
    const candidate = read(cased, start);
    if (candidate) found.push(candidate);
  }
  return found;
}

function nextDigit(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return at;
  }
  return -1;
}

/** Reads a candidate from `start`. A word may be glued before it ("NIDJ5..."), but then its first parts are too. */
function read(cased: string, start: number): DigitWindow | undefined {
  const between: string[] = [];
  let digits = cased[start] as string;
  let at = start + 1;
  while (digits.length < 10) {
    const gap = /^[^\p{L}\p{N}]{0,4}/u.exec(cased.slice(at, at + 4))?.[0] ?? "";
    const char = cased[at + gap.length];
    if (char === undefined || !(digits.length < 9 ? /\d/ : /[A-Wa-w]/).test(char)) return undefined;
    between.push(gap);
    digits += char;
    at += gap.length + 1;
  }
  const last = digits[9] as string;
  if (isWordCharacter(cased[at]) || !joins(between)) return undefined;
  if (between[0] !== "" && isWordCharacter(cased[start - 1])) return undefined;
  if (between[8] !== "" && WORDS.has(last)) return undefined;
  return { start, end: at, digits };
}

function isWordCharacter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
