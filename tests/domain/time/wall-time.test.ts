import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cityZones, zoneOfCity } from "#app/domain/time/city-zones.ts";
import {
  cloneOnto,
  daysBetween,
  isZone,
  moveWall,
  sameZone,
  shiftDays,
  toInstant,
  toWall,
} from "#app/domain/time/wall-time.server.ts";

const sarajevo = "Europe/Sarajevo";
const belgrade = "Europe/Belgrade";
const istanbul = "Europe/Istanbul";
const at = (date: string, time: string) => ({ date, time });

describe("toInstant", () => {
  test("stores a winter session by the offset of its own day, not of the day of typing", () => {
    expect(toInstant(at("2026-11-04", "09:00"), sarajevo)).toEqual({ ok: true, instant: "2026-11-04T08:00:00Z" });
    expect(toInstant(at("2026-11-04", "10:00"), sarajevo)).toEqual({ ok: true, instant: "2026-11-04T09:00:00Z" });
    expect(toInstant(at("2026-09-15", "09:00"), sarajevo)).toEqual({ ok: true, instant: "2026-09-15T07:00:00Z" });
  });

  test("refuses a time that clocks skip, whatever choice is sent", () => {
    expect(toInstant(at("2027-03-28", "02:30"), belgrade)).toEqual({ ok: false, reason: "gap" });
    expect(toInstant(at("2027-03-28", "02:30"), belgrade, "later")).toEqual({ ok: false, reason: "gap" });
    expect(toInstant(at("2027-03-28", "01:59"), belgrade)).toEqual({ ok: true, instant: "2027-03-28T00:59:00Z" });
    expect(toInstant(at("2027-03-28", "03:00"), belgrade)).toEqual({ ok: true, instant: "2027-03-28T01:00:00Z" });
  });

  test("asks which, for a time that comes twice", () => {
    expect(toInstant(at("2026-10-25", "02:30"), belgrade)).toEqual({
      ok: false,
      reason: "ambiguous",
      options: [
        { choice: "earlier", offset: "+02:00", instant: "2026-10-25T00:30:00Z" },
        { choice: "later", offset: "+01:00", instant: "2026-10-25T01:30:00Z" },
      ],
    });
    expect(toInstant(at("2026-10-25", "02:30"), belgrade, "earlier")).toEqual({
      ok: true,
      instant: "2026-10-25T00:30:00Z",
    });
    expect(toInstant(at("2026-10-25", "02:30"), belgrade, "later")).toEqual({
      ok: true,
      instant: "2026-10-25T01:30:00Z",
    });
    expect(toInstant(at("2026-10-25", "03:00"), belgrade)).toEqual({ ok: true, instant: "2026-10-25T02:00:00Z" });
    expect(toInstant(at("2026-10-25", "02:30"), istanbul)).toEqual({ ok: true, instant: "2026-10-24T23:30:00Z" });
  });

  test("ignores a choice where there is nothing to choose", () => {
    expect(toInstant(at("2026-11-04", "09:00"), sarajevo, "later")).toEqual({
      ok: true,
      instant: "2026-11-04T08:00:00Z",
    });
  });

  test("does not shift an availability on the day of a change of clocks", () => {
    expect(toInstant(at("2026-10-25", "13:00"), belgrade)).toEqual({ ok: true, instant: "2026-10-25T12:00:00Z" });
    expect(toInstant(at("2026-10-25", "18:00"), belgrade)).toEqual({ ok: true, instant: "2026-10-25T17:00:00Z" });
    expect(toInstant(at("2027-03-28", "13:00"), belgrade)).toEqual({ ok: true, instant: "2027-03-28T11:00:00Z" });
    expect(toInstant(at("2027-03-28", "18:00"), belgrade)).toEqual({ ok: true, instant: "2027-03-28T16:00:00Z" });
  });

  test.each([
    ["bad-zone", at("2026-11-04", "09:00"), "Europe/Pristina"],
    ["bad-zone", at("2026-11-04", "09:00"), ""],
    ["bad-zone", at("2026-11-04", "09:00"), "+01:00"],
    ["bad-date", at("2026-02-29", "09:00"), sarajevo],
    ["bad-date", at("2026-13-01", "09:00"), sarajevo],
    ["bad-date", at("4.11.2026", "09:00"), sarajevo],
    ["bad-date", at("0020-11-04", "09:00"), sarajevo],
    ["bad-date", at("2026-11-04T00:00", "09:00"), sarajevo],
    ["bad-time", at("2026-11-04", "24:00"), sarajevo],
    ["bad-time", at("2026-11-04", "9:00"), sarajevo],
    ["bad-time", at("2026-11-04", "09:60"), sarajevo],
    ["bad-time", at("2026-11-04", "09:00:00"), sarajevo],
    ["bad-time", at("2026-11-04", "09:00\n"), sarajevo],
  ])("names what is wrong: %s %j %s", (reason, wall, zone) => {
    expect(toInstant(wall, zone)).toEqual({ ok: false, reason });
  });
});

