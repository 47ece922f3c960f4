/** Letters, digits and the punctuation of prose; none of it means anything in Markdown where `MARKS` finds nothing. */
const PROSE = /^[\p{L}\p{M}\p{Nd} \n.,;:?!()%/„“”‘’‚…–—§°+-]*$/u;
/** What would be a list, a ruler, an indent, a line break or an address all the same. */
const MARKS = /^[-+ ]|^\d{1,9}[.)]|[ -] |^[–—]*-|[ +]$|--|\/\/|www\.|(?<![\p{L}\p{N}])[-+]/imu;
const LONGEST = 20_000;
const MOST_LINES = 1_000;

/**
 * The paragraphs of a text that has nothing for a Markdown parser to do, with their line breaks; null for any other.
 * Most of what is imported is of this kind, and parsing is what takes the time.
 */
export function plainProse(source: string): string[] | null {
  // A text is rendered and indexed one after the other.
  if (source !== last.source) last = { source, paragraphs: paragraphsOf(source) };
  return last.paragraphs;
}

let last: { source: string; paragraphs: string[] | null } = { source: "", paragraphs: [] };

function paragraphsOf(source: string): string[] | null {
  if (source.length > LONGEST || !PROSE.test(source) || MARKS.test(source)) return null;
  const paragraphs = source.split(/\n{2,}/).filter((text) => text !== "" && text !== "\n");
  const lines = paragraphs.reduce((sum, text) => sum + text.split("\n").length + 1, 0);
  return lines > MOST_LINES ? null : paragraphs.map((text) => text.replace(/^\n|\n$/g, ""));
}
