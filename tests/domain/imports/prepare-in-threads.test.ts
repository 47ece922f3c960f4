import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { preparingThreads } from "#app/domain/imports/prepare-in-threads.server.ts";
import {
  type LineFault,
  type LineTexts,
  type Preparation,
  prepareHere,
} from "#app/domain/imports/prepare-line.server.ts";
import { documentSections } from "#app/domain/search/engine/document-words.ts";

const file = join(import.meta.dirname, "../../../build/node/import-thread.mjs");
const now = new Date("2026-11-26T00:00:00Z");

it("prepares in threads what it prepares here, in whatever order the answers come", async () => {
  if (!existsSync(file)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const words = ["plan", "otpusta", "CM/Rec(2010)1", "mentora", "**odmah**", "служба", "1234567890123"];
  const chunks = Array.from({ length: 12 }, (_, chunk) =>
    Array.from(
      { length: 5 },
      (_, line): LineTexts => ({
        title: `Plan ${chunk}`,
        summary: words[(chunk + line) % words.length] ?? "",
        body: words.slice(0, 1 + ((chunk * line) % words.length)).join(" "),
        language: line % 2 === 0 ? "bs" : "sr-Cyrl",
      }),
    ),
  );
  const threads = preparingThreads(file);
  try {
    const inThreads = await Promise.all(chunks.map((lines) => threads.prepare(lines, now)));
    const here = await Promise.all(chunks.map((lines) => prepareHere(lines, now)));
    expect(inThreads.map(spelled)).toEqual(here.map(spelled));
  } finally {
    await threads.close();
  }
});

/** Preparations with the names of their words in place of their numbers, which are a matter of who gave them. */
function spelled(prepared: readonly (Preparation | LineFault)[]) {
  return prepared.map((one) => {
    if ("fault" in one) return one;
    const { words, ...made } = one;
    return {
      ...made,
      words: documentSections.map((section) => Array.from(words[section], (place) => words.names[place])),
    };
  });
}
