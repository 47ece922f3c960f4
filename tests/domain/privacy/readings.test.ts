import { expect, it } from "vitest";
import { findPersonalData } from "#app/domain/privacy/personal-data.ts";

/** Made up; its check digit is right. */
const number = "0101990500003";
const [a, b] = [number.slice(0, 7), number.slice(7)];
const now = new Date("2026-03-01T12:00:00Z");
const kinds = (text: string) => findPersonalData(text, now).map(({ kind }) => kind);

/** Every digit by another sign of a row. */
const by = (signs: string | readonly string[], between = "") =>
  Array.from(number, (digit) => [...signs][Number(digit)]).join(between);

const words = {
  bs: ["nula", "jedan", "dva", "tri", "četiri", "pet", "šest", "sedam", "osam", "devet"],
  mk: ["нула", "еден", "два", "три", "четири", "пет", "шест", "седум", "осум", "девет"],
  sq: ["zero", "një", "dy", "tre", "katër", "pesë", "gjashtë", "shtatë", "tetë", "nëntë"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};
const backwards = (text: string) => [...text].reverse().join("");

it.each([
  "01 nula 1990500003",
  "nula jedan 01990 500 003",
  "Nula-Jedan 01990 500003",
  ...Object.values(words).map((row) => by(row, " ")),
  ...Object.values(words).map((row) => by(row, ", ")),
  "01a01a990a50a0003",
  "01 x 01 x 990 x 50 x 0003",
  [...number].map((digit, at) => (at ? "bgkmprs"[at % 7] + digit : digit)).join(""),
  "0101g990k50m0003",
  `${a}[^1]${b}`,
  `${a}[^izvor]${b}[^2]`,
  `[profil](https://a.example/${by(Array.from({ length: 10 }, (_, n) => `%3${n}`))})`,
  `[profil](https://a.example/${a}${b.replaceAll("0", "%2530")})`,
  `\u202e${backwards(number)}\u202c`,
  `Broj: \u202e${backwards(number)} i dalje`,
  `&#8238;${backwards(number)}&#x202C;`,
  number.replaceAll("0", "ο"),
  number.replaceAll("0", "О").replaceAll("1", "І"),
  number.replaceAll("0", "օ").replaceAll("1", "ӏ"),
  number.replaceAll("3", "З"),
  number.replaceAll("3", "з").replaceAll("0", "о").replaceAll("5", "S"),
  number.replaceAll("9", "g").replaceAll("5", "s"),
  by("〇一二三四五六七八九"),
  by("零一二三四五六七八九", "\u3000"),
  by("〇〡〢〣〤〥〦〧〨〩"),
  by(["0", ..."ⅠⅡⅢⅣⅤⅥⅦⅧⅨ"], " "),
  by(["0", ..."ⅰⅱⅲⅳⅴⅵⅶⅷⅸ"]),
  by("０１２３４５６７８９"),
  by("٠١٢٣٤٥٦٧٨٩"),
  by("۰۱۲۳۴۵۶۷۸۹"),
  by(Array.from({ length: 10 }, (_, n) => String.fromCodePoint(0x1d7d8 + n))),
  by(Array.from({ length: 10 }, (_, n) => `${n}\ufe0f\u20e3`)),
  by("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  by(Array.from({ length: 10 }, (_, n) => `${n}\u200b`)),
  by(Array.from({ length: 10 }, (_, n) => `${n}\u00ad`)),
  by(Array.from({ length: 10 }, (_, n) => `&#${48 + n};`)),
  by(Array.from({ length: 10 }, (_, n) => `**${n}**`)),
])("reads the number in %j", (text) => {
  expect(kinds(text)).toEqual(["jmbg"]);
  expect(kinds(`Osoba ${text} je upućena 2019. godine`)).toEqual(["jmbg"]);
});

it("says where it stands, also backwards", () => {
  const text = `Red\nBroj: \u202e${backwards(number)}\u202c.`;
  expect(findPersonalData(text, now)).toEqual([{ kind: "jmbg", severity: "block", start: 11, end: 24 }]);
});

it.each([
  "CM/Rec(2010)1, CM/Rec(2014)4, Rec(2006)2-rev, člana 12. st. 3 tač. 4 i 5",
  "od 1. 1. 2018. do 31. 12. 2019, sedam sesija, dva dana, pet grupa, 12 delegacija",
  "predmet 03-02-1245/19, 01-3-125/18, 05-07-2-1930-3/2020, broj K-101/19",
  "IBAN BA39 1290 0794 0102 8494, XK05 1212 0123 4567 8906, RS35260005601001611379",
  "IBAN AL47 2121 1009 0000 0002 3569 8741, MK07 2501 2000 0058 984, ME25 5050 0001 2345 6789 51",
  "Zavod: 1a, 2b, 3c; soba 12 a, soba 13 b, soba 14 c; 12 i 13 i 14 i 15 i 16",
  "https://rm.coe.int/09000016809cdc2c, https://a.example/%D0%BF%D1%80?p=12%3A30%20",
  "commit 4f1a2b9c0d3e5f60718293a4b5c6d7e8f9012345, sha256 e3b0c44298fc1c149afbf4c8996fb924",
  "jedan savjetnik na dva zavoda, tri sastanka, četiri mjeseca; one of two, three to five, nine in ten",
  "ISBN 978-92-871-8391-4, OJ L 327, 5.12.2008, p. 27",
  "glava Ⅳ, odjeljak Ⅱ, članovi Ⅰ, Ⅲ i Ⅸ; 25 m², 10³ puta",
])("says nothing of %j", (text) => {
  expect(kinds(text)).toEqual([]);
});
