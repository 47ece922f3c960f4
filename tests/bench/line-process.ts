import { type SpawnOptionsWithoutStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Written at once; single lines would cost a call to the system each. In UTF-16 code units. */
const BATCH = 65_536;

/** A program that is written lines and answers with lines. */
export interface LineProcess {
  /** Writes lines, waiting while the program is slower. Throws what it said on standard error when it has ended. */
  write(lines: Iterable<string>): Promise<void>;
  /** The next line of its answer. Throws what it said on standard error when it has ended. */
  line(): Promise<string>;
  /** Ends its input and waits until it has ended. */
  close(): Promise<void>;
}

/** Starts a program that talks in lines. That it cannot be started is thrown by what is asked of it first. */
export function talkTo(command: string, args: readonly string[], options: SpawnOptionsWithoutStdio = {}): LineProcess {
  const child = spawn(command, args, options);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new AbortController();
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  child.stdin.on("error", () => {});
  const end = new Promise<void>((resolve) => {
    child.on("error", (error) => {
      complaint += error.message;
      resolve();
    });
    child.on("close", () => resolve());
  }).then(() => ended.abort());
  const failure = async () => {
    await end;
    return new Error(`${command} has ended: ${complaint.trim()}`);
  };
  const send = async (text: string) => {
    if (ended.signal.aborted || !child.stdin.writable) throw await failure();
    if (child.stdin.write(text)) return;
    await once(child.stdin, "drain", { signal: ended.signal }).catch(async () => {
      throw await failure();
    });
  };
  return {
    write: async (lines) => {
      let batch = "";
      for (const line of lines) {
        batch += `${line}\n`;
        if (batch.length < BATCH) continue;
        await send(batch);
        batch = "";
      }
      await send(batch);
    },
    line: async () => {
      const { value, done } = await answers.next();
      if (done) throw await failure();
      return value;
    },
    close: async () => {
      child.stdin.end();
      await end;
    },
  };
}
