// The other ways in which people read a number than as its digits. Each is made of the folded text with as many
// characters as it has, so that what is found in it stands where it was written.

/** A mark of a footnote, of which readers see a small number. */
const FOOTNOTE = /\[\^[^\]\s]{1,60}\]/g;
/** A digit in an address, encoded once or several times (RFC 3986, 2.1). */
const ENCODED_DIGIT = /%(?:25){0,3}3(\d)/g;

/**
 * Without what is no part of a text that people read: marks of footnotes; and with the digits of addresses as
 * themselves.
 */
export function uncovered(folded: string): string {
  return folded.replace(FOOTNOTE, blank).replace(ENCODED_DIGIT, (all, digit: string) => digit.padEnd(all.length));
}

/** Small numbers in the languages that people write here, as `foldText` folds them. */
const NUMBER_WORDS: readonly string[] = [
  "nula|nulla|zero|zeroja|nulta|oh",
  "jedan|jedna|jedno|eden|edna|edno|one|nje|jedinica",
  "dva|dvije|dve|two|dy|dvojka",
  "tri|three|tre|trojka",
  "cetiri|four|kater",
  "pet|five|pese|petica",
  "sest|six|gjashte|sestica",
  "sedam|sedum|seven|shtate",
  "osam|osum|eight|tete",
  "devet|nine|nente|nande",
];
const DIGIT_OF_WORD = new Map(NUMBER_WORDS.flatMap((words, digit) => words.split("|").map((word) => [word, digit])));
const NUMBER_WORD = new RegExp(`(?<![a-z])(?:${NUMBER_WORDS.join("|")})(?![a-z])`, "g");

/** Letters that look like digits, Latin ones and those that Greek and Cyrillic ones fold into, in two ways. */
const LOOKALIKES: readonly Readonly<Record<string, string>>[] = [
  { o: "0", l: "1", i: "1" },
  { o: "0", q: "9", l: "1", i: "1", z: "3", c: "4", s: "5", b: "6", t: "7", v: "8", g: "9" },
  { o: "0", q: "0", l: "1", i: "1", z: "2", e: "3", a: "4", s: "5", g: "6", t: "7", b: "8" },
];
/** A word of digits with letters that look like some: most of it are digits, or it would be a word. */
const MIXED_WORD = /(?<![a-z\d])(?=[a-z]*\d)[\da-z]+(?![a-z\d])/g;

/** Without this there is neither a mixed word nor a letter among digits. */
const TOUCHING = /[a-z] ?\d|\d[a-z]/;

/** Digits with a letter between them, once and again: "01a01a990". */
const STREWN = /(?<![a-z\d])(?:\d{1,7} ?[a-z]{1,2} ?){2,12}\d{1,7}(?![a-z\d])/g;
const IDENTIFIER = /^[\da-f]+$/;

/** The ways in which a text may be read as a number of digits alone; the text itself first. */
export function readings(lower: string): string[] {
  const words = lower.replace(NUMBER_WORD, (word) => String(DIGIT_OF_WORD.get(word)).padEnd(word.length));
  if (!TOUCHING.test(words)) return [...new Set([lower, words])];
  const looks = LOOKALIKES.map((digits) => words.replace(MIXED_WORD, (word) => lookedAt(word, digits)));
  return [...new Set([lower, words, ...looks, lower.replace(STREWN, withoutStrewn)])];
}

function lookedAt(word: string, digits: Readonly<Record<string, string>>): string {
  const read = word.replace(/[a-z]/g, (letter) => digits[letter] ?? letter);
  return /^\d+$/.test(read) ? read : word;
}

/** Letters are strewn where they are the same all along, or one stands behind every digit. */
function withoutStrewn(row: string): string {
  const between = row.match(/[a-z]+/g) ?? [];
  const isEven = new Set(between).size === 1 || !/\d{2}/.test(row);
  // Keys and hashes are digits and letters a to f.
  const isRow = isEven || (!row.includes(" ") && !IDENTIFIER.test(row));
  return isRow ? row.replace(/[a-z]/g, " ") : row;
}

function blank(text: string): string {
  return " ".repeat(text.length);
}
