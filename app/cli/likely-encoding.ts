/** Words in Cyrillic are rows of bytes above ASCII; among Latin letters such bytes stand alone or in pairs. */
const ROW = /[\u0080-\u00ff]{3,}/g;
const LATIN = /[čćžšđČĆŽŠĐëçËÇ]/g;
/** What no text of the region has: controls, and letters and signs that stand where another table has ours. */
const STRANGE = /[\u0080-\u009f¹ąľśťźĽŚŤŹ±¦©®]/gu;

/** The older encoding in which bytes that are no UTF-8 read most like a text of the region, as words for a message. */
export function likelyEncoding(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const high = count(text, /[\u0080-\u00ff]/g);
  const rows = (text.match(ROW) ?? []).join("").length;
  if (rows > high / 2) return "it looks like Windows-1251";
  const scores = ["Windows-1250", "ISO-8859-2"].map((name) => {
    const read = new TextDecoder(name).decode(bytes);
    return { name, score: count(read, LATIN) - count(read, STRANGE) };
  });
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? `it looks like ${best.name}` : "its encoding is not known";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
