import { sha256 } from "#app/domain/identity.server.ts";
import { type ImportLine, readImportLine } from "#app/domain/imports/import-line.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { type DocumentWords, documentWords } from "#app/domain/search/index/document-words.ts";
import type { WordInterner } from "#app/domain/search/index/word-interner.ts";
import { renderMarkdown } from "#app/domain/text/markdown.server.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import { shownText } from "#app/domain/text/shown-text.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { textOf } from "#app/i18n/text.ts";

/** A line as it stands in the file, and what is known of it. */
export interface GivenLine {
  value: unknown;
  /** Of what it said last time: with the same one nothing comes of it. Null where something may. */
  knownDigest: string | null;
}

/** A line that was read. */
export interface CheckedLine extends ImportLine {
  /** SHA-256 of what the line says; the same line again changes nothing. */
  digest: string;
}

/** A line that was read and rendered and can be written. */
export interface PreparedLine extends CheckedLine {
  bodyHtml: string;
  words: DocumentWords;
  /** Something looks like personal data; a person should look at it. */
  warned: boolean;
}

/** What is wrong with a line, in English. */
export interface LineFault {
  fault: string;
}

/** A line that says what it said last time. */
export interface UnchangedLine {
  unchanged: true;
}

/**
 * Reads a line, and does with its texts what a submission does to those of a contribution: the guard against
 * personal data, Markdown, the words of the index. Identity numbers are refused; what the guard only warns of is let
 * through and told.
 * @param interner where names of words are written down, if many lines share one
 */
export function prepareLine(
  { value, knownDigest }: GivenLine,
  now: Date,
  interner?: WordInterner,
): PreparedLine | LineFault | UnchangedLine {
  const read = readImportLine(value);
  if ("fault" in read) return read;
  const digest = sha256(JSON.stringify(read.line));
  if (digest === knownDigest) return { unchanged: true };
  const { title, summary, body, language } = read.line;
  const rendered = body === "" ? ({ ok: true, html: "" } as const) : renderMarkdown(body);
  if (!rendered.ok) return { fault: `body: ${textOf(textFor("en"), `knowledge.markdown.${rendered.reason}`)}` };
  const texts = { externalId: read.line.externalId, title, summary, body };
  const guard = guardTexts(texts, { stated: true, shown: { body: shownText(rendered.html) }, now });
  const [found] = guard.faults;
  if (found) return { fault: `${found.field}: ${textFor("en")(found.message.key, found.message.params)}` };
  return {
    ...read.line,
    digest,
    bodyHtml: rendered.html,
    words: documentWords(title, [summary, plainText(body)].join("\n"), language, [], interner),
    warned: guard.stated,
  };
}

/** Prepares lines, in their order. */
export type Preparer = (
  lines: readonly GivenLine[],
  now: Date,
) => Promise<(PreparedLine | LineFault | UnchangedLine)[]>;

export const prepareHere: Preparer = async (lines, now) => lines.map((line) => prepareLine(line, now));
