import { createReadStream } from "node:fs";
import { likelyEncoding } from "#app/cli/likely-encoding.ts";

/** A line of a JSONL file: what it holds, or why it holds nothing. Empty lines are passed over, but counted. */
export type JsonLine = { number: number; value: unknown } | { number: number; fault: string };

const LINE_FEED = 0x0a;

/**
 * Reads a file of JSON lines piece by piece; `-` is standard input. The file is UTF-8: bytes that are not are a fault
 * of their line, never guessed. A file of another kind is named as what it is, once, and nothing of it is read.
 * @throws what the file system says when there is no such file
 */
export async function* jsonLines(file: string): AsyncGenerator<JsonLine> {
  const input: AsyncIterable<Buffer> = file === "-" ? process.stdin : createReadStream(file);
  let number = 0;
  /** Where the line begins in the file, in bytes. */
  let begins = 0;
  /** Pieces of a line whose end has not come yet. */
  let begun: Buffer[] = [];
  let isFirst = true;
  for await (const chunk of input) {
    const fault = isFirst ? otherKind(chunk) : null;
    isFirst = false;
    if (fault) return yield { number: 1, fault };
    // Not `readline`, which also ends lines where a text of JSON has a line separator (U+2028).
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      const bytes = Buffer.concat([...begun, chunk.subarray(from, to)]);
      begun = [];
      const read = readLine(bytes, ++number, begins);
      if (read) yield read;
      begins += bytes.length + 1;
      from = to + 1;
    }
    begun.push(chunk.subarray(from));
  }
  const read = readLine(Buffer.concat(begun), number + 1, begins);
  if (read) yield read;
}

const BYTE_ORDER_MARK = "\uFEFF";
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readLine(bytes: Buffer, number: number, begins: number): JsonLine | null {
  let line: string;
  try {
    line = decoder.decode(bytes);
  } catch {
    const at = firstBad(bytes);
    return { number, fault: `is not UTF-8: byte ${begins + at + 1} of the file; ${likelyEncoding(bytes)}` };
  }
  if (line.startsWith(BYTE_ORDER_MARK)) {
    if (number > 1) return { number, fault: "begins with a byte order mark: two files were put together here" };
    line = line.slice(1);
  }
  if (line.trim() === "") return null;
  try {
    return { number, value: JSON.parse(line) as unknown };
  } catch {
    const returns = line.trim().includes("\r");
    return {
      number,
      fault: returns ? "is not JSON: its lines end with CR alone, not with LF or CR LF" : "is not JSON",
    };
  }
}

/** What a file is that has no JSON lines, by its first bytes; null where it may have some. */
function otherKind(chunk: Buffer): string | null {
  const [first, second] = chunk;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) {
    return "the file is UTF-16, not UTF-8: save it as UTF-8";
  }
  const start = chunk
    .subarray(0, 1000)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  return /^\[\s*(?:[{[\]"]|$)/.test(start) ? "the file is a JSON array: put each record on a line of its own" : null;
}

/** Where the first byte is that does not belong to UTF-8. */
function firstBad(bytes: Buffer): number {
  const decode = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let [good, bad] = [0, bytes.length];
  // A beginning is good as long as it can go on: what is cut inside a character is waited for.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      decode.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
    reset(decode);
  }
  // What was waited for at the end is where it begins.
  return Buffer.byteLength(decode.decode(bytes.subarray(0, good), { stream: true }));
}

function reset(decode: TextDecoder): void {
  try {
    decode.decode();
  } catch {
    // What was waited for is gone now.
  }
}
