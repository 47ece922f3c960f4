import { type DigitWindow, joins } from "#app/domain/privacy/digit-groups.ts";
import { isAlbanianNid } from "#app/domain/privacy/identifiers.ts";
import { sure } from "#app/sure.ts";

/** One-letter words of the languages written here; after a number they are rather words than check letters. */
const WORDS = new Set("aeiokusvz");
const LENGTH = 10;
const EIGHT = 8;

/**
 * Every stretch of a letter or digit, eight digits and a letter that is an Albanian identity number, with what people
 * put between. Linear: each place is looked at once.
 */
export function nidWindows(cased: string): DigitWindow[] {
  const places: number[] = [];
  const found: DigitWindow[] = [];
  // Digits in a row among the letters and digits, whatever stands between.
  let digits = 0;
  for (let at = 0; at < cased.length; at++) {
    const char = cased[at] as string;
    if (!isWordCharacter(char)) continue;
    places.push(at);
    if (/[A-Wa-w]/.test(char) && digits >= EIGHT && places.length >= LENGTH) {
      const candidate = read(cased, places);
      if (candidate) found.push(candidate);
    }
    digits = /\d/.test(char) ? digits + 1 : 0;
  }
  return found;
}

/** The last ten letters and digits, where they are such a number. A word may be glued before it ("NIDJ5..."). */
function read(cased: string, places: readonly number[]): DigitWindow | undefined {
  const own = places.slice(-LENGTH);
  const digits = own.map((at) => cased[at]).join("");
  const [start, end] = [sure(own[0]), sure(own.at(-1)) + 1];
  if (!/[\dA-T]/i.test(sure(digits[0])) || /\d/.test(cased[start - 1] ?? "")) return undefined;
  if (!isAlbanianNid(digits)) return undefined;
  const between = own.slice(1).map((at, index) => cased.slice(sure(own[index]) + 1, at));
  if (isWordCharacter(cased[end])) return undefined;
  // A number digit by digit says nothing of the letters at its ends.
  const sizes = [LENGTH];
  if (!joins({ between, sizes, before: " a", behind: " " })) return undefined;
  if (between[0] !== "" && isWordCharacter(cased[start - 1])) return undefined;
  if (between[EIGHT] !== "" && WORDS.has(sure(digits.at(-1)))) return undefined;
  return { start, end, digits };
}

function isWordCharacter(char: string | undefined): boolean {
  if (char === undefined) return false;
  const code = char.charCodeAt(0);
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return /[\p{L}\p{N}]/u.test(char);
}
