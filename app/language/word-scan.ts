/** Words of texts as the analyser takes them: letters and digits, what is written over them, an English possessive. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{DI}]*(?:['’][sS](?![\p{L}\p{N}\p{M}]))?/gu;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const IGNORABLE = /\p{DI}/u;

/** What a UTF-16 code unit is to a word; 0 until it is first met. */
const BEGINS = 1;
const GOES_ON = 2;
const ENDS = 3;
/** Half of a character: whether that is a letter is for a regular expression to say. */
const HALF = 4;
const kinds = new Uint8Array(65_536);

/** Nobody can know beforehand which words will have one hash. */
const [SEED = 0] = crypto.getRandomValues(new Int32Array(1));

/**
 * Visits the words of a text in order.
 * @param visit is given where a word begins and ends, in UTF-16 code units, and its `hashOfWord`
 */
export function eachWord(text: string, visit: (start: number, end: number, hash: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind !== BEGINS && kind !== HALF) {
      at++;
      continue;
    }
    const start = at;
    let hash = SEED;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const goesOn = kinds[code] || kindOf(code);
      if (goesOn !== BEGINS && goesOn !== GOES_ON) break;
      hash = mixed(hash, code);
      at++;
    }
    const isQuote = at < text.length && (text[at] === "'" || text[at] === "’");
    if (kindAt(text, at) === HALF || (isQuote && kindAt(text, at + 2) === HALF)) {
      eachWordFrom(text, start, visit);
      return;
    }
    if (isQuote && isPossessive(text, at)) {
      hash = mixed(mixed(hash, text.charCodeAt(at)), text.charCodeAt(at + 1));
      at += 2;
    }
    visit(start, at, hash);
  }
}

/** A number that words that are written alike have in common, for as long as the process lives. */
export function hashOfWord(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

function mixed(hash: number, code: number): number {
  const product = Math.imul(hash ^ code, 0x01000193);
  return product ^ (product >>> 15);
}

/** The same from an offset on, for texts with characters of two code units. */
function eachWordFrom(text: string, from: number, visit: (start: number, end: number, hash: number) => void): void {
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const end = match.index + match[0].length;
    visit(match.index, end, hashOfWord(text, match.index, end));
    // `visit` may have looked for words itself.
    WORD.lastIndex = end;
  }
}

function isPossessive(text: string, apostrophe: number): boolean {
  const s = text.charCodeAt(apostrophe + 1);
  if (s !== 0x73 && s !== 0x53) return false;
  const kind = kindAt(text, apostrophe + 2);
  return kind !== BEGINS && !(kind === GOES_ON && MARK.test(text.charAt(apostrophe + 2)));
}

/** What the code unit at an offset is to a word; behind the text a word ends. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return ENDS;
  const code = text.charCodeAt(at);
  return kinds[code] || kindOf(code);
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  const isHalf = code >= 0xd800 && code < 0xe000;
  const goesOn = MARK.test(character) || IGNORABLE.test(character);
  const kind = isHalf ? HALF : LETTER.test(character) ? BEGINS : goesOn ? GOES_ON : ENDS;
  kinds[code] = kind;
  return kind;
}
