import PDFDocument from "pdfkit";
import { yieldEvery } from "#app/domain/yield-every.ts";
import type { Block, PaperDocument, Run } from "#app/views/documents/blocks.ts";
import { type Fragment, fragmentsOf, paperFonts } from "#app/views/documents/paper-fonts.server.ts";
import { type Line, partsOf, stretchesOf, widthOf, wordsOf } from "#app/views/documents/pdf-words.server.ts";

// Points of A4.
const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const FOOT = 841.89 - MARGIN;
const LEADING = 1.35;
const CELL_PAD = 5;
const inks = { text: "#1f2933", minor: "#52606d", rule: "#b8c0c8", head: "#eef1f4" };
const sizes = {
  title: 19,
  heading: { 1: 15, 2: 12.5, 3: 11 },
  text: 10.5,
  minor: 9,
  cell: 9.5,
  footer: 8.5,
  note: 7.5,
} as const;

/**
 * A document as a tagged PDF: A4, its own fonts, tables whose head is repeated, the number on every page. That of a
 * whole round takes seconds: others have their turn in between.
 */
export function pdfFile(paper: PaperDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      ...{ size: "A4", margin: MARGIN, bufferPages: true, tagged: true, pdfVersion: "1.7", displayTitle: true },
      lang: paper.lang,
      info: { Title: paper.title, Creator: "Zbornik" },
    });
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
    new Setter(doc).set(paper).then(() => doc.end(), reject);
  });
}

