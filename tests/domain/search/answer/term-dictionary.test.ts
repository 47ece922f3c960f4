import fc from "fast-check";
import { expect, test } from "vitest";
import { TermDictionary } from "#app/domain/search/answer/term-dictionary.ts";
import { roles } from "#app/domain/search/index/word-roles.ts";

const key = fc.integer({ min: 0, max: 20_000 }).map((number) => number.toString(36).split("").reverse().join(""));

test("has the words of a key, loaded or come later, in order of keys however many come", () => {
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 50 }),
      fc.array(key, { minLength: 14_000, maxLength: 14_000, size: "max" }),
      (loaded, later) => {
        const words = new TermDictionary();
        const expected = new Map<string, number[]>();
        const note = (name: string, word: number) => expected.set(name, [...(expected.get(name) ?? []), word]);
        for (const [at, name] of loaded.entries()) {
          words.add(at + 1, [[name, roles.first]]);
          note(name, at + 1);
        }
        words.loaded();
        for (const [at, name] of later.entries()) {
          const word = loaded.length + at + 1;
          words.add(word, [[name, roles.first]]);
          note(name, word);
        }
        const byNumber = (one: number, other: number) => one - other;
        for (const name of [...expected.keys(), "none"]) {
          expect(words.wordsWith(name).map(({ word }) => word)).toEqual(expected.get(name) ?? []);
        }
        for (const start of ["", "a", "zz", "7q"]) {
          const beginning = [...expected].flatMap(([name, all]) => (name.startsWith(start) ? all : []));
          const found = words.wordsBeginning(start).map(({ word }) => word);
          expect(found.sort(byNumber)).toEqual(beginning.sort(byNumber));
        }
      },
    ),
    { numRuns: 3 },
  );
}, 60_000);
