/** A part of a mail, as it stands there. */
export interface Part {
  headers: readonly string[];
  body: string | Buffer;
}

const CRLF = "\r\n";

/** A mail of one part. */
export function plainMail(headers: readonly string[], part: Part): Buffer {
  return Buffer.concat([
    Buffer.from([...headers, "MIME-Version: 1.0", ...part.headers, "", ""].join(CRLF)),
    Buffer.from(part.body),
  ]);
}

/** A mail of several parts. */
export function multipart(
  headers: readonly string[],
  kind: string,
  parts: readonly Part[],
  boundary = "----=_Part_7",
): Buffer {
  const type = `Content-Type: multipart/${kind}; boundary="${boundary}"`;
  const head = Buffer.from([...headers, "MIME-Version: 1.0", type, "", ""].join(CRLF));
  return Buffer.concat([head, partsOf(parts, boundary)]);
}

/** The same as a part of another one. */
export function nested(kind: string, parts: readonly Part[], boundary: string): Part {
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: partsOf(parts, boundary),
  };
}

function partsOf(parts: readonly Part[], boundary: string): Buffer {
  const chunks = parts.flatMap(({ headers, body }) => [
    Buffer.from([`--${boundary}`, ...headers, "", ""].join(CRLF)),
    Buffer.from(body),
    Buffer.from(CRLF),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--${CRLF}`)]);
}

/** Text as a part; programs that answer add a sentence. */
export function text(words: string): Part {
  return { headers: ["Content-Type: text/plain; charset=utf-8"], body: words };
}

/** Base64 in lines of 76. */
export function base64(body: string | Buffer): string {
  return (
    Buffer.from(body)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join(CRLF);
}

/** Quoted-printable, with soft line breaks. */
export function quoted(body: string | Buffer): string {
  const bytes = [...Buffer.from(body)].map((byte) => {
    const plain = (byte > 32 && byte < 127 && byte !== 61) || byte === 32 || byte === 13 || byte === 10;
    return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const lines = bytes.join("").split(CRLF);
  return lines.map((line) => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,24}/g) ?? [""]).join(`=${CRLF}`)).join(CRLF);
}

/** One octet a letter, of a character set that has few of them. */
export function inCharset(words: string, letters: Readonly<Record<string, number>>): Buffer {
  return Buffer.from([...words].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
}
