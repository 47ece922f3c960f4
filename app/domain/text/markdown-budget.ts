/** Why a text is not rendered. */
export type MarkdownRefusal = "too-long" | "too-deep" | "too-slow";

/** What one render may cost. Lengths are UTF-16 units; work is counted in characters looked at, never in time. */
export interface MarkdownLimits {
  length: number;
  lines: number;
  /** Quotes and lists inside one another. */
  containers: number;
  /** Emphasis, links and the like inside one another. */
  spans: number;
  tableCells: number;
  work: number;
}

/**
 * For what people write. One million units of work took at most 50 ms where it was measured, whatever the text; a
 * record of 40,000 characters with lists, links and tables needs about a tenth of it.
 */
export const WRITTEN_TEXT: MarkdownLimits = {
  length: 40_000,
  lines: 2_000,
  containers: 12,
  spans: 12,
  tableCells: 20_000,
  work: 1_000_000,
};

/** For our own pages in content/, which nobody can send us. */
export const OWN_PAGE: MarkdownLimits = {
  length: 400_000,
  lines: 20_000,
  containers: 12,
  spans: 12,
  tableCells: 200_000,
  work: 20_000_000,
};

/** Thrown inside a render and turned into a reason before it leaves the module. */
export class BudgetExceeded extends Error {
  constructor(readonly reason: MarkdownRefusal) {
    super(`Markdown refused: ${reason}`);
    this.name = "BudgetExceeded";
  }
}

/** Counts the work of one render and ends it when the limit is passed. */
export class MarkdownBudget {
  work = 0;

  constructor(readonly limits: MarkdownLimits) {}

  spend(units: number): void {
    this.work += units;
    if (this.work > this.limits.work) throw new BudgetExceeded("too-slow");
  }
}

const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t\n])|\d{1,9}[.)](?=[ \t\n]))/y;
const DELIMITER_ROW = /^[ \t>*+.)\d:|-]*$/;

/**
 * What can be refused by looking at the text once, in linear time, before the parser sees it. These are the bombs that
 * would be spent inside a single step of the parser, where counting steps comes too late: containers opened on one
 * line, brackets inside brackets, and a table whose header promises thousands of columns to every row.
 */
export function refusalBeforeParsing(source: string, limits: MarkdownLimits): MarkdownRefusal | undefined {
  if (source.length > limits.length) return "too-long";
  const lines = source.split("\n");
  if (lines.length > limits.lines) return "too-long";

  let widestTable = 0;
  for (const line of lines) {
    if (containersOpened(`${line}\n`) > limits.containers) return "too-deep";
    if (line.includes("|") && DELIMITER_ROW.test(line)) widestTable = Math.max(widestTable, line.split("|").length);
  }
  if (widestTable * lines.length > limits.tableCells) return "too-slow";
  return deepestBracket(source) > limits.spans * 2 ? "too-deep" : undefined;
}

function containersOpened(line: string): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  // A ruler such as "- - - - -" looks like lists in lists but opens none.
  if (/^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(line.trimEnd()) && line.trimEnd().length < 200) return 0;
  while (CONTAINER.test(line)) count++;
  return count;
}

/** The deepest nesting of square brackets within one paragraph; a blank line ends them all. */
function deepestBracket(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "[") deepest = Math.max(deepest, ++depth);
    else if (char === "]") depth = Math.max(0, depth - 1);
    else if (char === "\n" && source[i + 1] === "\n") depth = 0;
  }
  return deepest;
}
