/** The sentence that is marked in a text, or else the one around the place, on one line. */
export function sentenceIn(text: string, start: number, end: number): string {
  if (end > start) return onOneLine(text.slice(start, end));
  const before = text.slice(0, start);
  const from = Math.max(before.lastIndexOf("\n"), ...[". ", "! ", "? "].map((mark) => before.lastIndexOf(mark))) + 1;
  const after = /[.!?](?=\s|$)|\n/.exec(text.slice(start));
  const sentence = text.slice(from, after ? start + after.index + 1 : text.length);
  return (
    onOneLine(sentence) ||
    onOneLine(
      text
        .slice(0, start)
        .split(/\n|(?<=[.!?])\s/)
        .filter((one) => one.trim())
        .at(-1) ?? "",
    )
  );
}

/** Its beginning as a title, cut between words. */
export function titleOf(sentence: string, longest: number): string {
  if (sentence.length <= longest) return sentence.replace(/[.\s]+$/, "");
  const cut = sentence.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}

function onOneLine(text: string): string {
  return text
    .replace(/^[\s>*#-]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
