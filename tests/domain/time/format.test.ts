import { describe, expect, test } from "vitest";
import { createFormats } from "#app/domain/time/format.server.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

const start = "2020-11-04T08:30:00Z";
const end = "2020-11-04T10:00:00Z";
const late = "2020-11-04T22:30:00Z";
const afterMidnight = "2020-11-05T00:00:00Z";
const now = "2020-11-04T12:00:00Z";
const hoursOn = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

interface Expected {
  date: string;
  dateShort: string;
  dateTime: string;
  overnight: string;
  dateRanges: [day: string, month: string, months: string, years: string];
  relative: string[];
  number: string;
  list: string;
  names: string[];
}

/** Hours from now; see `relative` below for the words in each language. */
const distances = [0, 0.5, -0.5, 1, 17, 21, -3, 24, -24, 48, -72, 21 * 24, 90 * 24, -400 * 24];

const expected: Record<LanguageCode, Expected> = {
  en: {
    date: "Wednesday 4 November 2020",
    dateShort: "4 Nov 2020",
    dateTime: "Wednesday 4 November 2020, 09:30",
    overnight: "4 November 2020, 23:30 – 5 November 2020, 01:00",
    dateRanges: [
      "4 November 2020",
      "4–6 November 2020",
      "30 November – 2 December 2020",
      "30 December 2020 – 2 January 2021",
    ],
    relative: [
      "now",
      "in 30 minutes",
      "30 minutes ago",
      "in 1 hour",
      "in 17 hours",
      "in 21 hours",
      "3 hours ago",
      "tomorrow",
      "yesterday",
      "in 2 days",
      "3 days ago",
      "in 3 weeks",
      "in 3 months",
      "1 year ago",
    ],
    number: "-1,234,567.891",
    list: "a, b and c",
    names: ["English", "Bosnian", "Serbian (Cyrillic)", "Montenegrin", "Macedonian", "Albanian", "German"],
  },
  bs: {
    date: "srijeda, 4. novembra 2020.",
    dateShort: "4. 11. 2020.",
    dateTime: "srijeda, 4. novembra 2020. u 09:30",
    overnight: "4. novembra 2020. u 23:30 – 5. novembra 2020. u 01:00",
    dateRanges: [
      "4. novembra 2020.",
      "4.–6. novembra 2020.",
      "30. novembra – 2. decembra 2020.",
      "30. decembra 2020. – 2. januara 2021.",
    ],
    relative: [
      "sada",
      "za 30 minuta",
      "prije 30 minuta",
      "za 1 sat",
      "za 17 sati",
      "za 21 sat",
      "prije 3 sata",
      "sutra",
      "jučer",
      "prekosutra",
      "prije 3 dana",
      "za 3 sedmice",
      "za 3 mjeseca",
      "prije 1 godinu",
    ],
    number: "-1.234.567,891",
    list: "a, b i c",
    names: ["engleski", "bosanski", "srpski (ćirilica)", "crnogorski", "makedonski", "albanski", "njemački"],
  },
  hr: {
    date: "srijeda, 4. studenoga 2020.",
    dateShort: "4. 11. 2020.",
    dateTime: "srijeda, 4. studenoga 2020. u 09:30",
    overnight: "4. studenoga 2020. u 23:30 – 5. studenoga 2020. u 01:00",
    dateRanges: [
      "4. studenoga 2020.",
      "4. – 6. studenoga 2020.",
      "30. studenoga – 2. prosinca 2020.",
      "30. prosinca 2020. – 2. siječnja 2021.",
    ],
    relative: [
      "sad",
      "za 30 minuta",
      "prije 30 minuta",
      "za 1 sat",
      "za 17 sati",
      "za 21 sat",
      "prije 3 sata",
      "sutra",
      "jučer",
      "prekosutra",
      "prije 3 dana",
      "za 3 tjedna",
      "za 3 mjeseca",
      "prije 1 godinu",
    ],
    number: "-1.234.567,891",
    list: "a, b i c",
    names: ["engleski", "bosanski", "srpski (ćirilica)", "crnogorski", "makedonski", "albanski", "njemački"],
  },
  "sr-Latn": {
    date: "sreda, 4. novembra 2020.",
    dateShort: "4. 11. 2020.",
    dateTime: "sreda, 4. novembra 2020. u 09:30",
    overnight: "4. novembra 2020. u 23:30 – 5. novembra 2020. u 01:00",
    dateRanges: [
      "4. novembra 2020.",
      "4–6. novembra 2020.",
      "30. novembra – 2. decembra 2020.",
      "30. decembra 2020. – 2. januara 2021.",
    ],
    relative: [
      "sada",
      "za 30 minuta",
      "pre 30 minuta",
      "za 1 sat",
      "za 17 sati",
      "za 21 sat",
      "pre 3 sata",
      "sutra",
      "juče",
      "prekosutra",
      "pre 3 dana",
      "za 3 nedelje",
      "za 3 meseca",
      "pre 1 godine",
    ],
    number: "-1.234.567,891",
    list: "a, b i c",
    names: ["engleski", "bosanski", "srpski (ćirilica)", "crnogorski", "makedonski", "albanski", "nemački"],
  },
  "sr-Cyrl": {
    date: "среда, 4. новембра 2020.",
    dateShort: "4. 11. 2020.",
    dateTime: "среда, 4. новембра 2020. у 09:30",
    overnight: "4. новембра 2020. у 23:30 – 5. новембра 2020. у 01:00",
    dateRanges: [
      "4. новембра 2020.",
      "4–6. новембра 2020.",
      "30. новембра – 2. децембра 2020.",
      "30. децембра 2020. – 2. јануара 2021.",
    ],
    relative: [
      "сада",
      "за 30 минута",
      "пре 30 минута",
      "за 1 сат",
      "за 17 сати",
      "за 21 сат",
      "пре 3 сата",
      "сутра",
      "јуче",
      "прекосутра",
      "пре 3 дана",
      "за 3 недеље",
      "за 3 месеца",
      "пре 1 године",
    ],
    number: "-1.234.567,891",
    list: "a, b и c",
    names: ["енглески", "босански", "српски (ћирилица)", "црногорски", "македонски", "албански", "немачки"],
  },
  cnr: {
    date: "srijeda, 4. novembra 2020.",
    dateShort: "4. 11. 2020.",
    dateTime: "srijeda, 4. novembra 2020. u 09:30",
    overnight: "4. novembra 2020. u 23:30 – 5. novembra 2020. u 01:00",
    dateRanges: [
      "4. novembra 2020.",
      "4–6. novembra 2020.",
      "30. novembra – 2. decembra 2020.",
      "30. decembra 2020. – 2. januara 2021.",
    ],
    relative: [
      "sada",
      "za 30 minuta",
      "prije 30 minuta",
      "za 1 sat",
      "za 17 sati",
      "za 21 sat",
      "prije 3 sata",
      "sutra",
      "juče",
      "prekosutra",
      "prije 3 dana",
      "za 3 nedjelje",
      "za 3 mjeseca",
      "prije 1 godine",
    ],
    number: "-1.234.567,891",
    list: "a, b i c",
    names: ["engleski", "bosanski", "srpski (ćirilica)", "crnogorski", "makedonski", "albanski", "njemački"],
  },
  mk: {
    date: "среда, 4 ноември 2020 г.",
    dateShort: "4.11.2020 г.",
    dateTime: "среда, 4 ноември 2020 г. во 09:30",
    overnight: "4 ноември 2020 г. во 23:30 – 5 ноември 2020 г. во 01:00",
    dateRanges: [
      "4 ноември 2020 г.",
      "4–6 ноември 2020 г.",
      "30 ноември – 2 декември 2020 г.",
      "30 декември 2020 г. – 2 јануари 2021 г.",
    ],
    relative: [
      "сега",
      "за 30 минути",
      "пред 30 минути",
      "за 1 час",
      "за 17 часа",
      "за 21 час",
      "пред 3 часа",
      "утре",
      "вчера",
      "задутре",
      "пред 3 дена",
      "за 3 седмици",
      "за 3 месеци",
      "пред 1 година",
    ],
    number: "-1.234.567,891",
    list: "a, b и c",
    names: ["англиски", "босански", "српски (кирилско писмо)", "црногорски", "македонски", "албански", "германски"],
  },
  sq: {
    date: "e mërkurë, 4 nëntor 2020",
    dateShort: "4.11.2020",
    dateTime: "e mërkurë, 4 nëntor 2020, ora 09:30",
    overnight: "4 nëntor 2020, ora 23:30 – 5 nëntor 2020, ora 01:00",
    dateRanges: ["4 nëntor 2020", "4–6 nëntor 2020", "30 nëntor – 2 dhjetor 2020", "30 dhjetor 2020 – 2 janar 2021"],
    relative: [
      "tani",
      "pas 30 minutash",
      "30 minuta më parë",
      "pas 1 ore",
      "pas 17 orësh",
      "pas 21 orësh",
      "3 orë më parë",
      "nesër",
      "dje",
      "pas 2 ditësh",
      "3 ditë më parë",
      "pas 3 javësh",
      "pas 3 muajsh",
      "1 vit më parë",
    ],
    number: "-1\u00a0234\u00a0567,891",
    list: "a, b dhe c",
    names: ["anglisht", "boshnjakisht", "serbisht (cirilik)", "malazezisht", "maqedonisht", "shqip", "gjermanisht"],
  },
};

