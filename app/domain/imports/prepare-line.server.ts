import { createHash } from "node:crypto";
import { type ImportLine, readImportLine } from "#app/domain/imports/import-line.ts";
import { guardTexts } from "#app/domain/knowledge/guard-fields.ts";
import { renderMarkdown } from "#app/domain/knowledge/markdown.server.ts";
import { plainText } from "#app/domain/knowledge/plain-text.ts";
import { type DocumentWords, documentWords } from "#app/domain/search/engine/document-words.ts";
import type { WordBook } from "#app/domain/search/engine/word-book.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { textOf } from "#app/i18n/text.ts";

/** A line of which so much is known that it is the same as last time needs nothing more. */
export interface CheckedLine extends ImportLine {
  /** SHA-256 of what the line says; the same line again changes nothing. */
  digest: string;
}

/** What is made of the texts of a line. */
export interface Preparation {
  bodyHtml: string;
  words: DocumentWords;
  /** Something looks like personal data; a person should look at it. */
  warned: boolean;
}

/** A line that was checked and rendered and can be written. */
export type PreparedLine = CheckedLine & Preparation;

/** What is wrong with a line, in English. */
export type LineFault = { fault: string };

/** What of a line is read. */
export type LineTexts = Pick<ImportLine, "title" | "summary" | "body" | "language">;

/** Reads a line and takes its digest. */
export function checkLine(value: unknown): CheckedLine | LineFault {
  const read = readImportLine(value);
  if ("fault" in read) return read;
  return { ...read.line, digest: createHash("sha256").update(JSON.stringify(read.line)).digest("hex") };
}

/**
 * What a submission does to the texts of a record: the guard against personal data, Markdown, the words of the index.
 * Identity numbers are refused; what the guard only warns of is let through and told.
 * @param book where names of words are written down, if many lines share one
 */
export function prepareTexts(line: LineTexts, now: Date, book?: WordBook): Preparation | LineFault {
  const { title, summary, body, language } = line;
  const guard = guardTexts({ title, summary, body }, { stated: true, now });
  const [found] = guard.faults;
  if (found) return { fault: `${found.field}: ${textOf(textFor("en"), found.said.key, found.said.params)}` };
  const rendered = body === "" ? ({ ok: true, html: "" } as const) : renderMarkdown(body);
  if (!rendered.ok) return { fault: `body: ${textOf(textFor("en"), `knowledge.markdown.${rendered.reason}`)}` };
  return {
    bodyHtml: rendered.html,
    words: documentWords(title, [summary, plainText(body)].join("\n"), language, [], book),
    warned: guard.stated,
  };
}

/** Prepares the texts of lines, in their order. */
export type Preparer = (lines: readonly LineTexts[], now: Date) => Promise<(Preparation | LineFault)[]>;

export const prepareHere: Preparer = async (lines, now) => lines.map((line) => prepareTexts(line, now));
