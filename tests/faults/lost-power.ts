import type { DiskStep } from "#tests/faults/disk-trace.ts";

/** A file as it is on the disk for certain, and what was asked since and may be there or not. */
interface FileOnDisk {
  synced: Buffer | null;
  pending: DiskStep[];
}

/** Disks write whole sectors, and need not keep to the order in which they were asked. */
const SECTORS = [512, 4096];

/**
 * The files as they may be after the power failed behind some step: what was synced is there; of the rest, any part.
 * @param before contents of the files when the process began
 * @param random from 0 to 1
 * @returns contents by path; null where a file may be gone
 */
export function afterPowerLoss(
  before: ReadonlyMap<string, Buffer>,
  steps: readonly DiskStep[],
  random: () => number,
): Map<string, Buffer | null> {
  const files = new Map<string, FileOnDisk>([...before].map(([name, synced]) => [name, { synced, pending: [] }]));
  for (const step of steps) {
    if (step.does === "say") continue;
    const file = files.get(step.file) ?? { synced: null, pending: [] };
    files.set(step.file, file);
    if (step.does === "sync") {
      for (const pending of file.pending) file.synced = applied(file.synced, pending);
      file.pending = [];
    } else file.pending.push(step);
  }
  const left = new Map<string, Buffer | null>();
  for (const [name, { synced, pending }] of files) {
    // Sometimes nothing of it arrived, sometimes all, mostly any part.
    const share = [0, 1, random()][Math.floor(random() * 3)] ?? 0;
    let contents = synced;
    for (const step of pending) contents = partly(contents, step, share, random);
    left.set(name, contents);
  }
  return left;
}

function partly(contents: Buffer | null, step: DiskStep, share: number, random: () => number): Buffer | null {
  if (step.does !== "write") return random() < share ? applied(contents, step) : contents;
  const sector = SECTORS[Math.floor(random() * SECTORS.length)] ?? 512;
  let result = contents;
  for (let at = 0; at < step.bytes.length; ) {
    const end = Math.min(step.bytes.length, (Math.floor((step.at + at) / sector) + 1) * sector - step.at);
    const part = { ...step, at: step.at + at, bytes: step.bytes.subarray(at, end) };
    if (random() < share) result = applied(result, part);
    at = end;
  }
  return result;
}

function applied(contents: Buffer | null, step: DiskStep): Buffer | null {
  if (step.does === "remove") return null;
  if (step.does === "cut") return resized(contents ?? Buffer.alloc(0), step.size);
  if (step.does !== "write") return contents;
  const result = resized(contents ?? Buffer.alloc(0), Math.max(contents?.length ?? 0, step.at + step.bytes.length));
  step.bytes.copy(result, step.at);
  return result;
}

/** A copy of this length; what is new is zeros. */
function resized(contents: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size);
  contents.copy(result);
  return result;
}
