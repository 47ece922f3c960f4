import { describe, expect, test } from "vitest";
import { findIdentifiers, squeezeIdentifier } from "#app/language/identifiers.ts";
import { searchTable } from "#tests/support/search-table.ts";

const keys = (text: string) => findIdentifiers(text).map((found) => found.key);

describe("identifiers", () => {
  test.each([
    ["CM/Rec(2010)1", "cmrec20101"],
    ["CM/Rec (2010) 1", "cmrec20101"],
    ["cm rec 2010 1", "cmrec20101"],
    ["CM/Rec(2010)\u00A01", "cmrec20101"],
    ["Rec(2006)2-rev", "rec20062rev"],
    ["Rec (2006) 2 revised", "rec20062rev"],
    ["PC-CP (2016) 2 rev 4", "pccp20162rev4"],
    ["pc cp 2016 2 rev. 4", "pccp20162rev4"],
    ["CM(2022)27-add1", "cm202227add1"],
    ["CM(2023)2-add-final", "cm20232addfinal"],
    ["R (97) 12", "r9712"],
    ["ETS No. 51", "ets51"],
    ["CETS 196", "cets196"],
    ["A/RES/70/175", "ares70175"],
    ["a res 70 175", "ares70175"],
    ["S/RES/2178 (2014)", "sres21782014"],
    ["ISBN 978-3-903128-50-7", "isbn9783903128507"],
    ["doi 10.19165/2019.1.07", "10191652019107"],
    ["VERA-2R", "vera2r"],
    ["vera\u20112r", "vera2r"],
    ["P/CVE", "pcve"],
    ["P/CVERLT", "pcverlt"],
    ["REL-2020-K7Q4", "rel2020k7q4"],
    ["rel 2020 k7q4", "rel2020k7q4"],
    ["REL-2020-K7Q4M", "rel2020k7q4m"],
    ["REL-2020-K7Q4M9", "rel2020k7q4m9"],
    ["rel 2020 k7q4m9", "rel2020k7q4m9"],
  ])("%s is squeezed to %s, in a sentence too", (written, key) => {
    expect(keys(written)).toEqual([key]);
    expect(keys(`Vidi (${written}), kao i: ${written}; dalje.`)).toEqual([key, key]);
  });

  test("says where it stands, by which other names it goes and what it is a revision of", () => {
    expect(findIdentifiers("💡 CM/Rec(2006)2-rev!")).toEqual([
      {
        start: 3,
        end: 20,
        surface: "CM/Rec(2006)2-rev",
        key: "cmrec20062rev",
        sameAs: ["rec20062rev"],
        bases: ["cmrec20062", "rec20062"],
      },
    ]);
  });

  test("leaves ordinary text alone", () => {
    const text = "multi-agency and/or post-penal work, 4-6 November 2020, 10:30, 24/7, e-mail; član 5, stav 2 (2016)";
    expect(keys(text)).toEqual([]);
  });

  test("takes no words after a year for a record number", () => {
    const text = "iz 2020 covid1, u 2021 123456, od 2019 godina, po 2018 18maja, rel 2020 k7q4m9x, rel 2020 kqqmn";
    expect(keys(text)).toEqual([]);
  });

  test("squeezes what is typed by hand", () => {
    expect(squeezeIdentifier("PC-CP (2016) 2 rev 4")).toBe("pccp20162rev4");
    expect(squeezeIdentifier("REL‑2020‑К7Q4")).toBe("rel2020k7q4");
  });
});

describe("searching for identifiers", () => {
  const table = searchTable([
    { title: "Evropska pravila", body: "Vidi CM/Rec(2010)1 i Rec(2006)2-rev." },
    { title: "Probation Rules", identifier: "CM/Rec(2010)1", body: "The rules themselves." },
    { title: "Neighbour", identifier: "CM/Rec(2010)12", body: "CM/Rec(2010)12, chapter 1" },
    { title: "European Prison Rules", body: "Rec(2006)2-rev" },
    { title: "Neighbour", body: "Rec(2006)22" },
    { title: "Instrument", body: "VERA-2R, ERG22+" },
    { title: "Words apart", body: "1 rec from 2010 for the cm" },
  ]);

  test.each(["CM/Rec(2010)1", "cm rec 2010 1", "CM/Rec (2010) 1", "cmrec20101", '"CM/Rec(2010)1"'])(
    "%s finds the document first, then what cites it",
    (query) => {
      expect(table.rank(query)).toEqual([2, 1]);
    },
  );

  test("a document is found without its revision, and never by the beginning of its number", () => {
    expect(table.find("Rec(2006)2")).toEqual([1, 4]);
    expect(table.find("CM/Rec(2006)2")).toEqual([1, 4]);
    expect(table.find("Rec(2006)2-rev")).toEqual([1, 4]);
    expect(table.find("Rec(2006)2-rev3")).toEqual([]);
    expect(table.find("Rec(2006)2-rev3", 2)).toEqual([1, 4]);
  });

  test("instruments are found however they are written", () => {
    expect(["VERA-2R", "vera 2r", "vera2r", "VERA 2R", "erg22+"].map((query) => table.find(query))).toEqual(
      Array(5).fill([6]),
    );
  });
});
