/** A place in an ordered list of hits: the hit it lies beyond, and how many stand before the page it leads to. */
export interface Cursor {
  direction: "after" | "before";
  /** Id of the hit at the edge. Not its date, which attribution may hide. */
  edge: string;
  position: number;
}

/** A cursor as it stands in an address: opaque, nothing a viewer does not see on the page before. */
export function writeCursor({ direction, edge, position }: Cursor): string {
  return Buffer.from(JSON.stringify([direction, edge, position])).toString("base64url");
}

/** Reads what `writeCursor` wrote; anything else, tampered or cut, is no cursor. */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (!text || text.length > 400) return null;
  try {
    const values = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
    if (!Array.isArray(values) || values.length !== 3) return null;
    const [direction, edge, position] = values as unknown[];
    if (direction !== "after" && direction !== "before") return null;
    if (typeof edge !== "string" || !Number.isSafeInteger(position) || (position as number) < 0) return null;
    return { direction, edge, position: position as number };
  } catch {
    return null;
  }
}
