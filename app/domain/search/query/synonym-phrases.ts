import { isShortName, type Synonym } from "#app/domain/search/query/thesaurus.ts";
import { STEM_LANGUAGES, type StemLanguage, stemsOf } from "#app/language/stem-languages.ts";
import type { WordForms } from "#app/language/word-forms.ts";

/** A name of several words, each with several stems, is asked for in at most so many ways per language. */
const MAX_READINGS = 8;

/** The same name in each language: as written, then in the stems of each language, however they are read. */
export function synonymPhrases(items: Synonym["items"]): readonly string[][] {
  const name = items.map((item) => (item.kind === "word" ? item.forms.first : item.words.join("-"))).join(" ");
  const phrases = knownPhrases.get(name) ?? phrasesOf(items);
  knownPhrases.set(name, phrases);
  return phrases;
}

/** Names of the thesaurus are asked for again and again; there is no end of them but that of the thesaurus. */
const knownPhrases = new Map<string, readonly string[][]>();

function phrasesOf(items: Synonym["items"]): string[][] {
  const words = items.flatMap((item) => (item.kind === "word" ? [item.forms] : item.words.map(asForms)));
  const written = words.map((forms) => forms.first);
  const [only] = items;
  if (items.length === 1 && only?.kind === "word" && isShortName(only)) return [written];
  return [written, ...STEM_LANGUAGES.flatMap((language) => readings(words, language))];
}

/** Every choice of a stem for each word; only of the likeliest stems where that would be too many. */
function readings(words: readonly WordForms[], language: StemLanguage): string[][] {
  // A function word stands for itself among the stems of a text.
  const choices = words.map(({ first, stems }) =>
    stemsOf(first, "", [language])[language]?.length ? (stems[language] ?? [first]) : [first],
  );
  const many = choices.reduce((count, stems) => count * stems.length, 1) > MAX_READINGS;
  return choices.reduce<string[][]>(
    (phrases, stems) =>
      phrases.flatMap((phrase) => (many ? stems.slice(0, 1) : stems).map((stem) => [...phrase, stem])),
    [[]],
  );
}

function asForms(first: string): WordForms {
  return { first, stems: {} };
}
