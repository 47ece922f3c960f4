import { exactForm, fold } from "#app/language/normalise.ts";
import { ENGLISH_FORMS, ENGLISH_OTHERS } from "#tests/bench/analyser/english-pairs.ts";
import { ALBANIAN_FORMS, ALBANIAN_OTHERS } from "#tests/language/stems/albanian-pairs.ts";
import { MACEDONIAN_FORMS, MACEDONIAN_OTHERS } from "#tests/language/stems/macedonian-pairs.ts";
import type { Pair } from "#tests/language/stems/pairs.ts";
import { DIFFERENT, TOGETHER } from "#tests/language/stems/serbo-croatian-pairs.ts";

/** What passages of one language are made of, and how its words are typed. */
export interface Vocabulary {
  /** Code of the language of the passages. */
  readonly locale: string;
  /** Dictionary forms with their forms, themselves among them. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Pairs of a dictionary form and one of its forms. */
  readonly together: readonly Pair[];
  /** Pairs of words that have nothing to do with each other. */
  readonly apart: readonly Pair[];
  /** Words that only look like one of the lexicon. */
  readonly distractors: readonly string[];
  /** Words between the others. */
  readonly small: readonly string[];
  /** Whether passages are in Cyrillic: never, always, every second. */
  readonly cyrillic: 0 | 0.5 | 1;
}

/**
 * Words listed twice in different forms of the same word (uho, uvo), folded: which of them a passage has is no
 * question.
 */
const DOUBLETS = new Set("uvo dici bi biti hteti deo ceo markov smijati razumeti raka jam".split(" "));

export const VOCABULARIES: readonly Vocabulary[] = [
  vocabulary("sr-Latn", Object.values(TOGETHER).flat(), DIFFERENT, "i u na se je da za od sa po do što bi su", 0.5),
  vocabulary("hr", Object.values(TOGETHER).flat(), DIFFERENT, "i u na se je da za od sa po do što bi su", 0),
  vocabulary("mk", MACEDONIAN_FORMS, MACEDONIAN_OTHERS, "и во на се е да за од со по до што би ќе", 1),
  vocabulary("sq", ALBANIAN_FORMS, ALBANIAN_OTHERS, "dhe në të i e për nga me se që do është si", 0),
  vocabulary("en", ENGLISH_FORMS, ENGLISH_OTHERS, "and in on the is that of for with from at by not as", 0),
];

function vocabulary(
  locale: string,
  together: readonly Pair[],
  apart: readonly Pair[],
  small: string,
  cyrillic: Vocabulary["cyrillic"],
): Vocabulary {
  // A word listed in Ekavian and in Ijekavian is one word here, and what shares forms with another word is left out.
  const forms = new Map<string, Set<string>>();
  const owner = new Map<string, string>();
  for (const [lemma, form] of together) {
    const key = folded(lemma);
    for (const one of [lemma, form]) {
      const other = owner.get(folded(one)) ?? key;
      owner.set(folded(one), other);
      if (other === key) forms.set(key, (forms.get(key) ?? new Set([lemma])).add(one));
      else forms.get(other)?.delete(one);
    }
  }
  for (const [key, all] of forms)
    if (!DOUBLETS.has(key) && all.size > 1) continue;
    else forms.delete(key);
  const known = new Set([...together, ...together.map(([, form]) => [form, form] as const)].flat().map(folded));
  return {
    locale,
    forms: new Map([...forms.values()].map((all) => [[...all][0] as string, [...all]])),
    together,
    apart,
    distractors: [...new Set(apart.flat())].filter((word) => !known.has(folded(word))),
    small: small.split(" "),
    cyrillic,
  };
}

function folded(word: string): string {
  return fold(exactForm(word));
}
