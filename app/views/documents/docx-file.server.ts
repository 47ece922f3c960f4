import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, PaperDocument, Run } from "#app/views/documents/blocks.ts";

/** Twentieths of a point between the margins of A4. */
const TEXT_WIDTH = 9638;
const MARGIN = 1134;
const A4 = { width: 11_906, height: 16_838 };
/** A style of its own: numbers of pages take their look from it, and not from what stands around them. */
const FOOT = "Foot";
const RULE = { style: BorderStyle.SINGLE, size: 4, space: 4, color: "9aa5b1" };
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A document as a Word file: A4, tables of fixed widths whose head is repeated, the number on every page. */
export function docxFile(paper: PaperDocument): Promise<Buffer> {
  const font = { name: "Calibri" };
  const heading = { font, bold: true, color: "1f2933" };
  const document = new Document({
    title: paper.title,
    creator: "Zbornik",
    styles: {
      paragraphStyles: [{ id: FOOT, name: FOOT, basedOn: "Normal", run: { size: 17, color: "52606d" } }],
      default: {
        document: { run: { font, size: 21, language: { value: paper.lang } }, paragraph: { spacing: { after: 100 } } },
        title: { run: { ...heading, size: 36 }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { ...heading, size: 30 },
          paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
        },
        heading2: { run: { ...heading, size: 25 }, paragraph: { spacing: { before: 260, after: 80 }, keepNext: true } },
        heading3: { run: { ...heading, size: 22 }, paragraph: { spacing: { before: 180, after: 60 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        footers: { default: new Footer({ children: footer(paper) }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          ...paper.blocks.flatMap(written),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footer({ footer: text, notes, pageOf }: PaperDocument): Paragraph[] {
  const [before = "", between = "", after = ""] = pageOf("\u0000", "\u0000").split("\u0000");
  const parts = [`${text}   ${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  const line = (children: (typeof parts)[number][], at = 0) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      // The rule stands apart from the text above, which reaches down to the foot of a full page.
      ...(at === 0 ? { border: { top: RULE }, spacing: { before: 200, after: 20 } } : { spacing: { after: 20 } }),
      style: FOOT,
      children: children.map((part) => new TextRun({ children: [part] })),
    });
  return [parts, ...notes.map((note) => [note])].map(line);
}

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: levels[block.level], children: runsOf([{ text: block.text }], block.lang) })];
    case "paragraph":
      // What is minor says when, below the name of what follows.
      return [new Paragraph({ children: runsOf(block.runs, block.lang, block.minor), keepNext: block.minor })];
    case "item": {
      const left = 340 * (block.depth + 1);
      const marked = [{ text: `${block.mark}\t` }, ...block.runs];
      return [
        new Paragraph({
          children: runsOf(marked, block.lang),
          indent: { left, hanging: 340 },
          tabStops: [{ type: "left", position: left }],
          spacing: { after: 40 },
        }),
      ];
    }
    case "table":
      return [tableOf(block), new Paragraph({ children: [] })];
  }
}

function tableOf({ widths, head, rows, lang }: Extract<Block, { kind: "table" }>): Table {
  const columnWidths = widths.map((width) => Math.round((width / 100) * TEXT_WIDTH));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 80, right: 80 },
            shading: isHead ? { fill: "eef1f4" } : undefined,
            children: [
              new Paragraph({
                spacing: { after: 0 },
                children: runsOf([{ text, bold: isHead }], isHead ? undefined : lang),
              }),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function runsOf(runs: readonly Run[], lang?: string, minor = false): TextRun[] {
  return runs.flatMap(({ text, bold, italic, lang: own = lang }) =>
    text.split("\n").map(
      (line, at) =>
        new TextRun({
          ...{ text: line, bold, italics: italic },
          break: at > 0 ? 1 : undefined,
          ...(own ? { language: { value: own } } : {}),
          ...(minor ? { color: "52606d", size: 18 } : {}),
        }),
    ),
  );
}
