/** Part of a text, [start, end) in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The ranges in order, those that touch made one, widened where they would split what a viewer sees as one letter. */
export function mergeRanges(text: string, ranges: readonly Range[]): Range[] {
  if (ranges.length === 0) return [];
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const start = isPlainBoundary(text, from) ? from : (segmentAt(text, from)?.index ?? from);
    const end = isPlainBoundary(text, to) ? to : boundaryFrom(text, to);
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The boundary between graphemes at an offset, or the last before it. */
export function graphemeBoundary(text: string, offset: number): number {
  return segmentAt(text, offset)?.index ?? Math.min(offset, text.length);
}

function boundaryFrom(text: string, offset: number): number {
  const segment = segmentAt(text, offset);
  return segment === undefined || segment.index === offset ? offset : segment.index + segment.segment.length;
}

function segmentAt(text: string, offset: number): Intl.SegmentData | undefined {
  return graphemes.segment(text).containing(offset);
}

/** The first mark that joins the letter before it. */
const FIRST_MARK = 0x300;

/** Whether nothing need be asked: between two Latin letters, or what stands between words, a new one begins. */
function isPlainBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before < FIRST_MARK && after < FIRST_MARK && !(before === 0x0d && after === 0x0a);
}
