import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { languageCodes } from "#app/i18n/languages.ts";

interface Item {
  title: Record<string, string>;
  description?: Record<string, string>;
}

const folder = "content/agenda-templates";
const items = readdirSync(folder).flatMap((file) => {
  const { items } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as { items: Item[] };
  return items.map((item) => ({ file, ...item }));
});

// Where a text is missing another language stands in its place: half an agenda in each.
it.each(languageCodes)("has every text of every template in %s", (code) => {
  const missing = items.filter(({ title, description }) => !title[code] || (description && !description[code]));
  expect(missing.map(({ file, title }) => `${file}: ${title.en}`)).toEqual([]);
});

it("says Serbian in the Ekavian way, in one script at a time", () => {
  const texts = (code: string) => items.flatMap(({ title, description }) => [title[code], description?.[code]]);
  const ijekavian = /\b(gdje|mjesec|savjet|izmjen|smjernic|povjerenj|prijedlog|procjen|vijeć)/i;
  expect(texts("sr-Latn").filter((text) => ijekavian.test(text ?? ""))).toEqual([]);
  expect(texts("sr-Cyrl").filter((text) => /[a-z]/i.test(text ?? ""))).toEqual([]);
  expect(texts("sr-Latn").filter((text) => /[а-я]/i.test(text ?? ""))).toEqual([]);
});

it("says Croatian and Macedonian in their own words and scripts", () => {
  const texts = (code: string) => items.flatMap(({ title, description }) => [title[code], description?.[code]]);
  const foreign = /(?<!\p{L})(?:(?:šta|ko)(?!\p{L})|evrop|delegacij|konsultant|tačk|obuk|kafa|grup)/iu;
  expect(texts("hr").filter((text) => foreign.test(text ?? ""))).toEqual([]);
  expect(texts("mk").filter((text) => /[a-z]|[ђћйъыэ]/i.test(text ?? ""))).toEqual([]);
});
