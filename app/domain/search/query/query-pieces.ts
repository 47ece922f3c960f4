const QUOTE = '"“”„‟«»';
const PIECE = new RegExp(
  String.raw`(?<minus>(?<=^|\s)-(?=[\p{L}\p{N}${QUOTE}]))?(?:(?<name>\p{L}+):)?` +
    String.raw`(?:[${QUOTE}](?<quoted>[^${QUOTE}]*)[${QUOTE}]|(?<bare>[^\s${QUOTE}]+))`,
  "gu",
);

/** One thing a person typed: a word, a "phrase", name:value or name:"value", with a minus before it or not. */
export interface Piece {
  whole: string;
  start: number;
  minus: boolean;
  /** What stands before a colon, as typed; it need not be an operator. */
  name: string | undefined;
  /** What stands in quotes; otherwise undefined, and `bare` holds the value. */
  quoted: string | undefined;
  bare: string;
}

/** A text as queries are read: what is no character of a text is a space. Its length stays. */
export function readable(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cs}]/gu, " ");
}

/** Calls back for every piece of a query, in order, and puts in its place what comes back. */
export function replacePieces(text: string, replace: (piece: Piece) => string): string {
  return text.replace(PIECE, (whole: string, ...rest: unknown[]) => {
    const { minus, name, quoted, bare = "" } = rest.at(-1) as Record<string, string | undefined>;
    return replace({ whole, start: rest.at(-3) as number, minus: minus !== undefined, name, quoted, bare });
  });
}
