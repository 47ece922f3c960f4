import type { Run } from "#app/views/documents/blocks.ts";
import { type Fragment, fragmentsOf } from "#app/views/documents/paper-fonts.server.ts";

/** A word as it is set: pieces of one face each. */
export interface Word {
  fragments: Fragment[];
  width: number;
  /** Set aslant: the faces have no italics of their own. */
  italic: boolean;
  /** A space stands before it. */
  spaced: boolean;
}
export type Line = Word[];

/** How wide a stretch of text is, in points. */
export function widthOf(doc: PDFKit.PDFDocument, fragments: readonly Fragment[], size: number): number {
  return fragments.reduce((sum, { text, font }) => sum + doc.font(font).fontSize(size).widthOfString(text), 0);
}

/** Runs between breaks of lines. */
export function partsOf(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split("\n").entries()) {
      if (at > 0) parts.push([]);
      parts.at(-1)?.push({ ...run, text });
    }
  }
  return parts;
}

/** Words with their widths; one that changes its look inside stays together. */
export function wordsOf(doc: PDFKit.PDFDocument, runs: readonly Run[], size: number): Word[] {
  const words: Word[] = [];
  let spaced = false;
  for (const { text, bold = false, italic = false } of runs) {
    for (const piece of text.split(/( +)/)) {
      if (piece === "") continue;
      if (/^ +$/.test(piece)) {
        spaced = true;
        continue;
      }
      const fragments = fragmentsOf(piece, bold);
      words.push({ fragments, width: widthOf(doc, fragments, size), italic, spaced: spaced || words.length === 0 });
      spaced = false;
    }
  }
  return words;
}
