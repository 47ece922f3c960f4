import { ALBANIAN_FORMS, ALBANIAN_OTHERS } from "#tests/domain/search/stems/albanian-pairs.ts";
import { MACEDONIAN_FORMS, MACEDONIAN_OTHERS } from "#tests/domain/search/stems/macedonian-pairs.ts";
import type { Pair } from "#tests/domain/search/stems/pairs.ts";
import { DIFFERENT, TOGETHER } from "#tests/domain/search/stems/serbo-croatian-pairs.ts";

/** What passages of one language are made of, and how its words are typed. */
export type Vocabulary = {
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
};

export const VOCABULARIES: readonly Vocabulary[] = [
  vocabulary("sr-Latn", Object.values(TOGETHER).flat(), DIFFERENT, "i u na se je da za od sa po do što bi su", 0.5),
  vocabulary("hr", Object.values(TOGETHER).flat(), DIFFERENT, "i u na se je da za od sa po do što bi su", 0),
  vocabulary("mk", MACEDONIAN_FORMS, MACEDONIAN_OTHERS, "и во на се е да за од со по до што би ќе", 1),
  vocabulary("sq", ALBANIAN_FORMS, ALBANIAN_OTHERS, "dhe në të i e për nga me se që do është si", 0),
];

function vocabulary(
  locale: string,
  together: readonly Pair[],
  apart: readonly Pair[],
  small: string,
  cyrillic: Vocabulary["cyrillic"],
): Vocabulary {
  const forms = new Map<string, Set<string>>();
  for (const [lemma, form] of together) forms.set(lemma, (forms.get(lemma) ?? new Set([lemma])).add(form));
  const known = new Set(together.flat());
  return {
    locale,
    forms: new Map([...forms].map(([lemma, all]) => [lemma, [...all]])),
    together,
    apart,
    distractors: [...new Set(apart.flat())].filter((word) => !known.has(word)),
    small: small.split(" "),
    cyrillic,
  };
}
