import { Renderer, type Tokens } from "marked";
import { linkTarget } from "#app/domain/text/link-target.ts";
import type { MarkdownBudget } from "#app/domain/text/markdown-budget.ts";

/** Text as HTML; entities the author wrote stay what they are. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z\d]{1,31};)/g, "&amp;")
    .replace(/[<>"']/g, (char) => ENTITY[char] as string);
}

const ENTITY: Record<string, string> = { "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Writes the HTML of our Markdown: shifted headings, table headers with scope, safe links, no images, no raw HTML. */
export class MarkdownRenderer extends Renderer {
  constructor(
    private readonly budget: MarkdownBudget,
    private readonly headingOffset: number,
  ) {
    super();
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const level = Math.min(6, Math.max(2, depth + this.headingOffset));
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return escapeHtml(text);
  }

  /** A target repeated by thousands of short references would grow the page, so its length is charged. */
  override link({ href, tokens }: Tokens.Link): string {
    this.budget.spend(href.length + 32);
    const text = this.parser.parseInline(tokens);
    const target = linkTarget(href);
    return target ? `<a href="${escapeHtml(target)}" rel="noopener noreferrer">${text}</a>` : text;
  }

  /** No images: they would be fetched from other sites, and we could not describe them. The description stays. */
  override image({ text }: Tokens.Image): string {
    this.budget.spend(text.length);
    return escapeHtml(text);
  }

  override code({ text }: Tokens.Code): string {
    return `<pre><code>${escapeHtml(text.replaceAll("&", "&amp;"))}\n</code></pre>\n`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtml(text.replaceAll("&", "&amp;"))}</code>`;
  }

  /** A box that cannot be ticked is a sign, not a control. */
  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? "☑ " : "☐ ";
  }

  override table({ header, rows }: Tokens.Table): string {
    const head = this.tablerow({ text: header.map((cell) => this.tablecell(cell)).join("") });
    const body = rows.map((row) => this.tablerow({ text: row.map((cell) => this.tablecell(cell)).join("") }));
    const tbody = body.length > 0 ? `<tbody>\n${body.join("")}</tbody>\n` : "";
    return `<table>\n<thead>\n${head}</thead>\n${tbody}</table>\n`;
  }

  override tablecell({ tokens, header }: Tokens.TableCell): string {
    const content = this.parser.parseInline(tokens);
    return header ? `<th scope="col">${content}</th>\n` : `<td>${content}</td>\n`;
  }
}
