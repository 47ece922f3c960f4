import { createHash } from "node:crypto";
import { type ImportLine, readImportLine } from "#app/domain/imports/import-line.ts";
import { guardTexts } from "#app/domain/knowledge/guard-fields.ts";
import { renderMarkdown } from "#app/domain/knowledge/markdown.server.ts";
import { plainText } from "#app/domain/knowledge/plain-text.ts";
import { type DocumentWords, documentWords } from "#app/domain/search/engine/document-words.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { textOf } from "#app/i18n/text.ts";

/** A line that was checked and rendered and can be written. */
export interface PreparedLine extends ImportLine {
  bodyHtml: string;
  /** SHA-256 of what the line says; the same line again changes nothing. */
  digest: string;
  words: DocumentWords;
  /** Something looks like personal data; a person should look at it. */
  warned: boolean;
}

/** A line of which so much is known that it is the same as last time needs nothing more. */
export type CheckedLine = Pick<PreparedLine, "digest"> & ImportLine;

/** What is wrong with a line, in English. */
export type LineFault = { fault: string };

/** Reads a line and takes its digest. */
export function checkLine(value: unknown): CheckedLine | LineFault {
  const read = readImportLine(value);
  if ("fault" in read) return read;
  return { ...read.line, digest: createHash("sha256").update(JSON.stringify(read.line)).digest("hex") };
}

/**
 * What a submission does to the texts of a record: the guard against personal data, Markdown, the words of the index.
 * Identity numbers are refused; what the guard only warns of is let through and told.
 */
export function prepareLine(line: CheckedLine, now: Date): PreparedLine | LineFault {
  const { title, summary, body, language } = line;
  const guard = guardTexts({ title, summary, body }, { stated: true, now });
  const [found] = guard.faults;
  if (found) return { fault: `${found.field}: ${textOf(textFor("en"), found.said.key, found.said.params)}` };
  const rendered = body === "" ? ({ ok: true, html: "" } as const) : renderMarkdown(body);
  if (!rendered.ok) return { fault: `body: ${textOf(textFor("en"), `knowledge.markdown.${rendered.reason}`)}` };
  return {
    ...line,
    bodyHtml: rendered.html,
    words: documentWords(title, [summary, plainText(body)].join("\n"), language),
    warned: guard.stated,
  };
}

/** Prepares lines in their order. */
export type Preparer = (lines: readonly CheckedLine[], now: Date) => Promise<(PreparedLine | LineFault)[]>;

export const prepareHere: Preparer = async (lines, now) => lines.map((line) => prepareLine(line, now));