describe.each(languageCodes)("in %s", (locale) => {
  const formats = createFormats(locale, "Europe/Sarajevo");
  const wanted = expected[locale];

  test("dates", () => {
    expect(formats.date(start)).toBe(wanted.date);
    expect(formats.dateShort(start)).toBe(wanted.dateShort);
    expect(formats.dateTime(start)).toBe(wanted.dateTime);
    expect([
      formats.dateRange("2020-11-04", "2020-11-04"),
      formats.dateRange("2020-11-04", "2020-11-06"),
      formats.dateRange("2020-11-30", "2020-12-02"),
      formats.dateRange("2020-12-30", "2021-01-02"),
    ]).toEqual(wanted.dateRanges);
  });

  test("times", () => {
    expect(formats.time(start)).toBe("09:30");
    expect(formats.time("2020-11-04T23:05:00Z")).toBe("00:05");
    expect(formats.range(start, end)).toBe("09:30–11:00");
    expect(formats.range(late, afterMidnight)).toBe(wanted.overnight);
    expect(formats.zoneLabel(start)).toBe("Sarajevo (UTC+1)");
  });

  test("distances", () => {
    expect(distances.map((hours) => formats.relative(hoursOn(hours), now))).toEqual(wanted.relative);
    expect(formats.relative(hoursOn(24), new Date(now))).toBe(wanted.relative[7]);
  });

  test("numbers, lists, names of languages", () => {
    expect(formats.number(-1234567.891)).toBe(wanted.number);
    expect(formats.number(2020.0)).toBe(locale === "en" ? "2,020" : locale === "sq" ? "2020" : "2.020");
    expect(formats.list(["a", "b", "c"])).toBe(wanted.list);
    expect(formats.list([])).toBe("");
    const codes = ["en", "bs", "sr-Cyrl", "cnr", "mk", "sq", "de"];
    expect(codes.map((code) => formats.languageName(code))).toEqual(wanted.names);
    expect(["zz", "und", "<b>"].map((code) => formats.languageName(code))).toEqual(["zz", "und", "<b>"]);
  });

  test("every month and weekday has a word, and no invisible spaces", () => {
    const days = Array.from({ length: 12 }, (_, month) => `2020-${String(month + 1).padStart(2, "0")}-1${month % 7}`);
    const dates = days.map((day) => formats.date(`${day}T12:00:00Z`));
    expect(new Set(dates).size).toBe(12);
    for (const date of dates) expect(date).toMatch(/^\p{L}{1,2}?\p{L}*( \p{L}+)?,? 1\d\.? \p{L}+ 2020( г)?\.?$/u);
  });
});

