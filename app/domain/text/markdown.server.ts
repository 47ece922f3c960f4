import { createHash } from "node:crypto";
import sanitizeHtml from "sanitize-html";
import { putNotes, takeNotes } from "#app/domain/text/footnotes.ts";
import { linkTarget } from "#app/domain/text/link-target.ts";
import {
  BudgetExceeded,
  MarkdownBudget,
  type MarkdownRefusal,
  OWN_PAGE,
  WRITTEN_TEXT,
} from "#app/domain/text/markdown-budget.ts";
import { parseMarkdown } from "#app/domain/text/markdown-parser.ts";
import { plainProse } from "#app/domain/text/plain-prose.ts";

/** The HTML of a text, or why there is none. */
export type RenderedMarkdown = { ok: true; html: string } | { ok: false; reason: MarkdownRefusal };

export interface MarkdownOptions {
  /** How far headings move down, so that the page keeps its own h1 and h2: with 2, `#` becomes h3. Never above h2. */
  headingOffset?: number;
  /** What it may cost. The texts of one form share one, so that many fields cost no more than one. */
  budget?: MarkdownBudget;
}

/**
 * Renders what a person wrote, once, when it is saved. Never throws.
 *
 * A synchronous render cannot be interrupted, so there is no timer: the cost is bounded beforehand (length, lines,
 * nesting, table size) and by counting the parser's steps, see `parseMarkdown`. A bomb is answered within 100 ms. Raw
 * HTML is shown as text, links lead to http, https, mailto or a path of this site, images leave their description.
 * The result is sanitised with a list of what is allowed, as if the renderer could not be trusted.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): RenderedMarkdown {
  const paragraphs = plainProse(source);
  if (paragraphs) {
    return { ok: true, html: paragraphs.map((text) => `<p>${text.replaceAll("\n", "<br />")}</p>\n`).join("") };
  }
  try {
    const { text, notes } = takeNotes(source);
    const { budget = new MarkdownBudget(WRITTEN_TEXT) } = options;
    const render = (part: string) => sanitise(parseMarkdown(part, budget, options.headingOffset ?? 2));
    const note = (part: string) =>
      render(part)
        .replace(/<\/p>\n<p>/g, "<br />")
        .replace(/<\/?p>|\n/g, "");
    return { ok: true, html: putNotes(render(text), notes, note, `f${shortHash(source)}-`) };
  } catch (error) {
    // marked throws plain errors when it makes no progress; such a text is refused like one that costs too much.
    return { ok: false, reason: error instanceof BudgetExceeded ? error.reason : "too-slow" };
  }
}

/**
 * Renders one of our own pages from content/. Headings keep their level from h2 on; the h1 is the page's title. The
 * rules are those of `renderMarkdown` with wider limits.
 *
 * @throws {BudgetExceeded} when the file passes even those: a mistake in content/, to be seen at once
 */
export function renderTrustedPage(source: string): string {
  return sanitise(parseMarkdown(source, new MarkdownBudget(OWN_PAGE), 0, { ours: true }));
}

/** A page of content/: what stands between the first two `---` lines, and the Markdown after them. */
export interface PageFile {
  meta: Record<string, string>;
  body: string;
}

/**
 * Reads the front matter of a page: one `key: value` per line, values optionally quoted, `#` begins a comment line.
 * A file without front matter is all body.
 *
 * @throws {Error} naming the line, when the front matter is not closed or a line is no pair
 */
export function parsePage(text: string): PageFile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  if (lines[0]?.trimEnd() !== "---") return { meta: {}, body: lines.join("\n") };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0) throw new Error("Front matter is not closed by a line with ---");

  const pairs = new Map<string, string>();
  for (const [index, line] of lines.slice(1, end).entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(0, colon)).trim();
    if (!/^[A-Za-z][\w-]*$/.test(key)) throw new Error(`Front matter, line ${index + 2}: expected "key: value"`);
    if (pairs.has(key)) throw new Error(`Front matter, line ${index + 2}: ${key} is given twice`);
    pairs.set(key, unquoted(line.slice(colon + 1).trim()));
  }
  const body = lines
    .slice(end + 1)
    .join("\n")
    .replace(/^\n+/, "");
  return { meta: Object.fromEntries(pairs), body };
}

function unquoted(value: string): string {
  const quote = value[0];
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** The HTML our renderer can write, and nothing more. Attributes are checked after their entities are decoded. */
function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...["h2", "h3", "h4", "h5", "h6", "p", "blockquote", "ul", "ol", "li", "hr", "br", "pre", "code"],
      ...["strong", "em", "del", "a", "table", "thead", "tbody", "tr", "th", "td"],
    ],
    allowedAttributes: { a: ["href", "rel"], ol: ["start"], th: ["scope"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: { a: safeLink },
  });
}

/** A link whose target is not allowed leaves its text: `span` is not on the list and is dropped around it. */
function safeLink(_tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = linkTarget(attributes.href ?? "");
  if (!href) return { tagName: "span", attribs: {} };
  return { tagName: "a", attribs: { href, rel: "noopener noreferrer" } };
}
