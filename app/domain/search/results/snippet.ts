import { graphemeBoundary, type Range } from "#app/domain/search/results/ranges.ts";

/** A piece of a text with the ranges to mark in it. */
export interface Snippet {
  readonly text: string;
  readonly ranges: readonly Range[];
}

const ELLIPSIS = "…";
/** How much of the snippet stands before the first hit, at most. */
const LEAD = 0.3;
/** How far a cut is moved to come between two words; longer "words" are cut. UTF-16 code units. */
const REACH = 30;

/**
 * The part of a text around its first hits, at most `maxLength` UTF-16 code units with its ellipses, cut between
 * words where it can be and between graphemes always. Line breaks become spaces. Without hits: the beginning.
 */
export function snippet(text: string, ranges: readonly Range[], maxLength: number): Snippet {
  if (text.length <= maxLength) return { text: flat(text), ranges };
  const room = maxLength - 2 * ELLIPSIS.length;
  if (room <= 0) return { text: "", ranges: [] };

  const [first] = ranges;
  const wanted = first === undefined ? 0 : leadIn(first, room);
  const start = wanted <= 0 ? 0 : startAfter(text, Math.min(wanted, text.length - room), first?.[0] ?? 0);
  const end = start + room >= text.length ? text.length : endBefore(text, start + room, first?.[1] ?? start, start);
  const head = start > 0 ? ELLIPSIS : "";
  const tail = end < text.length ? ELLIPSIS : "";
  const shift = head.length - start;
  return {
    text: head + flat(text.slice(start, end)) + tail,
    ranges: ranges
      .map(([from, to]): Range => [Math.max(from, start) + shift, Math.min(to, end) + shift])
      .filter(([from, to]) => from < to),
  };
}

/** Where to begin: some words before the first hit, fewer where the hit itself needs the room. */
function leadIn([from, to]: Range, room: number): number {
  return from - Math.max(0, Math.min(Math.floor(room * LEAD), room - (to - from)));
}

function startAfter(text: string, offset: number, limit: number): number {
  const reach = text.slice(offset - 1, Math.min(offset + REACH, limit));
  const space = /\s+/.exec(reach);
  if (space !== null) return offset - 1 + space.index + space[0].length;
  const boundary = graphemeBoundary(text, offset);
  return boundary === offset || boundary >= limit ? boundary : nextBoundary(text, boundary);
}

function endBefore(text: string, offset: number, limit: number, start: number): number {
  const floor = Math.max(limit, start, offset - REACH);
  const reach = floor < offset ? text.slice(floor, offset + 1) : "";
  const space = /\s+\S*$/.exec(reach);
  if (space !== null) return floor + space.index;
  return graphemeBoundary(text, offset);
}

function nextBoundary(text: string, boundary: number): number {
  for (let offset = boundary + 1; offset < text.length; offset++) {
    const next = graphemeBoundary(text, offset);
    if (next > boundary) return next;
  }
  return text.length;
}

function flat(text: string): string {
  return text.replace(/\s/g, " ");
}
