import { expect, it } from "vitest";
import type { Block } from "#app/views/documents/blocks.ts";
import { pdfFile } from "#app/views/documents/pdf-file.server.ts";

const text = "Plan prije otpusta, шест недеља, gjashtë javë. ".repeat(100);

it.each<[string, Block[]]>([
  ["paragraphs", Array.from({ length: 30 }, () => ({ kind: "paragraph", runs: [{ text }], lang: "en" }))],
  [
    "the rows of a table",
    [
      {
        kind: "table",
        caption: "",
        widths: [50, 50],
        head: ["A", "B"],
        rows: Array(30).fill([text, text]),
        lang: "en",
      },
    ],
  ],
])("lets others have their turn between %s of a long document", async (_name, blocks) => {
  let turns = 0;
  const timer = setInterval(() => {
    turns++;
  }, 0);
  const pdf = await pdfFile({ title: "T", lang: "en", footer: "F", notes: [], pageOf: String, blocks });
  clearInterval(timer);
  expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7");
  expect(turns).toBeGreaterThan(5);
});
