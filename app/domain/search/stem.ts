import { stemmer as porter } from "@orama/stemmers/english";
import { stemmer as snowballSerbian } from "@orama/stemmers/serbian";

/** Sibilarisation (preporuka, preporuci; predizvik, predizvici): a stem ending in one may belong to the other. */
const SIBILANTS = new Map([
  ["c", "k"],
  ["z", "g"],
  ["s", "h"],
]);

/** Shorter stems would throw unrelated words together. */
const SHORTEST_STEM = 3;

/**
 * Stem of a folded word by the Snowball Serbian stemmer, folded; serves Bosnian, Croatian, Montenegrin and, for want
 * of one of its own, Macedonian. It is given the folded word, which it has rules for, so that a word typed without
 * marks gets the stem of the word with marks.
 */
export function serbianStem(folded: string): string {
  return stemWith(snowballSerbian, folded);
}

/** Stem of a folded word by the English (Porter) stemmer. */
export function englishStem(folded: string): string {
  return stemWith(porter, folded);
}

/** The stem with its last sibilant undone, or null where it ends otherwise. */
export function withoutSibilant(stem: string): string | null {
  const velar = SIBILANTS.get(stem.slice(-1));
  return velar === undefined || stem.length <= SHORTEST_STEM ? null : stem.slice(0, -1) + velar;
}

function stemWith(stemmer: (word: string) => string, folded: string): string {
  if (!/^[a-z]{3,}$/.test(folded)) return folded;
  const stem = stemmer(folded);
  return stem.length < SHORTEST_STEM ? folded : stem;
}
