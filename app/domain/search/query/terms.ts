import { analyse, type Token } from "#app/language/analyse.ts";
import { findIdentifiers, type Identifier } from "#app/language/identifiers.ts";
import { STEM_LANGUAGES } from "#app/language/stem-languages.ts";
import { askedForms, type WordForms } from "#app/language/word-forms.ts";

/** How far a search may stray from what was typed: 1 as asked, 2 similar words, 3 any of the words. */
export type Tier = 1 | 2 | 3;

export interface WordTerm {
  readonly kind: "word";
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly exact: string;
  readonly forms: WordForms;
}

export interface IdentifierTerm {
  readonly kind: "identifier";
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly identifier: Identifier;
  /** The folded words it consists of, for texts that write it in a way no pattern knows. */
  readonly words: readonly string[];
}

export interface PhraseTerm {
  readonly kind: "phrase";
  readonly surface: string;
  readonly words: readonly WordTerm[];
}

export type Term = WordTerm | IdentifierTerm | PhraseTerm;

/** A key to look for: as a whole, or as the beginning of a key. */
export interface Pattern {
  readonly key: string;
  readonly prefix: boolean;
}

/** From so many letters on a word also finds longer words in tier 2; a number never finds longer numbers. */
const PREFIX_LETTERS = 5;
/** Words of so many letters lose their last two in tier 2. */
const CUT_LETTERS = 6;

/** Words and identifiers of a text in order; the words inside an identifier are left out. */
export function termsOf(text: string): (WordTerm | IdentifierTerm)[] {
  const tokens = analyse(text);
  const identifiers = findIdentifiers(text);
  const words = tokens
    .filter((token) => !identifiers.some((found) => found.start <= token.start && token.end <= found.end))
    .map((token) => wordTerm(text, token));
  const named = identifiers.map(
    (identifier): IdentifierTerm => ({
      kind: "identifier",
      start: identifier.start,
      end: identifier.end,
      surface: identifier.surface,
      identifier,
      words: analyse(identifier.surface).map((token) => token.word.first),
    }),
  );
  return [...words, ...named].sort((one, other) => one.start - other.start);
}

/** A text in quotes: its words next to each other, or the identifier it consists of. Null where it has no words. */
export function phraseOf(text: string): Term | null {
  const terms = termsOf(text);
  const [only] = terms;
  if (only === undefined) return null;
  if (terms.length === 1 && only.kind === "identifier") return only;
  return { kind: "phrase", surface: text.trim(), words: analyse(text).map((token) => wordTerm(text, token)) };
}

/** A text without quotes taken as one: a word, an identifier, or several words next to each other (pre-release). */
export function wholeOf(text: string): Term | null {
  const terms = termsOf(text);
  return terms.length === 1 ? (terms[0] ?? null) : phraseOf(text);
}

/**
 * The keys a word is looked for by: itself folded and its stems; from tier 2 on it may also be the beginning of a
 * longer word, with or without its last two letters. A wider tier has all of the narrower one.
 */
export function patternsOf(term: WordTerm, tier: Tier): readonly Pattern[] {
  const known = patterns.get(term) ?? [];
  const found = known[tier] ?? patternsFor(term, tier);
  known[tier] = found;
  patterns.set(term, known);
  return found;
}

/** Asked for with every word of every text that is marked. */
const patterns = new WeakMap<WordTerm, (readonly Pattern[] | undefined)[]>();

function patternsFor({ forms }: WordTerm, tier: Tier): Pattern[] {
  const { first, stems } = forms;
  const keys = [first, ...STEM_LANGUAGES.flatMap((language) => stems[language] ?? [])];
  return [
    ...keys.map((key) => ({ key, prefix: false })),
    ...(tier === 1 ? [] : beginningsOf(first)).map((key) => ({ key, prefix: true })),
  ];
}

function beginningsOf(first: string): string[] {
  const letters = letterCount(first);
  if (letters < PREFIX_LETTERS || !/\p{L}$/u.test(first)) return [];
  return letters < CUT_LETTERS || /\p{N}/u.test(first) ? [first] : [first, Array.from(first).slice(0, -2).join("")];
}

/** The keys an identifier is looked for by: from tier 2 on other revisions of the document will do. */
export function identifierKeys({ identifier }: IdentifierTerm, tier: Tier): string[] {
  return [identifier.key, ...identifier.sameAs, ...(tier === 1 ? [] : identifier.bases)];
}

/** How many letters a key has; digits do not count. */
export function letterCount(key: string): number {
  return key.match(/\p{L}/gu)?.length ?? 0;
}

function wordTerm(text: string, { start, end, word }: Token): WordTerm {
  const surface = text.slice(start, end);
  return { kind: "word", start, end, surface, exact: word.exact, forms: askedForms(word.exact) };
}
