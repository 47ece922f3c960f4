import { describe, expect, test } from "vitest";
import { exactForm, fold } from "#app/language/normalise.ts";
import { albanianKeys } from "#app/language/stems/albanian.ts";
import { albanianQueryKeys } from "#app/language/stems/dictionary-forms.ts";
import { ALBANIAN_FORMS, ALBANIAN_OTHERS } from "#tests/language/stems/albanian-pairs.ts";
import { meeting } from "#tests/language/stems/rates.ts";

const folded = (word: string) => fold(exactForm(word));

describe("albanianKeys", () => {
  test("brings the forms of a word together", () => {
    const met = meeting(ALBANIAN_FORMS, albanianKeys);
    expect(ALBANIAN_FORMS.filter((pair) => !met.includes(pair))).toEqual([]);
  });

  test.each([
    ["without marks", (word: string) => word.replace(/ë/g, "e").replace(/ç/g, "c"), 1],
    ["in capitals", (word: string) => word.toUpperCase(), 1],
    ["decomposed", (word: string) => word.normalize("NFD"), 1],
  ])("does so %s", (_how, respell, least) => {
    const met = meeting(ALBANIAN_FORMS, albanianKeys, respell);
    expect(met.length / ALBANIAN_FORMS.length).toBeGreaterThanOrEqual(least);
  });

  test("keeps different words apart", () => {
    const met = meeting(ALBANIAN_OTHERS, albanianKeys);
    expect(met.length / ALBANIAN_OTHERS.length).toBeLessThan(0.09);
  });

  test("keeps the words of the list apart from each other's forms", () => {
    const keys = new Map(ALBANIAN_FORMS.flat().map((word) => [word, albanianKeys(fold(exactForm(word)))]));
    const lemmas = [...new Set(ALBANIAN_FORMS.map(([lemma]) => lemma))];
    const mixed = lemmas.flatMap((lemma) => {
      const own = new Set(keys.get(lemma));
      return ALBANIAN_FORMS.filter(([other, form]) => other !== lemma && keys.get(form)?.some((key) => own.has(key)));
    });
    expect(mixed.length / (lemmas.length * ALBANIAN_FORMS.length)).toBeLessThan(0.0004);
  });

  test.each([
    ["punuar", ["vpuno"]],
    ["ministria", ["nministri"]],
    ["libri", ["nlibr"]],
    ["vëllezërit", ["nvella"]],
    ["djemtë", ["ndial"]],
    ["mblodhën", ["vmbledh"]],
    ["2010", ["n2010"]],
    ["", ["n"]],
  ])("gives %j the keys %j", (word, expected) => {
    expect(expected.every((key) => albanianKeys(fold(exactForm(word))).includes(key))).toBe(true);
  });

  test("tells forms of nouns in -je from forms of verbs that are folded alike, where marks are known", () => {
    expect(albanianKeys("rriten", "rritjen")).toEqual(["nrritj"]);
    expect(albanianKeys("rriten", "rritën")).not.toContain("nrritj");
    expect(albanianKeys("rriten")).toEqual(expect.arrayContaining(["nrritj", "vrrit"]));
  });

  test("gives one to four different keys in plain letters and never throws", () => {
    for (const word of [...ALBANIAN_FORMS, ...ALBANIAN_OTHERS].flat()) {
      const keys = albanianKeys(fold(exactForm(word)));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.length).toBeLessThanOrEqual(4);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[nv][a-z]+$/);
    }
    for (const odd of ["a", "ij", "je", "ije", "σσ", "x1ata", "a".repeat(10_000)]) {
      expect(albanianKeys(odd).length).toBeGreaterThan(0);
    }
  });
});

describe("albanianQueryKeys", () => {
  test.each([
    ["punuar", "punojnë"],
    ["ndarë", "ndajnë"],
    ["shkruan", "shkruajmë"],
    ["mban", "mbajnë"],
    ["përdor", "përdorur"],
    ["liqen", "liqenet"],
    ["Serbi", "Serbia"],
  ])("asks %j for a key of %j", (asked, form) => {
    expect(albanianQueryKeys(folded(asked)).some((key) => albanianKeys(folded(form)).includes(key))).toBe(true);
  });

  test.each([
    ["vjeshtë", "veshi"],
    ["Serbi", "serbët"],
    ["pjesëmarrës", "pjesëmarrja"],
    ["dëm", "djali"],
    ["parë", "shohin"],
  ])("does not ask %j for a key of %j", (asked, form) => {
    expect(albanianQueryKeys(folded(asked)).some((key) => albanianKeys(folded(form)).includes(key))).toBe(false);
  });
});
