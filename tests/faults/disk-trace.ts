import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { sure } from "#app/sure.ts";

/** What a process asked of the disk, in its order. Names are paths. */
export type DiskStep =
  | { does: "write"; file: string; at: number; bytes: Buffer }
  | { does: "cut"; file: string; size: number }
  | { does: "sync"; file: string }
  | { does: "remove"; file: string }
  | { does: "say"; text: string };

const calls = "openat,write,writev,pwrite64,pwritev,pwritev2,ftruncate,fsync,fdatasync,unlink,unlinkat,rename";

/** Whether processes can be looked at here: strace is there, and allowed. */
export function canTrace(): boolean {
  return spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
}

/** Runs Node and gives what it asked of the disk in a folder, and what it said. */
export function traceDisk(args: readonly string[], folder: string, trace: string): DiskStep[] {
  const options = ["-f", "-y", "-xx", "-s", "1000000", "-e", `trace=${calls}`, "-o", trace];
  const { status, stderr } = spawnSync("strace", [...options, process.execPath, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`It ended with ${status}: ${stderr}`);
  return stepsOf(readFileSync(trace, "latin1"), folder);
}

/** A call that was begun, and whether it has come back: those of several threads are told in pieces. */
const line =
  /^(\d+) +(?:(\w+)\((.*?)(?:\) += (-?\d+).*| <unfinished \.\.\.>)|<\.\.\. (\w+) resumed>.*\) += (-?\d+).*)$/;

function stepsOf(text: string, folder: string): DiskStep[] {
  const steps: DiskStep[] = [];
  const begun = new Map<string, DiskStep>();
  for (const found of text.split("\n").map((one) => line.exec(one))) {
    if (!found) continue;
    const [, thread = "", call, args = "", result, resumed, laterResult] = found;
    if (resumed) {
      const step = begun.get(thread);
      begun.delete(thread);
      if (step && Number(laterResult) >= 0) steps.push(step);
      continue;
    }
    const step = stepOf(sure(call), args, folder);
    if (!step) continue;
    // What is written may be on the disk from when it begins; what is synced is there when it comes back.
    if (result === undefined && step.does === "sync") begun.set(thread, step);
    else if (result === undefined || Number(result) >= 0) steps.push(step);
  }
  return steps;
}

function stepOf(call: string, args: string, folder: string): DiskStep | null {
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, text = "", isCut]) => {
    if (isCut) throw new Error(`What ${call} wrote was cut`);
    return fromHex(text);
  });
  if (call === "unlink") {
    const file = sure(strings[0]).toString();
    return file.startsWith(folder) ? { does: "remove", file } : null;
  }
  const [, descriptor, path = ""] = /^(\d+)<((?:\\x[0-9a-f]{2}|[^>\\])*)>/.exec(args) ?? [];
  if (call === "write" && descriptor === "1") return { does: "say", text: sure(strings[0]).toString() };
  const file = path.includes("\\x") ? fromHex(path).toString() : path;
  if (descriptor === undefined || !file.startsWith(folder)) return null;
  const last = Number(/(\d+)$/.exec(args)?.[1]);
  if (call === "pwrite64") return { does: "write", file, at: last, bytes: sure(strings[0]) };
  if (call === "ftruncate") return { does: "cut", file, size: last };
  if (call === "fsync" || call === "fdatasync") return { does: "sync", file };
  // Opened is not yet changed; anything else would be missing from what is replayed.
  if (call === "openat") return null;
  throw new Error(`${call} is not understood: ${args.slice(0, 200)}`);
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll("\\x", ""), "hex");
}