describe("sorting", () => {
  test.each<[LanguageCode, string]>([
    ["en", "čas Item 9 Item 10 lz žaba zid"],
    ["bs", "cap čas ćup dan dzip džep đak luk lz ljeto nula njuška sud šala zid žaba"],
    ["hr", "cap čas ćup dan dzip džep đak luk lz ljeto nula njuška sud šala zid žaba"],
    ["sr-Latn", "cap čas ćup dan dzip džep đak luk lz ljeto nula njuška sud šala zid žaba"],
    ["cnr", "cap čas ćup dan dzip džep đak luk lz ljeto nula njuška sud šala zid žaba"],
    ["sr-Cyrl", "дан ђак жаба лук љето нула њушка тек ћуп ухо час џеп шала"],
    ["mk", "гора дан ѓон жаба ѕид нула њујорк тек ќерка ухо час џеб шала"],
    ["sq", "cak çaj dua dhoma enë ëndërr gur gjak lule llamba rast rrugë suksess shi zog zhurmë"],
  ])("follows the alphabet of %s", (locale, words) => {
    const unsorted = words.replace("Item 9 Item 10", "Item-9 Item-10").split(" ").reverse();
    const sorted = unsorted.map((word) => word.replace("-", " ")).sort(createFormats(locale, "UTC").collator.compare);
    expect(sorted.join(" ")).toBe(words);
  });
});

test("names both offsets of a stretch of time that clocks change in", () => {
  const formats = createFormats("en", "Europe/Sarajevo");
  expect(formats.span("2026-11-04T08:00:00Z", "2026-11-04T09:00:00Z")).toEqual({
    time: "09:00–10:00",
    zone: "Sarajevo (UTC+1)",
  });
  expect(formats.span("2027-03-28T00:30:00Z", "2027-03-28T02:30:00Z")).toEqual({
    time: "01:30 (UTC+1) – 04:30 (UTC+2)",
    zone: "Sarajevo",
  });
  expect(formats.span("2026-10-24T21:30:00Z", "2026-10-25T02:00:00Z")).toEqual({
    time: "24 October 2026, 23:30 (UTC+2) – 25 October 2026, 03:00 (UTC+1)",
    zone: "Sarajevo",
  });
});
