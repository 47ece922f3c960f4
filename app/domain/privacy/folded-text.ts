import { uncovered } from "#app/domain/privacy/readings.ts";

/**
 * A text in the one form in which identifiers and context words are looked for, with the way back to the original.
 *
 * Compatibility forms are unified (NFKD), marks and invisible characters are gone, every digit is 0-9, Cyrillic is
 * written with Latin letters, blanks, dashes and dots have one form each, what is written backwards stands as it is
 * read and marks of footnotes are blank. `cased[i]` came from the original's `starts[i]` up to `ends[i]` (UTF-16
 * offsets); `lower` has the same length.
 */
export interface FoldedText {
  cased: string;
  lower: string;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** A stretch of the folded text, end exclusive. */
export interface FoldedRange {
  start: number;
  end: number;
}

/** Folds in one pass, linear in the length of the text. */
export function foldText(text: string): FoldedText {
  let cased = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let turnedAt = -1;
  const turnBack = () => {
    if (turnedAt < 0) return;
    cased = cased.slice(0, turnedAt) + cased.slice(turnedAt).split("").reverse().join("");
    for (const places of [starts, ends]) places.push(...places.splice(turnedAt).reverse());
    turnedAt = -1;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    // What most texts mostly consist of folds into itself.
    if (code >= 0x20 && code < 0x7f && code !== AMPERSAND) {
      cased += text[at];
      starts.push(at);
      ends.push(++at);
      continue;
    }
    const entity = entityAt(text, at);
    const char = entity?.char ?? String.fromCodePoint(text.codePointAt(at) as number);
    const end = at + (entity?.length ?? char.length);
    const folded = foldCharacter(char);
    if (folded === "\n" || char === END_OF_OVERRIDE) turnBack();
    if (char === BACKWARDS && turnedAt < 0) turnedAt = cased.length;
    cased += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  turnBack();
  cased = uncovered(cased);
  return {
    cased,
    lower: lowered(cased),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

/** From here to the end of the override or of the line, characters stand from right to left (UAX #9, 2.2). */
const BACKWARDS = "\u202E";
const END_OF_OVERRIDE = "\u202C";

const AMPERSAND = 0x26;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(shy|nbsp|thinsp|ensp|emsp|zwj|zwnj|hyphen|dash|period|sol));/y;
const NAMED: Record<string, string> = { period: ".", sol: "/", hyphen: "-", dash: "-", shy: "", zwj: "", zwnj: "" };

/** An HTML entity is read as its character: Markdown shows it so. */
function entityAt(text: string, at: number): { char: string; length: number } | undefined {
  if (text[at] !== "&") return undefined;
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (!match) return undefined;
  const code = match[1] ? Number.parseInt(match[1], 10) : Number.parseInt(match[2] ?? "", 16);
  const char = match[3] ? (NAMED[match[3]] ?? " ") : code <= 0x10ffff ? String.fromCodePoint(code) : "";
  return { char, length: match[0].length };
}

const INVISIBLE = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const REMEMBERED = 4_000;
const remembered = new Map<string, string>();

/** What one character of the original becomes: nothing, one or several UTF-16 units. */
function foldCharacter(char: string): string {
  const known = remembered.get(char);
  if (known !== undefined) return known;
  let folded = "";
  const numeral = numeralOf(char);
  if (numeral !== undefined) return numeral;
  for (const part of char.normalize("NFKD").replace(INVISIBLE, "")) folded += plain(part) ?? part;
  if (remembered.size < REMEMBERED) remembered.set(char, folded);
  return folded;
}

function plain(char: string): string | undefined {
  const code = char.codePointAt(0) as number;
  if (/[\t\v\f\u2800]/.test(char)) return " ";
  if (char === "\r" || /[\u2028\u2029\u0085]/.test(char)) return "\n";
  if (char !== "\n" && /\p{Cc}/u.test(char)) return "";
  if (code < 0x80) return char;
  const lower = char.toLowerCase();
  const latin = LETTERS[lower];
  if (latin !== undefined) return lower === char ? latin : latin[0]?.toUpperCase() + latin.slice(1);
  if (/\p{Nd}/u.test(char)) return digit(code);
  if (/\p{No}/u.test(char)) return enclosed(code);
  if (/\p{Pd}/u.test(char) || char === "\u2212") return "-";
  if (/\p{Zs}/u.test(char)) return " ";
  if (/[\u2044\u2215\u29F8]/.test(char)) return "/";
  if (/[\u00B7\u2022\u2027\u2043\u2219\u22C5\u3002\u30FB\uFF65]/.test(char)) return ".";
  if (/[\u2018\u2019\u02BC\u2032]/.test(char)) return "'";
  if (/[\u201C-\u201F\u00AB\u00BB]/.test(char)) return '"';
  return undefined;
}

/** Decimal digits stand in rows of ten, zero first (Unicode stability policy). */
function digit(code: number): string {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Numbers in circles of the kinds that do not decompose (Dingbats, Enclosed Alphanumerics), by their first one. */
const CIRCLED: readonly [first: number, last: number, value: number][] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x1f10b, 0x1f10c, 0],
];

function enclosed(code: number): string | undefined {
  const row = CIRCLED.find(([first, last]) => code >= first && code <= last);
  if (!row) return undefined;
  const [first, , value] = row;
  // The two zeros of the last row differ in weight only.
  return value === 0 ? "0" : String(value + code - first);
}

/** Chinese numbers, zero first. */
const IDEOGRAPHS = "\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";

/** Numbers from 1 to 9 that are letters to Unicode, by the first of their row: Roman ones, and those of Suzhou. */
const ROWS_OF_NINE = [0x2160, 0x2170, 0x3021];

/** The digit that a letter stands for. */
function numeralOf(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x2160) return undefined;
  if (char === "\u96F6") return "0";
  const ideograph = IDEOGRAPHS.indexOf(char);
  if (ideograph >= 0) return String(ideograph);
  const first = ROWS_OF_NINE.find((one) => code >= one && code < one + 9);
  return first === undefined ? undefined : String(code - first + 1);
}

/**
 * Letters that decomposition leaves alone. Cyrillic follows the Serbian and Macedonian alphabets, Greek ones the
 * Latin letters that they look like.
 */
const LETTERS: Record<string, string> = {
  ...{ đ: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", ð: "d" },
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "d", е: "e", ж: "z", з: "z", ѕ: "dz", и: "i", і: "i", ј: "j" },
  ...{ к: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u" },
  ...{ ф: "f", х: "h", ц: "c", ч: "c", џ: "dz", ш: "s", щ: "st", ъ: "a", ы: "i", ь: "", э: "e", ю: "ju", я: "ja" },
  ...{ ӏ: "l", ӡ: "z", ʒ: "z", օ: "o", α: "a", β: "b", ε: "e", ζ: "z", η: "n", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p" },
  ...{ τ: "t", υ: "u", χ: "x" },
};

/** In small letters, unit by unit where the whole would change its length. */
function lowered(cased: string): string {
  const lower = cased.toLowerCase();
  return lower.length === cased.length ? lower : cased.split("").map(lowerUnit).join("");
}

function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === unit.length ? lower : unit;
}
