import { describe, expect, test } from "vitest";
import { createFormats } from "#app/domain/time/format.server.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import { distances, expectedFormats } from "#tests/domain/time/expected-formats.ts";

const start = "2020-11-04T08:30:00Z";

const end = "2020-11-04T10:00:00Z";

const late = "2020-11-04T22:30:00Z";

const afterMidnight = "2020-11-05T00:00:00Z";

const now = "2020-11-04T12:00:00Z";

const hoursOn = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

describe.each(languageCodes)("in %s", (locale) => {
  const formats = createFormats(locale, "Europe/Sarajevo");
  const wanted = expectedFormats[locale];

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
