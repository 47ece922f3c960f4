// What a document consists of, before it is a page or a file.

/** A stretch of text of one look. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Value of `lang`, where it is not that of its block. */
  lang?: string;
}

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string; lang?: string }
  | { kind: "paragraph"; runs: Run[]; minor?: boolean; lang?: string }
  /** A line of a list: with its number, or a dot. */
  | { kind: "item"; runs: Run[]; mark: string; depth: number; lang?: string }
  /** Widths are parts of a hundred. */
  | { kind: "table"; caption: string; widths: readonly number[]; head: string[]; rows: string[][]; lang?: string };

/** A document in one language. */
export interface PaperDocument {
  title: string;
  /** Value of `lang`. */
  lang: string;
  /** At the foot of every page, before its number. */
  footer: string;
  /** Below it, on every page as well: for whom it is, and notes on designations. */
  notes: readonly string[];
  /** "Page {page} of {pages}" */
  pageOf: (page: string, pages: string) => string;
  blocks: Block[];
}

/** A paragraph of one look. */
export function paragraph(text: string, minor = false): Block {
  return { kind: "paragraph", runs: [{ text }], minor };
}
