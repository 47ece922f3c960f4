import { createReadStream } from "node:fs";

/** A line of a JSONL file: what it holds, or that it is no JSON. Empty lines are passed over, but counted. */
export type JsonLine = { number: number; value: unknown } | { number: number; fault: string };

/**
 * Reads a file of JSON lines piece by piece; `-` is standard input.
 * @throws what the file system says when there is no such file
 */
export async function* jsonLines(file: string): AsyncGenerator<JsonLine> {
  const input: AsyncIterable<string> = (file === "-" ? process.stdin : createReadStream(file)).setEncoding("utf8");
  let number = 0;
  /** Pieces of a line whose end has not come yet. */
  let begun: string[] = [];
  for await (const chunk of input) {
    // Not `readline`, which also ends lines where a text of JSON has a line separator (U+2028).
    const [rest = "", ...next] = chunk.split("\n");
    begun.push(rest);
    for (const start of next) {
      const line = begun.join("");
      begun = [start];
      number++;
      if (line.trim() !== "") yield parsed(number, line);
    }
  }
  const last = begun.join("");
  if (last.trim() !== "") yield parsed(number + 1, last);
}

function parsed(number: number, line: string): JsonLine {
  try {
    return { number, value: JSON.parse(number === 1 ? line.replace(/^\uFEFF/, "") : line) as unknown };
  } catch {
    return { number, fault: "is not JSON" };
  }
}
