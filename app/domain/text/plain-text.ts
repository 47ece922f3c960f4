import { plainProse } from "#app/domain/text/plain-prose.ts";
import { keepTypedNumbers } from "#app/domain/text/typed-numbers.ts";

/**
 * The words of a Markdown text without its marks, for search and excerpts: one line per block, no HTML, nothing
 * escaped. Reads the text a fixed number of times, so any text is linear; a mark it does not understand stays.
 */
export function plainText(source: string): string {
  const paragraphs = plainProse(source);
  if (paragraphs) return paragraphs.map((text) => text.replace(/\s+/g, " ").trim()).join("\n");
  return blocksOf(keepTypedNumbers(source.replace(/\r\n?/g, "\n")))
    .map((block) => (block.code ? block.text : withoutSpans(block.text)))
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join("\n");
}

interface Block {
  text: string;
  code: boolean;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const RULER = /^[ \t:|*_=-]*$/;
const FOOTNOTE = /^\[\^[\w-]{1,40}\]:[ \t]*/;
const DEFINITION = /^[ \t]{0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S/;

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let fence = "";
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ text: paragraph.join("\n"), code: false });
    paragraph = [];
  };
  for (const line of source.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence)) fence = "";
      else blocks.push({ text: line, code: true });
      continue;
    }
    if (mark !== "") {
      endParagraph();
      fence = mark;
      continue;
    }
    const content = afterMarkers(line);
    if (content.opensBlock || content.text === "") endParagraph();
    const note = FOOTNOTE.exec(content.text)?.[0];
    if (note !== undefined) {
      endParagraph();
      content.text = content.text.slice(note.length);
    }
    if (RULER.test(content.text) || DEFINITION.test(content.text)) continue;
    paragraph.push(content.text);
    if (content.endsBlock) endParagraph();
  }
  endParagraph();
  return blocks;
}

interface LineContent {
  text: string;
  opensBlock: boolean;
  endsBlock: boolean;
}

/** A line without its quote marks, bullets, numbers, heading signs, task boxes and table bars. */
function afterMarkers(line: string): LineContent {
  let at = 0;
  MARKER.lastIndex = 0;
  let opensBlock = false;
  while (MARKER.test(line)) {
    if (line[MARKER.lastIndex - 1] !== ">") opensBlock = true;
    at = MARKER.lastIndex;
  }
  let text = line.slice(at).trim();
  if (opensBlock) text = text.replace(/^\[[ xX]\][ \t]+/, "");
  const heading = /^#{1,6}(?=[ \t]|$)/.test(text);
  if (heading) text = withoutClosingSigns(text.replace(/^#+/, "").trim());
  const row = text.startsWith("|");
  if (row) text = text.replace(/(\\?)\|/g, (_bar, escaped: string) => (escaped ? "|" : " ")).trim();
  return { text, opensBlock: opensBlock || heading || row, endsBlock: heading || row };
}

function withoutClosingSigns(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading[end - 1] === "#") end--;
  return end === 0 || heading[end - 1] === " " ? heading.slice(0, end).trimEnd() : heading;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const LETTER = /[\p{L}\p{N}]/u;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

/** Text without emphasis, code marks, link targets and escapes. */
function withoutSpans(text: string): string {
  const closing = linkBrackets(text);
  const closers = new Set(closing.values());
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    const next = text[i + 1] ?? "";
    if (char === "\\" && PUNCTUATION.test(next)) {
      result += next;
      i++;
    } else if (char === "!" && closing.has(i + 1)) {
      // The mark of an image: its description follows as if it were a link.
    } else if (closing.has(i)) {
      // The opening bracket of a link.
    } else if (closers.has(i)) {
      i = endOfTarget(text, i + 1);
    } else if (char === "`" || (char === "~" && next === "~") || (char === "~" && text[i - 1] === "~")) {
      // A mark on its own.
    } else if (char === "*" || char === "_") {
      let end = i;
      while (text[end + 1] === char) end++;
      if (!isEmphasis(char, text[i - 1] ?? " ", text[end + 1] ?? " ")) result += text.slice(i, end + 1);
      i = end;
    } else result += char;
  }
  return result
    .replace(/\[\^[\w-]{1,40}\]/g, "")
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, "$1")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_entity, name: string) => ENTITIES[name] as string);
}

/** A lone star between blanks is a multiplication, an underscore inside a word belongs to the word. */
function isEmphasis(char: string, before: string, after: string): boolean {
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return char === "*" || !(LETTER.test(before) && LETTER.test(after));
}

/** Where each link's text opens and closes: brackets that match and are followed by a target or a reference. */
function linkBrackets(text: string): Map<number, number> {
  const links = new Map<number, number>();
  const open: number[] = [];
  // Looked up once: looking for the end of every link separately would be quadratic.
  const last: Record<string, number> = { "(": text.lastIndexOf(")"), "[": text.lastIndexOf("]") };
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "\\") i++;
    else if (char === "[") open.push(i);
    else if (char === "]") {
      const start = open.pop();
      const end = last[text[i + 1] ?? ""] ?? -1;
      if (start !== undefined && end > i + 1) links.set(start, i);
    }
  }
  return links;
}

const LONGEST_TARGET = 2_100;

/** The index of the bracket that ends a link's target, given where the target's bracket opens. */
function endOfTarget(text: string, open: number): number {
  const [opening, closing] = text[open] === "(" ? ["(", ")"] : ["[", "]"];
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST_TARGET); i++) {
    if (text[i] === opening) depth++;
    else if (text[i] === closing && --depth === 0) return i;
  }
  return text.indexOf(closing as string, open);
}
