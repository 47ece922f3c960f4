/** Two texts brought together. */
export interface MergedTexts {
  text: string;
  /** How often both changed the same lines: then both stand, one after the other. */
  clashes: number;
}

/** A piece of two texts brought together: lines that stand, or what each made of the same ones. */
export type MergedPart = { lines: string[] } | { theirs: string[]; mine: string[] };

/**
 * Brings together what two people made of one text, line by line: what one of them left as it was is taken from the
 * other, also next to what the other changed; where both changed the same lines, the stored ones stand first and one's
 * own after them. No line is lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergedTexts {
  const parts = mergedParts(base, mine, theirs);
  const lines = parts.flatMap((part) => ("lines" in part ? part.lines : [...part.theirs, ...part.mine]));
  return { text: lines.join("\n"), clashes: parts.filter((part) => "mine" in part).length };
}

/** The same piece by piece. */
export function mergedParts(base: string, mine: string, theirs: string): MergedPart[] {
  const [from, own, other] = [base, mine, theirs].map(linesOf) as [string[], string[], string[]];
  const [inOwn, inOther] = [kept(from, own), kept(from, other)];
  const parts: MergedPart[] = [];
  const add = (lines: string[]) => {
    const last = parts.at(-1);
    if (last && "lines" in last) last.lines.push(...lines);
    else if (lines.length > 0) parts.push({ lines: [...lines] });
  };
  let [b, m, t] = [0, 0, 0];
  for (let at = 0; at <= from.length; at++) {
    const isEnd = at === from.length;
    const nextOwn = isEnd ? own.length : inOwn[at];
    const nextOther = isEnd ? other.length : inOther[at];
    if (nextOwn === undefined || nextOther === undefined) continue;
    const part = settle(from.slice(b, at), own.slice(m, nextOwn), other.slice(t, nextOther));
    if ("lines" in part) add(part.lines);
    else parts.push(part);
    if (!isEnd) add([from[at] as string]);
    [b, m, t] = [at + 1, nextOwn + 1, nextOther + 1];
  }
  return parts;
}

function settle(from: string[], own: string[], other: string[]): MergedPart {
  if (same(own, other) || same(own, from)) return { lines: other };
  if (same(other, from)) return { lines: own };
  const grown = around(from, other, own) ?? around(from, own, other);
  if (grown) return { lines: grown };
  const known = new Set(other);
  return { theirs: other, mine: own.filter((line) => line === "" || !known.has(line)) };
}

/** Lines that one added before or after those which the other changed; undefined where they are not all there. */
function around(from: string[], added: string[], changed: string[]): string[] | undefined {
  if (from.length === 0) return undefined;
  const last = added.length - from.length;
  for (let at = 0; at <= last; at++) {
    const end = at + from.length;
    if (same(from, added.slice(at, end))) return [...added.slice(0, at), ...changed, ...added.slice(end)];
  }
  return undefined;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\r\n?/g, "\n").split("\n");
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}

/** Most pairs of lines that are compared: texts of thousands of lines that differ all through are not aligned. */
const MOST_COMPARED = 4_000_000;

/**
 * Where each line of a text still stands in another, by a longest common subsequence of what stands between their
 * equal beginnings and ends; undefined where it is gone, and for all between when that is too much to compare.
 */
function kept(from: readonly string[], to: readonly string[]): (number | undefined)[] {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  const rows = from.slice(start, from.length - end);
  const columns = to.slice(start, to.length - end);
  const isTooMuch = rows.length * columns.length > MOST_COMPARED;
  const between = isTooMuch ? rows.map(() => undefined) : aligned(rows, columns);
  return [
    ...from.slice(0, start).map((_, at) => at),
    ...between.map((place) => (place === undefined ? undefined : place + start)),
    ...from.slice(from.length - end).map((_, at) => to.length - end + at),
  ];
}

function aligned(from: readonly string[], to: readonly string[]): (number | undefined)[] {
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] as number;
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      common[row * width + column] =
        from[row] === to[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const places: (number | undefined)[] = from.map(() => undefined);
  let [row, column] = [0, 0];
  while (row < from.length && column < to.length) {
    if (from[row] === to[column]) places[row++] = column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return places;
}