class Setter {
  private y = MARGIN;
  /** Where the text of a page ends. */
  private foot = FOOT;
  private readonly doc: PDFKit.PDFDocument;
  private readonly pause = yieldEvery();
  /** Writes to its page what was set and is held back. */
  private readonly flush: () => void;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
    this.flush = holdBack(doc);
    for (const [name, file] of paperFonts()) doc.registerFont(name, file);
  }

  async set(paper: PaperDocument): Promise<void> {
    this.foot = FOOT - this.notesOf(paper).length * sizes.note * LEADING;
    this.put("H1", [{ text: paper.title, bold: true }], { size: sizes.title, after: 8 });
    for (const block of paper.blocks) {
      await this.block(block);
      await this.pause();
    }
    await this.number(paper);
    this.flush();
  }

  private async block(block: Block): Promise<void> {
    switch (block.kind) {
      case "heading": {
        const tag = `H${block.level + 1}`;
        this.y += 16 - 3 * block.level;
        // A heading stands on the page of what follows it.
        this.room(60);
        this.put(tag, [{ text: block.text, bold: true }], { size: sizes.heading[block.level], after: 4 });
        break;
      }
      case "paragraph": {
        const size = block.minor ? sizes.minor : sizes.text;
        this.put("P", block.runs, { size, after: 5, ink: block.minor ? inks.minor : inks.text });
        break;
      }
      case "item": {
        const left = 16 * (block.depth + 1);
        this.put("P", block.runs, { size: sizes.text, after: 3, left, mark: block.mark });
        break;
      }
      case "table":
        await this.table(block);
    }
  }

  /** Sets lines of text, page after page. */
  private put(
    tag: string,
    runs: readonly Run[],
    given: { size: number; after: number; left?: number; ink?: string; mark?: string },
  ): void {
    const { size, after, left = 0, ink = inks.text, mark } = given;
    const lines = this.linesOf(runs, size, WIDTH - left);
    this.tagged(tag, () => {
      for (const [at, line] of lines.entries()) {
        this.room(size * LEADING);
        if (at === 0 && mark)
          this.line(wordsOf(this.doc, [{ text: mark }], size), MARGIN + left - 14, this.y, size, ink);
        this.line(line, MARGIN + left, this.y, size, ink);
        this.y += size * LEADING;
      }
    });
    this.y += after;
  }

  private async table({ widths, head, rows }: Extract<Block, { kind: "table" }>): Promise<void> {
    const columns = widths.map((width) => (width / 100) * WIDTH);
    this.y += 4;
    const table = this.doc.struct("Table");
    this.doc.addStructure(table);
    this.row(head, columns, true, table);
    for (const row of rows) {
      if (this.y + this.heightOf(row, columns, false) > this.foot) {
        this.turn();
        // Said once already: on further pages the head is there for the eye alone.
        this.row(head, columns, true, null);
      }
      this.row(row, columns, false, table);
      await this.pause();
    }
    table.end();
    this.y += 10;
  }

  private row(
    cells: readonly string[],
    columns: readonly number[],
    isHead: boolean,
    table: PDFKit.PDFStructureElement | null,
  ): void {
    const height = this.heightOf(cells, columns, isHead);
    if (this.y + height > this.foot) this.turn();
    const row = table === null ? null : this.doc.struct("TR");
    if (row) table?.add(row);
    if (isHead) this.aside(() => this.doc.rect(MARGIN, this.y, WIDTH, height).fill(inks.head));
    let x = MARGIN;
    for (const [at, text] of cells.entries()) {
      const width = columns[at] ?? 0;
      const lines = this.linesOf([{ text, bold: isHead }], sizes.cell, width - 2 * CELL_PAD);
      const left = x + CELL_PAD;
      const write = () => {
        for (const [nth, line] of lines.entries()) {
          this.line(line, left, this.y + CELL_PAD + nth * sizes.cell * LEADING, sizes.cell, inks.text);
        }
      };
      if (row) row.add(this.doc.struct(isHead ? "TH" : "TD", {}, write));
      else this.aside(write);
      x += width;
    }
    row?.end();
    this.y += height;
    const under = this.y;
    this.aside(() =>
      this.doc
        .moveTo(MARGIN, under)
        .lineTo(MARGIN + WIDTH, under)
        .lineWidth(0.5)
        .stroke(inks.rule),
    );
  }

  private heightOf(cells: readonly string[], columns: readonly number[], bold: boolean): number {
    const counts = cells.map(
      (text, at) => this.linesOf([{ text, bold }], sizes.cell, (columns[at] ?? 0) - 2 * CELL_PAD).length,
    );
    return Math.max(1, ...counts) * sizes.cell * LEADING + 2 * CELL_PAD;
  }

  /** Words in lines that are not wider than `width`. */
  private linesOf(runs: readonly Run[], size: number, width: number): Line[] {
    const lines: Line[] = [];
    const space = this.widthOf(fragmentsOf(" ", false), size);
    for (const part of partsOf(runs)) {
      let line: Line = [];
      let used = 0;
      for (const word of wordsOf(this.doc, part, size)) {
        const gap = line.length > 0 && word.spaced ? space : 0;
        if (line.length > 0 && word.spaced && used + gap + word.width > width) {
          lines.push(line);
          line = [word];
          used = word.width;
        } else {
          line.push(word);
          used += gap + word.width;
        }
      }
      lines.push(line);
    }
    return lines;
  }

  private line(words: Line, x: number, y: number, size: number, ink: string): void {
    let at = x;
    this.doc.fillColor(ink);
    for (const { text, font, italic, width } of stretchesOf(this.doc, words, size)) {
      this.doc.font(font).fontSize(size);
      this.doc.text(text, at, y, { lineBreak: false, oblique: italic });
      at += width;
    }
  }

  private widthOf(fragments: readonly Fragment[], size: number): number {
    return widthOf(this.doc, fragments, size);
  }

  private room(height: number): void {
    if (this.y + height > this.foot) this.turn();
  }

  private turn(): void {
    this.flush();
    this.doc.continueOnNewPage();
    this.y = MARGIN;
  }

  private tagged(tag: string, write: () => void): void {
    this.doc.addStructure(this.doc.struct(tag, {}, write));
  }

  /** What is no part of the text: rules, grounds, numbers of pages. */
  private aside(write: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    write();
    this.doc.endMarkedContent();
  }

  private notesOf({ notes }: PaperDocument): Line[] {
    return notes.flatMap((note) => this.linesOf([{ text: note }], sizes.note, WIDTH));
  }

  private async number(paper: PaperDocument): Promise<void> {
    const { footer, pageOf } = paper;
    const notes = this.notesOf(paper);
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      await this.pause();
      this.flush();
      this.doc.switchToPage(page);
      // Below the margin pdfkit would begin another page.
      this.doc.page.margins.bottom = 0;
      this.aside(() => {
        const line = (text: string) => wordsOf(this.doc, [{ text }], sizes.footer);
        const number = pageOf(String(page + 1), String(count));
        const width = this.widthOf(fragmentsOf(number, false), sizes.footer);
        const top = this.foot + 18;
        this.line(line(footer), MARGIN, top, sizes.footer, inks.minor);
        this.line(line(number), MARGIN + WIDTH - width, top, sizes.footer, inks.minor);
        for (const [at, note] of notes.entries()) {
          this.line(note, MARGIN, top + 13 + at * sizes.note * LEADING, sizes.note, inks.minor);
        }
      });
    }
  }
}

/** Operators of a page that are written together. */
const TOGETHER = 1000;

/**
 * Lets a document write what is set on a page in long pieces: pdfkit keeps each operator as bytes of its own, and to
 * look after the million of them that a round has takes longer than to set it.
 * @returns what writes the rest, to be called before another page
 */
function holdBack(doc: PDFKit.PDFDocument): () => void {
  const held: string[] = [];
  const write = doc.addContent.bind(doc);
  const flush = () => {
    if (held.length > 0) write(held.splice(0).join("\n"));
  };
  doc.addContent = (operator: unknown) => {
    held.push(String(operator));
    if (held.length >= TOGETHER) flush();
    return doc;
  };
  return flush;
}
