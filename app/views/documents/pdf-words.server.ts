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

/** Widths that were measured in a document: words come again and again, and to measure one is most of the work. */
const measured = new WeakMap<PDFKit.PDFDocument, Map<string, number>>();

/** How wide a stretch of text is, in points. */
export function widthOf(doc: PDFKit.PDFDocument, fragments: readonly Fragment[], size: number): number {
  const known = measured.get(doc) ?? new Map<string, number>();
  measured.set(doc, known);
  return fragments.reduce((sum, { text, font }) => {
    const key = `${font} ${size} ${text}`;
    const width = known.get(key) ?? doc.font(font).fontSize(size).widthOfString(text);
    known.set(key, width);
    return sum + width;
  }, 0);
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

/** What is set in one go, and how far what follows stands from its beginning. */
export interface Stretch extends Fragment {
  italic: boolean;
  width: number;
}

/** A line in as few stretches as may be: words in the face that spaces have are set together. */
export function stretchesOf(doc: PDFKit.PDFDocument, line: Line, size: number): Stretch[] {
  const [space] = fragmentsOf(" ", false);
  const gap = space ? widthOf(doc, [space], size) : 0;
  const stretches: Stretch[] = [];
  for (const [nth, { fragments, italic, spaced }] of line.entries()) {
    for (const [at, { text, font }] of fragments.entries()) {
      const width = widthOf(doc, [{ text, font }], size);
      const isApart = at === 0 && nth > 0 && spaced;
      const last = stretches.at(-1);
      if (last && last.font === font && font === space?.font && !last.italic && !italic) {
        last.text += isApart ? ` ${text}` : text;
        last.width += (isApart ? gap : 0) + width;
      } else {
        if (last && isApart) last.width += gap;
        stretches.push({ text, font, italic, width });
      }
    }
  }
  return stretches;
}
