import { blocksOfHtml } from "#app/views/documents/blocks-of-html.ts";

/** The words of HTML that the Markdown renderer made, a line for each of its blocks. */
export function linesOfHtml(html: string, tag: string): string {
  return blocksOfHtml(html, tag)
    .flatMap((block): string[] => {
      if (block.kind === "table") return [block.head, ...block.rows].map((cells) => cells.join(" | "));
      if (block.kind === "heading") return [block.text];
      const words = block.runs.map(({ text }) => text).join("");
      return [block.kind === "item" && block.mark ? `${block.mark} ${words}` : words];
    })
    .map((line) => line.trim())
    .join("\n");
}

/**
 * Markdown that gives the words of HTML again, with its paragraphs and lists: for texts of which no more was kept than
 * how they looked.
 */
export function markdownOfHtml(html: string, tag: string): string {
  const lines = linesOfHtml(html, tag)
    .split("\n")
    .map((line) => line.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^• /, "- "));
  return lines.map((line, at) => parting(lines[at - 1], line) + line).join("");
}

/** What stands between two blocks: those of one list belong together. */
function parting(before: string | undefined, line: string): string {
  if (before === undefined) return "";
  return isItem(before) && isItem(line) ? "\n" : "\n\n";
}

function isItem(line: string): boolean {
  return /^(- |\d+\. )/.test(line);
}
