/** What frequent characters become, by code point, as far as it was asked. */
const CODES = new Map<number, string>();

/**
 * A key in letters every FTS5 tokenizer leaves alone. Any other character, and q itself, becomes q and its code point
 * in base 36: two digits, or "zz" and four. No two keys meet, and the prefix of a key stays a prefix.
 */
export function ftsToken(key: string): string {
  let token = "";
  let from = 0;
  for (let at = 0; at < key.length; at++) {
    if (stays(key.charCodeAt(at))) continue;
    const point = key.codePointAt(at) ?? 0;
    token += from === at ? codeOf(point) : key.slice(from, at) + codeOf(point);
    if (point > 0xffff) at++;
    from = at + 1;
  }
  return from === 0 ? key : from === key.length ? token : token + key.slice(from);
}

/** Whether it is the code of a digit or of one of the letters a to z but q. */
function stays(code: number): boolean {
  return code >= 48 && code <= 122 && code !== 113 && (code <= 57 || code >= 97);
}

function codeOf(point: number): string {
  const known = CODES.get(point);
  if (known !== undefined) return known;
  const code = point.toString(36);
  const token = code.length <= 2 && code !== "zz" ? `q${code.padStart(2, "0")}` : `qzz${code.padStart(4, "0")}`;
  if (point < 0x500) CODES.set(point, token);
  return token;
}
