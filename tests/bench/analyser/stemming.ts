import { exactForm } from "#app/language/normalise.ts";
import { STEM_LANGUAGES, stemLanguagesOf } from "#app/language/stem-languages.ts";
import { askedForms, readWord } from "#app/language/word-forms.ts";
import { formerKeys, formerMet } from "#tests/bench/analyser/former.ts";
import type { Vocabulary } from "#tests/bench/analyser/vocabularies.ts";
import type { Pair } from "#tests/language/stems/pairs.ts";

/** Shares of forms that their dictionary form does not find, of other words it finds, and keys per word. */
export function printStemming(vocabularies: readonly Vocabulary[]): void {
  console.log("Stemming: forms missed (under), other words found (over), keys per word");
  for (const { locale, together, apart } of vocabularies) {
    const words = together.map(([, form]) => form);
    const keysNow = words.map((word) => readWord(word, stemLanguagesOf(locale))?.keys ?? []);
    const now = (asked: string, form: string) => met(asked, form, locale);
    const lines = [
      ["Zbornik", now, mean(keysNow.map((keys) => keys.length))],
      ["folding, Snowball, beginnings", formerMet, mean(words.map((word) => formerKeys(word).length))],
    ] as const;
    for (const [name, meet, keys] of lines) {
      const under = 1 - shareOf(together, meet);
      const over = shareOf(apart, meet);
      console.log(
        `  ${locale.padEnd(8)}${name.padEnd(30)} under ${percent(under)}  over ${percent(over)}  keys ${keys.toFixed(2)}`,
      );
    }
  }
}

function met(asked: string, form: string, locale: string): boolean {
  const { first, stems } = askedForms(exactForm(asked));
  const keys = readWord(form, stemLanguagesOf(locale))?.keys ?? [];
  return [first, ...STEM_LANGUAGES.flatMap((language) => stems[language] ?? [])].some((key) => keys.includes(key));
}

function shareOf(pairs: readonly Pair[], meet: (asked: string, form: string) => boolean): number {
  return pairs.filter(([one, other]) => meet(one, other)).length / pairs.length;
}

function mean(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}
