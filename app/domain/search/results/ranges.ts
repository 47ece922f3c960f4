/** Part of a text, [start, end) in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The ranges in order, those that touch made one, widened where they would split what a viewer sees as one letter. */
export function mergeRanges(text: string, ranges: readonly Range[]): Range[] {
  if (ranges.length === 0) return [];
  const segments = graphemes.segment(text);
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const start = segments.containing(from)?.index ?? from;
    const end = boundaryFrom(segments, to);
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The boundary between graphemes at an offset, or the last before it. */
export function graphemeBoundary(text: string, offset: number): number {
  return graphemes.segment(text).containing(offset)?.index ?? Math.min(offset, text.length);
}

function boundaryFrom(segments: Intl.Segments, offset: number): number {
  const segment = segments.containing(offset);
  return segment === undefined || segment.index === offset ? offset : segment.index + segment.segment.length;
}
