import {
  getDefaults,
  Lexer,
  type MarkedOptions,
  Parser,
  type Token,
  Tokenizer,
  type Tokens,
  type TokensList,
} from "marked";
import { BudgetExceeded, type MarkdownBudget, refusalBeforeParsing } from "#app/domain/text/markdown-budget.ts";
import { MarkdownRenderer } from "#app/domain/text/markdown-renderer.ts";
import { keepTypedNumbers } from "#app/domain/text/typed-numbers.ts";

/**
 * Parses Markdown (GitHub flavour without raw HTML, images and bare e-mail addresses) into HTML that still has to be
 * sanitised.
 *
 * marked knows no limits: 2 KiB of `>` overflow the stack and 59 KiB of `_a` block the process for seconds. A render
 * cannot be interrupted from outside, so it is bounded from inside: the text is looked at first, then every step of
 * the parser is counted by what it may have to read, and nesting is counted as it happens. Nothing depends on the
 * clock: the same text gets the same answer on every machine.
 *
 * What people write keeps its numbers and its line ends as they were typed; `ours` is Markdown as the standard reads
 * it.
 *
 * @param budget what is left for it; texts that belong together share one
 * @throws {BudgetExceeded} when the text is too long, too deep or too much work
 */
export function parseMarkdown(
  source: string,
  budget: MarkdownBudget,
  headingOffset: number,
  { ours = false } = {},
): string {
  const tidied = tidy(source);
  const text = ours ? tidied : keepTypedNumbers(tidied);
  const refusal = refusalBeforeParsing(text, budget.limits);
  if (refusal) throw new BudgetExceeded(refusal);

  const options: MarkedOptions<string, string> = {
    ...getDefaults(),
    breaks: !ours,
    tokenizer: new BoundedTokenizer(budget),
    renderer: new MarkdownRenderer(budget, headingOffset),
  };
  try {
    const tokens = new BoundedLexer(options, budget).lex(text);
    return new Parser(options).parse(tokens);
  } catch (error) {
    // Not reached by any text we know; it keeps the promise that a text can never take the process down.
    if (error instanceof RangeError) throw new BudgetExceeded("too-deep");
    throw error;
  }
}

/** Lines of blanks become empty lines, so that the end of a paragraph can be found by looking for two line ends. */
function tidy(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\uFFFD")
    .replace(/^[ \t]+$/gm, "");
}

/** Characters at which marked may read the rest of the paragraph. */
const SPECIAL = new Set(Array.from("*_~[]!`<", (char) => char.charCodeAt(0)));
const STEP = 32;
const LONGEST_URL = 2_000;

class BoundedTokenizer extends Tokenizer {
  constructor(private readonly budget: MarkdownBudget) {
    super();
  }

  /** The first rule of every step between blocks: charge the block that is about to be read. */
  override space(src: string): Tokens.Space | undefined {
    const end = src.indexOf("\n\n");
    this.budget.spend(2 * STEP + (end < 0 ? src.length : end));
    return super.space(src);
  }

  /** The first rule of every step inside a block. */
  override escape(src: string): Tokens.Escape | undefined {
    this.budget.spend(STEP + (SPECIAL.has(src.charCodeAt(0)) ? src.length : wordLength(src)));
    return super.escape(src);
  }

  /** Raw HTML is not Markdown here: it stays text and is escaped like any other. */
  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  /**
   * Bare web addresses become links, bare e-mail addresses do not. marked's own rule reads the address again for every
   * punctuation mark at its end.
   */
  override url(src: string): Tokens.Link | undefined {
    const start = /^(?:https?:\/\/|www\.)[a-z\d]/i.exec(src.slice(0, 12));
    if (!start) return undefined;
    const length = src.search(/[\s<]/);
    const raw = withoutTrailingPunctuation(length < 0 ? src : src.slice(0, length));
    if (raw.length > LONGEST_URL) return undefined;
    const href = start[0].toLowerCase().startsWith("www.") ? `https://${raw}` : raw;
    return { type: "link", raw, href, title: null, text: raw, tokens: [{ type: "text", raw, text: raw }] };
  }
}

class BoundedLexer extends Lexer<string, string> {
  private containers = 0;
  private spans = 0;

  constructor(
    options: MarkedOptions<string, string>,
    private readonly budget: MarkdownBudget,
  ) {
    super(options);
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    if (++this.containers > this.budget.limits.containers + 1) throw new BudgetExceeded("too-deep");
    this.budget.spend(src.length);
    const result = super.blockTokens(src, tokens, lastParagraphClipped);
    this.containers--;
    return result;
  }

  /** Before the steps, marked looks for code, links and tags in the whole text: charge that too. */
  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    if (++this.spans > this.budget.limits.spans + 1) throw new BudgetExceeded("too-deep");
    this.budget.spend(src.length + Math.ceil((openers(src) * src.length) / 8));
    const result = super.inlineTokens(src, tokens);
    this.spans--;
    return result;
  }
}

function openers(src: string): number {
  let count = 0;
  for (let i = 0; i < src.length; i++) {
    const char = src[i];
    if (char === "[" || char === "<" || (char === "`" && src[i - 1] !== "`")) count++;
  }
  return count;
}

function wordLength(src: string): number {
  const end = src.search(/\s/);
  return end < 0 ? src.length : end;
}

/** A full stop or a bracket after an address belongs to the sentence, unless the bracket was opened in the address. */
function withoutTrailingPunctuation(url: string): string {
  let open = 0;
  for (const char of url) open += char === "(" ? 1 : char === ")" ? -1 : 0;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] as string;
    if (last === ")") {
      if (open >= 0) break;
      open++;
    } else if (!"?!.,:;*_'\"~".includes(last)) break;
  }
  return url.slice(0, end);
}
