import { describe, expect, test } from "vitest";
import { cityName } from "#app/domain/time/city-names.ts";
import { cityZones } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { languageCodes, languages, selfNames } from "#app/i18n/languages.ts";
import bosnianCities from "#content/messages/bs/cities.json";
import englishCities from "#content/messages/en/cities.json";

const start = "2020-11-04T08:30:00Z";
const end = "2020-11-04T10:00:00Z";

describe("zones", () => {
  test("are named by city with the offset of the day", () => {
    expect(createFormats("en", "Europe/Sarajevo").zoneLabel("2026-10-24T07:00:00Z")).toBe("Sarajevo (UTC+2)");
    expect(createFormats("bs", "Europe/Belgrade").zoneLabel(start)).toBe("Beograd (UTC+1)");
    expect(createFormats("en", "Europe/Kiev").zoneLabel(start)).toBe("Kyiv (UTC+2)");
    expect(createFormats("en", "Europe/London").zoneLabel(start)).toBe("London (UTC+0)");
    expect(createFormats("en", "America/New_York").zoneLabel(start)).toBe("New York (UTC−5)");
    expect(createFormats("en", "America/St_Johns").zoneLabel(start)).toBe("St Johns (UTC−3:30)");
    expect(createFormats("en", "UTC").zoneLabel(start)).toBe("UTC");
  });

  test("are named by the city they were picked by", () => {
    expect(createFormats("en", "Europe/Belgrade", "pristina").zoneLabel(start)).toBe("Pristina (UTC+1)");
    expect(createFormats("bs", "Europe/Belgrade", "pristina").zoneLabel(start)).toBe("Priština (UTC+1)");
    expect(createFormats("en", "Europe/Belgrade").zoneLabel(start)).toBe("Belgrade (UTC+1)");
    expect(createFormats("en", "Europe/Paris").zoneLabel(start)).toBe("Strasbourg (UTC+1)");
  });

  test("decide what day it is", () => {
    expect(createFormats("en", "Pacific/Honolulu").date(start)).toBe("Tuesday 3 November 2020");
    expect(createFormats("en", "America/New_York").range(start, end)).toBe("03:30–05:00");
  });

  test("decide what tomorrow is", () => {
    const sarajevo = createFormats("en", "Europe/Sarajevo");
    const utc = createFormats("en", "UTC");
    expect(sarajevo.relative("2020-11-05T23:30:00Z", "2020-11-04T22:30:00Z")).toBe("in 2 days");
    expect(utc.relative("2020-11-05T23:30:00Z", "2020-11-04T22:30:00Z")).toBe("tomorrow");
  });

  test("that do not exist are refused", () => {
    expect(() => createFormats("en", "Europe/Pristina")).toThrow(new RangeError("Unknown time zone: Europe/Pristina"));
  });
});

describe("catalogues", () => {
  test("name every offered city and no other, in both languages", () => {
    const offered = cityZones.map(({ city }) => city);
    expect(Object.keys(englishCities)).toEqual(offered);
    expect(Object.keys(bosnianCities)).toEqual(offered);
  });

  test("Bosnian names serve the languages close to it, English ones the others", () => {
    expect(languageCodes.map((locale) => cityName("vienna", locale))).toEqual([
      "Vienna",
      "Beč",
      "Beč",
      "Beč",
      "Beč",
      "Beč",
      "Vienna",
      "Vienna",
    ]);
  });

  test("languages name themselves", () => {
    expect(selfNames).toEqual({
      en: "English",
      bs: "Bosanski",
      hr: "Hrvatski",
      "sr-Latn": "Srpski (latinica)",
      "sr-Cyrl": "Српски (ћирилица)",
      cnr: "Crnogorski",
      mk: "Македонски",
      sq: "Shqip",
    });
    expect(languageCodes.filter((code) => languages[code].script === "Cyrl")).toEqual(["sr-Cyrl", "mk"]);
  });
});
