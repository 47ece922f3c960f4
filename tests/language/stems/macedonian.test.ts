import { describe, expect, test } from "vitest";
import { exactForm, fold, foldMarks } from "#app/language/normalise.ts";
import { macedonianQueryKeys } from "#app/language/stems/dictionary-forms.ts";
import { macedonianKeys } from "#app/language/stems/macedonian.ts";
import { MACEDONIAN_FORMS, MACEDONIAN_OTHERS } from "#tests/language/stems/macedonian-pairs.ts";
import { meeting } from "#tests/language/stems/rates.ts";

const folded = (word: string) => fold(exactForm(word));

describe("macedonianKeys", () => {
  test("brings the forms of a word together", () => {
    const met = meeting(MACEDONIAN_FORMS, macedonianKeys);
    expect(MACEDONIAN_FORMS.filter((pair) => !met.includes(pair))).toEqual([]);
  });

  test.each([
    ["in Latin letters without marks", foldMarks, 0.999],
    ["with gj and kj", (word: string) => foldMarks(word.replace(/ѓ/g, "gj").replace(/ќ/g, "kj")), 0.995],
    ["in capitals", (word: string) => word.toUpperCase(), 1],
  ])("does so %s", (_how, respell, least) => {
    const met = meeting(MACEDONIAN_FORMS, macedonianKeys, respell);
    expect(met.length / MACEDONIAN_FORMS.length).toBeGreaterThanOrEqual(least);
  });

  test("keeps different words apart", () => {
    const met = meeting(MACEDONIAN_OTHERS, macedonianKeys);
    expect(met.length / MACEDONIAN_OTHERS.length).toBeLessThan(0.08);
  });

  test("keeps the words of the list apart from each other's forms", () => {
    const keys = new Map(MACEDONIAN_FORMS.flat().map((word) => [word, macedonianKeys(fold(exactForm(word)))]));
    const lemmas = [...new Set(MACEDONIAN_FORMS.map(([lemma]) => lemma))];
    const mixed = lemmas.flatMap((lemma) => {
      const own = new Set(keys.get(lemma));
      return MACEDONIAN_FORMS.filter(([other, form]) => other !== lemma && keys.get(form)?.some((key) => own.has(key)));
    });
    expect(mixed.length / (lemmas.length * MACEDONIAN_FORMS.length)).toBeLessThan(0.0004);
  });

  test.each([
    ["раце", ["nrac"]],
    ["работел", ["nrabotl", "vrabot"]],
    ["најдобрите", ["ndobr"]],
    ["поголемите", ["ngolem"]],
    ["најде", ["vnajd"]],
    ["2010", ["n2010"]],
    ["", ["n"]],
  ])("gives %j the keys %j", (word, expected) => {
    expect(expected.every((key) => macedonianKeys(fold(exactForm(word))).includes(key))).toBe(true);
  });

  test("does not read forms in -чи, -жи and -ши as plurals in -ци, -зи and -си, where marks are known", () => {
    expect(macedonianKeys("znaci", "znači")).not.toContain("nznak");
    expect(macedonianKeys("znaci", "znaci")).toContain("nznak");
    expect(macedonianKeys("znaci")).toContain("nznak");
  });

  test("gives one to four different keys in plain letters and never throws", () => {
    for (const word of [...MACEDONIAN_FORMS, ...MACEDONIAN_OTHERS].flat()) {
      const keys = macedonianKeys(fold(exactForm(word)));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.length).toBeLessThanOrEqual(4);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[nva][a-z]+$/);
    }
    for (const odd of ["a", "ij", "naj", "najnaj", "σσ", "x1ata", "a".repeat(10_000)]) {
      expect(macedonianKeys(odd).length).toBeGreaterThan(0);
    }
  });
});

describe("macedonianQueryKeys", () => {
  test.each([
    ["работам", "работеше"],
    ["учествувам", "учествуваа"],
    ["тренирам", "тренирале"],
    ["граѓанин", "граѓаните"],
  ])("asks %j for a key of %j", (asked, form) => {
    expect(macedonianQueryKeys(folded(asked)).some((key) => macedonianKeys(folded(form)).includes(key))).toBe(true);
  });

  test.each([
    ["значи", "знакот"],
    ["брои", "бројот"],
    ["примени", "примил"],
  ])("does not ask %j for a key of %j", (asked, form) => {
    expect(macedonianQueryKeys(folded(asked)).some((key) => macedonianKeys(folded(form)).includes(key))).toBe(false);
  });

  test("asks for the same with ѓ and with gj, and meets what folding leaves of ǵ", () => {
    expect(macedonianQueryKeys("gragjanin")).toEqual(macedonianQueryKeys(folded("граѓанин")));
    expect(macedonianKeys("gragjanite")).toContain(macedonianQueryKeys(folded("graǵanin"))[0]);
  });
});
