import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { preparingThreads } from "#app/domain/imports/prepare-in-threads.server.ts";
import { type LineTexts, prepareHere } from "#app/domain/imports/prepare-line.server.ts";

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
    expect(inThreads).toEqual(here);
  } finally {
    await threads.close();
  }
});
