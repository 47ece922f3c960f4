import { describe, expect, test } from "vitest";
import { exactForm, fold } from "#app/language/normalise.ts";
import { serboCroatianKeys, serboCroatianQueryKeys } from "#app/language/stems/serbo-croatian.ts";
import type { Pair } from "#tests/language/stems/pairs.ts";
import {
  DIFFERENT,
  LONGER,
  NOT_ASKED,
  TOGETHER,
  VERB_AND_PARTICIPLE,
} from "#tests/language/stems/serbo-croatian-pairs.ts";

/** Ways a word reaches the stemmer: what was typed or read, with its marks known or not. */
const unmarked = (word: string, participles = false) => serboCroatianKeys(fold(exactForm(word)), "", participles);
const asked = (word: string) => serboCroatianQueryKeys(fold(exactForm(word)));
const marked = (word: string) => serboCroatianKeys(fold(exactForm(word)), exactForm(word));

const meet = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key));
const share = (pairs: readonly Pair[], met: (pair: Pair) => boolean) => pairs.filter(met).length / pairs.length;

describe("serboCroatianKeys", () => {
  test("has enough pairs to measure", () => {
    expect(Object.values(TOGETHER).flat().length).toBeGreaterThan(1300);
    expect(DIFFERENT.length).toBeGreaterThan(400);
  });

  test.each(Object.entries(TOGETHER))("brings forms of %s together", (_, pairs) => {
    expect(share(pairs, ([one, other]) => meet(unmarked(one), unmarked(other)))).toBeGreaterThanOrEqual(0.995);
    expect(share(pairs, ([one, other]) => meet(unmarked(one), marked(other)))).toBeGreaterThanOrEqual(0.995);
    expect(share(pairs, ([one, other]) => meet(marked(one), marked(other)))).toBeGreaterThanOrEqual(0.99);
    expect(share(pairs, ([one, other]) => meet(asked(one), unmarked(other)))).toBeGreaterThanOrEqual(0.99);
  });

  test("keeps different words apart", () => {
    expect(share(DIFFERENT, ([one, other]) => meet(unmarked(one), unmarked(other)))).toBeLessThanOrEqual(0.015);
    expect(share(DIFFERENT, ([one, other]) => meet(marked(one), marked(other)))).toBeLessThanOrEqual(0.015);
  });

  test("keeps a noun someone asks for apart from the verb of the same stem", () => {
    for (const [noun, verb] of [
      ["vlada", "vladati"],
      ["igra", "igrao"],
      ["slika", "slikaju"],
      ["kazna", "kaznio"],
      ["presuda", "presudio"],
    ] as const) {
      expect(meet(asked(noun), unmarked(verb)), noun).toBe(false);
      expect(unmarked(noun), noun).toEqual(expect.arrayContaining(asked(noun)));
    }
  });

  test.each(LONGER)("asks for a stem that only longer forms have: %s, %s", (one, other) => {
    expect(meet(asked(one), unmarked(other))).toBe(true);
    expect(meet(asked(one), marked(other))).toBe(true);
  });

  test.each(NOT_ASKED)("takes what is asked for as a dictionary form: %s, not %s", (one, other) => {
    expect(meet(asked(one), marked(other))).toBe(false);
  });

  test("reads a marked word more narrowly", () => {
    const pairs = [
      ["vijeće", "veći"],
      ["rijeka", "riječi"],
      ["učiti", "ući"],
      ["stol", "što"],
      ["odluka", "odlučiti"],
    ] as const;
    for (const [one, other] of pairs) expect(meet(marked(one), marked(other)), other).toBe(false);
    expect(meet(marked("radnik"), marked("radniče"))).toBe(true);
  });

  test("joins participles to their verbs only when asked", () => {
    expect(share(VERB_AND_PARTICIPLE, ([one, other]) => meet(unmarked(one, true), unmarked(other, true)))).toBe(1);
    expect(share(VERB_AND_PARTICIPLE, ([one, other]) => meet(unmarked(one), unmarked(other)))).toBeLessThan(0.15);
  });

  test("gives one to four keys, no key twice", () => {
    const words = [...Object.values(TOGETHER).flat(), ...VERB_AND_PARTICIPLE, ...DIFFERENT].flat();
    for (const word of words) {
      for (const keys of [unmarked(word), marked(word), unmarked(word, true)]) {
        expect(keys.length, word).toBeGreaterThanOrEqual(1);
        expect(keys.length, word).toBeLessThanOrEqual(4);
        expect(new Set(keys).size, word).toBe(keys.length);
      }
    }
  });

  test("leaves alone what is no word of these languages", () => {
    for (const word of ["", "a", "u", "covid19", "2024", "ω", "x"]) expect(serboCroatianKeys(word)).toEqual([word]);
  });
});
