import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { preparingThreads } from "#app/domain/imports/prepare-in-threads.server.ts";
import { type GivenLine, type Preparer, prepareHere } from "#app/domain/imports/prepare-line.server.ts";
import { documentSections } from "#app/domain/search/index/document-words.ts";

const file = join(import.meta.dirname, "../../../build/node/import-thread.mjs");
const now = new Date("2026-11-26T00:00:00Z");

it("prepares in threads what it prepares here, in whatever order the answers come", async () => {
  if (!existsSync(file)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const words = ["plan", "otpusta", "CM/Rec(2010)1", "mentora", "**odmah**", "служба", "1234567890123"];
  const chunks = Array.from({ length: 12 }, (_, chunk) =>
    Array.from({ length: 5 }, (_, line): GivenLine => {
      const value = {
        externalId: `${chunk}-${line}`,
        kind: "practice",
        title: `Plan ${chunk}`,
        summary: words[(chunk + line) % words.length] ?? "",
        body: words.slice(0, 1 + ((chunk * line) % words.length)).join(" "),
        language: line === 0 ? "bosanski" : line % 2 === 0 ? "bs" : "sr",
        beneficiary: "BA",
      };
      return { value, knownDigest: null };
    }),
  );
  const first = await prepareHere(chunks[0] ?? [], now);
  const known = first.find((line) => "digest" in line);
  const again = chunks[0]?.map(({ value }) => ({ value, knownDigest: known?.digest ?? null })) ?? [];
  const deep = {
    externalId: "deep",
    kind: "practice",
    title: JSON.parse("[".repeat(1e5) + "]".repeat(1e5)) as unknown,
  };
  chunks.push(again, [{ value: deep, knownDigest: null }]);
  const threads = preparingThreads(file, null);
  try {
    const inThreads = await Promise.all(chunks.map((lines) => threads.prepare(lines, now)));
    const here = await Promise.all(chunks.map((lines) => prepareHere(lines, now)));
    expect(inThreads.map(spelled)).toEqual(here.map(spelled));
    expect(here.at(-2)?.filter((line) => "unchanged" in line)).toHaveLength(1);
    expect(here.at(-1)).toEqual([{ fault: "title must be a text" }]);
  } finally {
    await threads.close();
  }
});

/** Lines with the names of their words in place of their numbers, which are a matter of who gave them. */
function spelled(prepared: Awaited<ReturnType<Preparer>>) {
  return prepared.map((one) => {
    if (!("digest" in one)) return one;
    const { words, ...made } = one;
    return {
      ...made,
      words: documentSections.map((section) => Array.from(words[section], (place) => words.names[place])),
    };
  });
}
