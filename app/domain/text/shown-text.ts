/**
 * What a reader sees of HTML that `renderMarkdown` made: its text, a line for each block, a bar between the cells of a
 * table. Marks inside a line leave nothing behind: a number that is partly bold or a link reads as one.
 */
export function shownText(html: string): string {
  return html
    .replace(/<\/t[dh]>/g, "|")
    .replace(/<(?:br|hr)\b[^>]*>|<\/(?:p|h[1-6]|li|tr|pre|blockquote|ul|ol|table|dt|dd|div|section)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_entity, name: string) => CHARACTERS[name] ?? "");
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" },
};
