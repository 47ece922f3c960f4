import { monthNamed } from "#app/language/month-names.ts";
import { sure } from "#app/sure.ts";

/** What may stand before a number at the beginning of a line (quotes, bullets), the number, its mark, and the rest. */
const NUMBERED = /^((?:[ \t]{0,12}(?:>|[-*+](?=[ \t])))*)([ \t]*)(\d{1,9})([.)])(?=[ \t]|$)(.*)$/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
/** Shorter words that name a month name other things too: "i" is "and", and one. */
const SHORTEST_MONTH = 3;
/** From here on a number is a year, a page or an article, and no place in a list. */
const LONGEST_LIST = 1000;
const MOST_ROUNDS = 5;

interface NumberedLine {
  at: number;
  /** Where the number ends in the line: the mark comes next. */
  end: number;
  mark: string;
  indent: number;
  number: number;
  /** A bullet or a quote stands in the same line. */
  inside: boolean;
  isDay: boolean;
}

/**
 * A Markdown text whose numbers are shown as they were typed. A parser counts by itself: three paragraphs that begin
 * "4. novembra", "6. novembra" and "21. januara" become 4, 5 and 6. A numbered line is a list only where the numbers
 * go up by one, are no years, and are no days before the name of a month; the others get a backslash, with which the
 * number is text. Linear.
 */
export function keepTypedNumbers(source: string): string {
  if (!/^[ \t>*+-]*\d{1,9}[.)]/m.test(source)) return source;
  const lines = source.split("\n");
  // A line that is text goes on with the list before it, which may now have a gap.
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const texts = listsOf(lines).filter((list) => round === MOST_ROUNDS || !isList(list));
    if (texts.length === 0) break;
    for (const { at, end, mark } of texts.flat()) {
      const line = sure(lines[at]);
      lines[at] = `${line.slice(0, end)}\\${mark}${line.slice(end + 1)}`;
    }
  }
  return lines.join("\n");
}

/** Numbered lines that a parser would make one list of. */
function listsOf(lines: readonly string[]): NumberedLine[][] {
  const lists: NumberedLine[][] = [];
  // Lists that may go on, from the outermost in.
  let open: NumberedLine[][] = [];
  let fenced = false;
  let afterBlank = true;
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced) continue;
    const found = numberedLine(line, at);
    if (!found) {
      // Text at the margin after an empty line ends every list.
      if (afterBlank && /^\S/.test(line)) open = [];
      afterBlank = line.trim() === "";
      continue;
    }
    afterBlank = false;
    open = open.filter((list) => sure(list[0]).indent <= found.indent);
    const inner = open.at(-1);
    const first = inner?.[0];
    if (inner && first && !found.inside && found.indent - first.indent < 2 && first.mark === found.mark)
      inner.push(found);
    else {
      const list = [found];
      lists.push(list);
      open.push(list);
    }
  }
  return lists;
}

function numberedLine(line: string, at: number): NumberedLine | undefined {
  const match = NUMBERED.exec(line);
  if (!match) return undefined;
  const [, before = "", blanks = "", number = "", mark = "", rest = ""] = match;
  const indent = before.length + blanks.length;
  const word = /^[ \t]*([\p{L}]+)/u.exec(rest)?.[1] ?? "";
  return {
    ...{ at, end: indent + number.length, mark, indent, number: Number(number) },
    inside: /[-*+]/.test(before),
    isDay: word.length >= SHORTEST_MONTH && monthNamed(word) !== undefined,
  };
}

/** A list goes up by one. One in a bullet of its own line, a year and a day are none. */
function isList(list: readonly NumberedLine[]): boolean {
  const first = sure(list[0]);
  if (first.inside || list.every(({ isDay }) => isDay)) return false;
  return list.every(({ number }, at) => number === first.number + at && number < LONGEST_LIST);
}