describe("toWall", () => {
  test.each([
    ["Europe/London", { date: "2026-11-04", time: "08:00", offset: "+00:00" }],
    [istanbul, { date: "2026-11-04", time: "11:00", offset: "+03:00" }],
    ["America/New_York", { date: "2026-11-04", time: "03:00", offset: "-05:00" }],
    ["Pacific/Honolulu", { date: "2026-11-03", time: "22:00", offset: "-10:00" }],
  ])("2026-11-04 09:00 in Sarajevo, seen from %s", (zone, expected) => {
    expect(toWall("2026-11-04T08:00:00Z", zone)).toEqual(expected);
  });

  test("drops seconds and milliseconds", () => {
    expect(toWall("2026-11-04T08:00:59.999Z", "UTC")).toEqual({ date: "2026-11-04", time: "08:00", offset: "+00:00" });
  });

  test("undoes toInstant in every offered zone", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...cityZones), (minute, { zone }) => {
        const instant = new Date(Date.UTC(1990, 0, 1) + minute * 60_000).toISOString().replace(".000Z", "Z");
        const { date, time } = toWall(instant, zone);
        const back = toInstant({ date, time }, zone);
        const found = back.ok ? [back.instant] : back.options?.map((option) => option.instant);
        expect(found).toContain(instant);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a round that moves", () => {
  test("to another zone keeps wall times per slot: two slots, two different shifts", () => {
    const saturday = toInstant(at("2026-10-24", "09:00"), belgrade);
    const monday = toInstant(at("2026-10-26", "09:00"), belgrade);
    expect([saturday, monday]).toEqual([
      { ok: true, instant: "2026-10-24T07:00:00Z" },
      { ok: true, instant: "2026-10-26T08:00:00Z" },
    ]);
    expect(moveWall("2026-10-24T07:00:00Z", belgrade, istanbul)).toEqual({ ok: true, instant: "2026-10-24T06:00:00Z" });
    expect(moveWall("2026-10-26T08:00:00Z", belgrade, istanbul)).toEqual({ ok: true, instant: "2026-10-26T06:00:00Z" });
  });

  test("into a zone where the time is skipped or comes twice says so", () => {
    expect(moveWall("2027-03-27T23:30:00Z", istanbul, belgrade)).toEqual({ ok: false, reason: "gap" });
    expect(moveWall("2026-10-24T23:30:00Z", istanbul, belgrade)).toMatchObject({ ok: false, reason: "ambiguous" });
    expect(moveWall("2026-10-24T23:30:00Z", istanbul, belgrade, "later")).toEqual({
      ok: true,
      instant: "2026-10-25T01:30:00Z",
    });
    expect(moveWall("2026-10-24T23:30:00Z", istanbul, "Europe/Pristina")).toEqual({ ok: false, reason: "bad-zone" });
  });

  test("to the same zone under its other name stays, even in the repeated hour", () => {
    expect(moveWall("2026-10-25T01:30:00.000Z", "Europe/Kiev", "Europe/Kyiv")).toEqual({
      ok: true,
      instant: "2026-10-25T01:30:00Z",
    });
  });

  test("cloned across a change of clocks keeps wall times; UTC is an hour later", () => {
    const days = { from: "2026-10-21", to: "2026-11-04" };
    expect(cloneOnto("2026-10-21T07:00:00Z", sarajevo, days)).toEqual({ ok: true, instant: "2026-11-04T08:00:00Z" });
    expect(cloneOnto("2026-10-23T14:30:00Z", sarajevo, days)).toEqual({ ok: true, instant: "2026-11-06T15:30:00Z" });
    expect(toWall("2026-10-23T14:30:00Z", sarajevo).time).toBe(toWall("2026-11-06T15:30:00Z", sarajevo).time);
  });

  test("cloned by the day in its zone, not by the day in UTC", () => {
    const days = { from: "2026-10-21", to: "2026-11-04" };
    expect(cloneOnto("2026-10-20T22:30:00Z", sarajevo, days)).toEqual({ ok: true, instant: "2026-11-03T23:30:00Z" });
  });

  test("cloned onto a skipped time is refused", () => {
    const days = { from: "2027-03-21", to: "2027-03-28" };
    expect(cloneOnto("2027-03-21T01:30:00Z", belgrade, days)).toEqual({ ok: false, reason: "gap" });
  });
});

describe("days", () => {
  test("shift over months, leap days and changes of clocks", () => {
    expect(shiftDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(shiftDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(shiftDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(daysBetween("2026-10-21", "2026-11-04")).toBe(14);
    expect(daysBetween("2026-11-04", "2026-10-21")).toBe(-14);
  });
});

describe("zones", () => {
  test.each(["UTC", "Europe/Sarajevo", "Europe/Kiev", "Europe/Kyiv", "America/Argentina/Buenos_Aires"])(
    "%s is one",
    (zone) => {
      expect(isZone(zone)).toBe(true);
    },
  );

  test.each(["", "EST", "CET", "+02:00", "Europe/Pristina", "Europe/", "Europe/Sarajevo ", "utc"])(
    "%j is none that we store",
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );

  test("old and new name are one zone, neighbours with the same time are not", () => {
    expect(sameZone("Europe/Kiev", "Europe/Kyiv")).toBe(true);
    expect(sameZone("europe/sarajevo", "Europe/Sarajevo")).toBe(true);
    expect(sameZone("UTC", "Etc/UTC")).toBe(true);
    expect(sameZone("Europe/Sarajevo", "Europe/Belgrade")).toBe(false);
    expect(sameZone("Europe/Skopje", "Europe/Podgorica")).toBe(false);
    expect(sameZone("Europe/Kyiv", "Europe/Istanbul")).toBe(false);
  });

  test("every offered city has a zone that exists; no city is offered twice", () => {
    expect(cityZones.filter(({ zone }) => !isZone(zone))).toEqual([]);
    expect(new Set(cityZones.map(({ city }) => city)).size).toBe(cityZones.length);
    expect(zoneOfCity("pristina")).toBe("Europe/Belgrade");
    expect(zoneOfCity("geneva")).toBe("Europe/Zurich");
    expect(zoneOfCity("atlantis")).toBeUndefined();
  });
});
