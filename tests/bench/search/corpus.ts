import { numbersFrom } from "#tests/support/planner-instances.ts";

/** One record of the generated corpus, as a line of an import. */
export interface Generated {
  externalId: string;
  kind: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  beneficiary: string;
  institutionType: string;
  themes: string[];
}

const kinds = ["practice", "challenge", "need", "lesson", "proposal"];
const beneficiaries = ["al", "ba", "xk", "regional", "other-european"];
const institutionTypes = [
  "prison",
  "probation",
  "pcve",
  "social-work",
  "police",
  "education",
  "health",
  "civil-society",
];
const languages = ["en", "bs", "sr-Latn", "sr-Cyrl", "hr", "mk", "sq"];
const wordsEach = 170;
const vocabularySize = 30_000;

/** A word that stands in about so large a part of all records, for queries of a known kind. */
export const marked = {
  fifth: "koordinacija",
  fiftieth: "nadzornik",
  rare: "mentorstvo",
  pair: ["protokol", "razmjena"],
};

/**
 * Records of about 1,200 characters over a vocabulary with Zipf's distribution in two scripts, with five facets.
 * The same number gives the same record.
 */
export function* corpus(records: number): Generator<Generated> {
  const words = vocabulary();
  const next = numbersFrom(20261126);
  for (let n = 0; n < records; n++) {
    const language = languages[Math.floor(next() * languages.length)]!;
    const text: string[] = [];
    for (let i = 0; i < wordsEach; i++) text.push(words[zipf(next)]!);
    if (next() < 0.2) put(text, [marked.fifth], next);
    if (next() < 0.02) put(text, [marked.fiftieth], next);
    if (next() < 0.001) put(text, [marked.rare], next);
    if (next() < 0.05) put(text, next() < 0.5 ? marked.pair : [marked.pair[0]!], next);
    const written = language === "sr-Cyrl" || language === "mk" ? text.map(inCyrillic) : text;
    yield {
      externalId: `bench-${n}`,
      kind: kinds[Math.floor(next() * kinds.length)]!,
      title: sentence(written.slice(0, 7)).slice(0, 99),
      summary: "",
      body: sentences(written.slice(7)),
      language,
      beneficiary: beneficiaries[Math.floor(next() * beneficiaries.length)]!,
      institutionType: institutionTypes[Math.floor(next() * institutionTypes.length)]!,
      themes: [`T${String(1 + Math.floor(next() * 20)).padStart(2, "0")}`],
    };
  }
}

/** Words of two to four syllables, the shortest first, as in most languages. */
function vocabulary(): string[] {
  const next = numbersFrom(7);
  const onsets = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "pr", "st", "tr", "sl", "gr"];
  const vowels = ["a", "e", "i", "o", "u"];
  const endings = ["", "", "m", "n", "r", "t", "ti", "nje", "ost", "ski"];
  const pick = (list: string[]): string => list[Math.floor(next() * list.length)]!;
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor((words.size / vocabularySize) * 2 + next() * 2);
    let word = "";
    for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(vowels);
    words.add(word + pick(endings));
  }
  return [...words];
}

function zipf(next: () => number): number {
  return Math.min(vocabularySize - 1, Math.floor(vocabularySize ** next()) - 1);
}

function put(text: string[], words: string[], next: () => number): void {
  const at = 8 + Math.floor(next() * (text.length - 10));
  text.splice(at, words.length, ...words);
}

function sentences(words: string[]): string {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 14) found.push(`${sentence(words.slice(at, at + 14))}.`);
  return found.join(" ");
}

function sentence(words: string[]): string {
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const cyrillic = new Map(Object.entries({ a: "а", b: "б", c: "ц", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и" }));
for (const [latin, letter] of Object.entries({
  j: "ј",
  k: "к",
  l: "л",
  m: "м",
  n: "н",
  o: "о",
  p: "п",
  r: "р",
  s: "с",
}))
  cyrillic.set(latin, letter);
for (const [latin, letter] of Object.entries({ t: "т", u: "у", v: "в", z: "з" })) cyrillic.set(latin, letter);

function inCyrillic(word: string): string {
  return word
    .replace(/nj/g, "њ")
    .replace(/lj/g, "љ")
    .replace(/[a-z]/g, (letter) => cyrillic.get(letter) ?? letter);
}
