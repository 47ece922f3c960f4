/**
 * Bytes as text: by the mark at their beginning, else in the character set that is named, else in UTF-8, and where
 * that does not fit in the one that old mail programs of Central Europe use. Unknown names count as none. Zero bytes
 * are taken out.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const decoder = decoderFor(bytes, charset);
  const text = decoder.decode(bytes).replaceAll("\0", "");
  return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, letterOf) : text;
}

/** Letters of windows-1252 in the place of the control characters that some decoders leave there. */
function letterOf(control: string): string {
  return LETTERS[control.charCodeAt(0) - 0x80] ?? "";
}

const LETTERS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decoderFor(bytes: Uint8Array, charset: string | null): TextDecoder {
  const marked = markOf(bytes) ?? unmarkedWide(bytes);
  if (marked) return new TextDecoder(marked);
  const named = charset && decoderNamed(charset);
  if (named && named.encoding !== "utf-8") return named;
  return isUtf8(bytes) ? new TextDecoder("utf-8") : new TextDecoder("windows-1250");
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark, by its first two letters, which are Latin: `BE` of `BEGIN`. */
function unmarkedWide(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  return first === 0 && second && third === 0 && fourth ? "utf-16be" : null;
}

function decoderNamed(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
