/**
 * Spelling differences that carry no meaning in a search are removed here: composed and decomposed letters, two
 * scripts, marks, đ against dj, Ijekavian against Ekavian. Everything is a function of one word; offsets into the
 * text are kept by the analyser, so lengths may change freely.
 */

// biome-ignore format: a table reads better in rows
const CYRILLIC = new Map(
  Object.entries({
    а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", ѓ: "đ", е: "e", ж: "ž", з: "z", ѕ: "dz", и: "i", ј: "j", й: "j",
    к: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", ќ: "ć", у: "u",
    ф: "f", х: "h", ц: "c", ч: "č", џ: "dž", ш: "š", ѐ: "e", ѝ: "i",
    // Letters of neighbouring alphabets, so that a quoted name in Bulgarian, Russian or Ukrainian can be found too.
    щ: "št", ъ: "a", ы: "y", ь: "", э: "e", ю: "ju", я: "ja", ё: "jo", і: "i", ї: "ji", є: "je", ґ: "g", ў: "u",
  }),
);

const DIGRAPHS = new Map([
  ["ǆ", "dž"],
  ["ǉ", "lj"],
  ["ǌ", "nj"],
]);

/** Letters Unicode does not decompose into a plain letter and a mark. */
const UNDECOMPOSED = new Map([
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ł", "l"],
  ["ø", "o"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["þ", "th"],
  ["ς", "σ"],
]);

/**
 * What becomes of letters that need no more than a look into a table, by their codes: those of the languages of the
 * region, composed and in lower case. `LATIN` keeps the marks.
 */
const LATIN: (string | undefined)[] = [];
const FOLDED: (string | undefined)[] = [];
for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789čćšžđëç") tabulate(letter, letter);
for (const [letter, latin] of CYRILLIC) if (letter === letter.normalize("NFC")) tabulate(letter, latin);
/** The same letters in upper case: whether lowering them is all that is needed. */
const CAPITALS: (true | undefined)[] = [];
for (const letter of "abcdefghijklmnopqrstuvwxyzčćšžđëçабвгдђѓежзѕијклљмнњопрстћќуфхцчџш") {
  CAPITALS[letter.toUpperCase().charCodeAt(0)] = true;
}

const CONSONANT = "[bcdfghklmnpqrstvwxz]";
const IJEKAVIAN = new RegExp(`(?<=${CONSONANT})i?je(?=${CONSONANT})`, "g");

/**
 * The word as written, comparable: composed (NFC), lower case, digraph letters split, invisible characters and the
 * English possessive gone. Marks and script stay.
 */
export function exactForm(surface: string): string {
  if (isUsual(surface)) return surface.toLowerCase();
  return surface
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/['’]s$/iu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ǆǉǌ]/g, (letter) => DIGRAPHS.get(letter) ?? letter)
    .normalize("NFC");
}

/** Serbian and Macedonian Cyrillic in Latin letters with marks; other letters stay as they are. */
export function toLatin(exact: string): string {
  return mapped(exact, LATIN) ?? exact.replace(/[Ѐ-ӿ]/g, (letter) => CYRILLIC.get(letter) ?? letter);
}

/**
 * The folded form all spellings of one word share. Marks go first, so that what follows sees the same letters whether
 * the word was typed with marks, without them or in Cyrillic; then đ and "dj" become d and Ijekavian becomes Ekavian.
 * A Latin or Cyrillic word comes out in a-z and 0-9.
 */
export function fold(exact: string): string {
  return ekavian(foldMarks(exact));
}

/** A word folded but for Ijekavian, in Ekavian. */
export function ekavian(folded: string): string {
  return folded.includes("je") ? folded.replace(IJEKAVIAN, "e") : folded;
}

/** The folded form with Ijekavian left in, which in Albanian is none: përgatitje, përgatitjen. */
export function foldMarks(exact: string): string {
  const folded = mapped(exact, FOLDED) ?? foldAny(exact);
  return folded.includes("dj") ? folded.replace(/dj+/g, "d") : folded;
}

function foldAny(exact: string): string {
  return toLatin(exact)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[đðħıłøæœßþς]/g, (letter) => UNDECOMPOSED.get(letter) ?? letter);
}

/**
 * How people romanise the two Macedonian letters Serbian has not: ѓ as gj, ќ as kj; and the other way round for a
 * text already in Latin letters. Null where the word holds none, or looks Albanian, where gj is a sound of its own.
 */
export function macedonianSpelling(exact: string): string | null {
  if (/[ѓќ]/.test(exact)) return exact.replace(/ѓ/g, "gj").replace(/ќ/g, "kj");
  if (/[gk]j/.test(exact) && !/[ëç]/.test(exact)) return exact.replace(/gj/g, "đ").replace(/kj/g, "ć");
  return null;
}

function tabulate(letter: string, latin: string): void {
  LATIN[letter.charCodeAt(0)] = latin;
  FOLDED[letter.charCodeAt(0)] = latin.replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
}

/** The word letter by letter by a table; null where it has a letter that is not there. */
function mapped(word: string, table: readonly (string | undefined)[]): string | null {
  let result = "";
  for (let at = 0; at < word.length; at++) {
    const letter = table[word.charCodeAt(at)];
    if (letter === undefined) return null;
    result += letter;
  }
  return result;
}

/** Whether a word consists of letters of the tables and digits, in either case. */
function isUsual(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (LATIN[code] === undefined && CAPITALS[code] === undefined) return false;
  }
  return true;
}
