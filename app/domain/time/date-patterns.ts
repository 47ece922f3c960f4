import type { LanguageCode } from "#app/i18n/languages.ts";

/** A calendar day with its words already in the reader's language and in the case that follows a day number. */
export interface DayWords {
  day: number;
  month: number;
  year: number;
  weekday: string;
  monthName: string;
}

/**
 * How each language puts a date together. ICU supplies the words; the order and the punctuation are ours, because
 * ICU changes them between versions (narrow and thin spaces, commas) and pads days in ranges ("04.–06. novembar").
 */
export interface DatePattern {
  /** "Wednesday 4 November 2020" */
  full(words: DayWords): string;
  /** "4 November 2020" */
  long(words: DayWords): string;
  /** "4 Nov 2020" or "4. 11. 2020." */
  short(words: DayWords): string;
  /** "4–6 November 2020": two days of one month. */
  withinMonth(from: DayWords, to: DayWords): string;
  /** "30 November – 2 December 2020": two months of one year. */
  withinYear(from: DayWords, to: DayWords): string;
  /** Between a date and a time: a comma or "at". */
  beforeTime: string;
  /** The month as it stands after a day, where that is another form than the one ICU knows. */
  monthAfterDay?(name: string): string;
}

/** "4. novembra": the day is an ordinal, and the month depends on it. */
const genitive = (name: string) =>
  name
    .replace(/bar$/, "bra")
    .replace(/бар$/, "бра")
    .replace(/[^aа]$/, addA);
const addA = (end: string) => (end === "i" ? "a" : /\p{Script=Cyrillic}/u.test(end) ? `${end}а` : `${end}a`);

/** Ordinal full stop after day and year, as the standard of all four languages asks. */
const southSlavic: DatePattern = {
  full: (w) => `${w.weekday}, ${southSlavic.long(w)}`,
  long: (w) => `${w.day}. ${w.monthName} ${w.year}.`,
  short: (w) => `${w.day}. ${w.month}. ${w.year}.`,
  withinMonth: (from, to) => `${from.day}–${southSlavic.long(to)}`,
  withinYear: (from, to) => `${from.day}. ${from.monthName} – ${southSlavic.long(to)}`,
  beforeTime: " u ",
  monthAfterDay: genitive,
};

/** Bosnian writes the full stop of both days: "4.–6. novembra". */
const bosnian: DatePattern = {
  ...southSlavic,
  withinMonth: (from, to) => `${from.day}.–${southSlavic.long(to)}`,
};

const southSlavicCyrillic: DatePattern = { ...southSlavic, beforeTime: " у " };

/** Croatian orthography keeps the full stop, and so spaces, on both sides of a range of days. */
const croatian: DatePattern = {
  ...southSlavic,
  monthAfterDay: (name) => name,
  withinMonth: (from, to) => `${from.day}. – ${southSlavic.long(to)}`,
};

const macedonian: DatePattern = {
  full: (w) => `${w.weekday}, ${macedonian.long(w)}`,
  long: (w) => `${w.day} ${w.monthName} ${w.year} г.`,
  short: (w) => `${w.day}.${w.month}.${w.year} г.`,
  withinMonth: (from, to) => `${from.day}–${macedonian.long(to)}`,
  withinYear: (from, to) => `${from.day} ${from.monthName} – ${macedonian.long(to)}`,
  beforeTime: " во ",
};

const albanian: DatePattern = {
  full: (w) => `${w.weekday}, ${albanian.long(w)}`,
  long: (w) => `${w.day} ${w.monthName} ${w.year}`,
  short: (w) => `${w.day}.${w.month}.${w.year}`,
  withinMonth: (from, to) => `${from.day}–${albanian.long(to)}`,
  withinYear: (from, to) => `${from.day} ${from.monthName} – ${albanian.long(to)}`,
  beforeTime: ", ora ",
};

const british: DatePattern = {
  ...albanian,
  full: (w) => `${w.weekday} ${albanian.long(w)}`,
  // Numbers alone would be read month first by some readers of English. ICU's own short months vary ("Sep", "Sept").
  short: (w) => `${w.day} ${w.monthName.slice(0, 3)} ${w.year}`,
  beforeTime: ", ",
};

export const datePatterns: Readonly<Record<LanguageCode, DatePattern>> = {
  en: british,
  bs: bosnian,
  hr: croatian,
  "sr-Latn": southSlavic,
  "sr-Cyrl": southSlavicCyrillic,
  cnr: southSlavic,
  mk: macedonian,
  sq: albanian,
};
