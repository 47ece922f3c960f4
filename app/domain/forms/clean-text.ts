// What is typed or pasted, made fit for storing: the same for every form, every import and every command.
//
// Taken away are the control characters (C0, C1, DEL) and all format characters (Unicode category Cf): marks of
// direction, which let a name read differently from what it is and which none of our languages needs; soft hyphens and
// spaces without a width, which come with text from PDFs and web pages and keep a word from being found; tags; the byte
// order mark. The joiners ZWJ and ZWNJ stay inside a word, because pictures of people and names quoted from other
// languages are written with them. Half a surrogate pair, which no database keeps, becomes U+FFFD.

const UNSEEN = /(?![\t\n\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
const JOINER_AT_AN_END = /(?<![^\s\u200C\u200D])[\u200C\u200D]+|[\u200C\u200D]+(?![^\s\u200C\u200D])/g;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** One line: without unseen characters, line breaks and other white space as one space each, NFC. */
export function cleanLine(text: string): string {
  return seen(text).replace(/\s+/g, " ").trim();
}

/**
 * Several lines: without unseen characters, each line break as a line feed, NFC. White space inside stays: Markdown.
 */
export function cleanText(text: string): string {
  return seen(text).trim();
}

function seen(text: string): string {
  return text
    .replace(LINE_BREAK, "\n")
    .replace(UNSEEN, "")
    .replace(JOINER_AT_AN_END, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC");
}
