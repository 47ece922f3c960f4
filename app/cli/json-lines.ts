import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A line of a JSONL file: what it holds, or that it is no JSON. Empty lines are passed over, but counted. */
export type JsonLine = { number: number; value: unknown } | { number: number; fault: string };

/**
 * Reads a file of JSON lines piece by piece; `-` is standard input.
 * @throws what the file system says when there is no such file
 */
export async function* jsonLines(file: string): AsyncGenerator<JsonLine> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  // readline passes on no error of its input; without this a missing file would look like an empty one.
  const failed = new Promise<never>((_resolve, reject) => input.once("error", reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  let number = 0;
  for (;;) {
    const { done, value } = await Promise.race([lines.next(), failed]);
    if (done) return;
    number++;
    const text = number === 1 ? value.replace(/^\uFEFF/, "") : value;
    if (text.trim() !== "") yield parsed(number, text);
  }
}

function parsed(number: number, text: string): JsonLine {
  try {
    return { number, value: JSON.parse(text) as unknown };
  } catch {
    return { number, fault: "is not JSON" };
  }
}
