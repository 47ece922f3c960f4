import { oneOf, randomNumbers } from "#tests/bench/analyser/random.ts";
import { cyrillic } from "#tests/bench/analyser/spellings.ts";
import type { Vocabulary } from "#tests/bench/analyser/vocabularies.ts";

/** A passage of one to three sentences with the dictionary forms of its words. */
export interface Passage {
  readonly text: string;
  readonly lemmas: ReadonlySet<string>;
}
/** Dictionary forms to search for, and the passages (by number) that have a form of each. */
export interface Question {
  readonly lemmas: readonly string[];
  readonly relevant: ReadonlySet<number>;
}

/** Every fourth content word is one that only looks like one of the lexicon. */
const DISTRACTORS = 0.25;
/** Some words are more frequent than others, as in any text: the share of the n-th goes with 1 / (n + this). */
const FLATNESS = 40;

/** Passages of random words: no sense, but the endings, neighbours and frequencies of a text. */
export function passagesOf(vocabulary: Vocabulary, count: number, seed: number): Passage[] {
  const random = randomNumbers(seed);
  const lemmas = shuffled([...vocabulary.forms.keys()], random);
  const word = (found: Set<string>): string => {
    if (random() < DISTRACTORS) return oneOf(vocabulary.distractors, random);
    const lemma = lemmas[frequent(lemmas.length, random)] as string;
    found.add(lemma);
    return oneOf(vocabulary.forms.get(lemma) ?? [lemma], random);
  };
  return Array.from({ length: count }, () => {
    const found = new Set<string>();
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const words = Array.from({ length: 7 + Math.floor(random() * 12) }, () =>
        random() < 0.4 ? oneOf(vocabulary.small, random) : word(found),
      );
      const sentence = words.join(" ");
      return `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`;
    });
    const text = sentences.join(" ");
    const script = vocabulary.cyrillic === 0.5 && random() < 0.5 ? cyrillic : (given: string) => given;
    return { text: script(text), lemmas: found };
  });
}

/** Two or three words of one passage, so that there is always something to find. */
export function questionsOf(passages: readonly Passage[], count: number, seed: number): Question[] {
  const random = randomNumbers(seed);
  const having = new Map<string, Set<number>>();
  for (const [at, { lemmas }] of passages.entries())
    for (const lemma of lemmas) having.set(lemma, (having.get(lemma) ?? new Set()).add(at));
  const questions: Question[] = [];
  while (questions.length < count) {
    const known = shuffled([...oneOf(passages, random).lemmas], random);
    const lemmas = known.slice(0, 2 + Math.floor(random() * 2));
    if (lemmas.length < 2) continue;
    const [first, ...others] = lemmas.map((lemma) => having.get(lemma) ?? new Set<number>());
    const relevant = [...(first ?? [])].filter((at) => others.every((passagesWith) => passagesWith.has(at)));
    questions.push({ lemmas, relevant: new Set(relevant) });
  }
  return questions;
}

function frequent(count: number, random: () => number): number {
  // The inverse of the distribution function of 1 / (n + FLATNESS).
  const reach = Math.log((count + FLATNESS) / FLATNESS);
  return Math.min(count - 1, Math.floor(FLATNESS * (Math.exp(random() * reach) - 1)));
}

function shuffled<Value>(values: Value[], random: () => number): Value[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other] as Value, values[at] as Value];
  }
  return values;
}
