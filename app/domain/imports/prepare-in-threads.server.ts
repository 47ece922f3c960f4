import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Preparer, prepareHere } from "#app/domain/imports/prepare-line.server.ts";
import type { ThreadAnswer, ThreadQuestion, ThreadWork } from "#app/domain/imports/thread-messages.ts";
import { type DocumentWords, documentSections } from "#app/domain/search/index/document-words.ts";
import { sure } from "#app/sure.ts";

interface Waiting {
  resolve: (prepared: Awaited<ReturnType<Preparer>>) => void;
  reject: (error: Error) => void;
}

/** More would wait for the one that writes. */
const MOST_THREADS = 3;

/**
 * Prepares lines in threads beside the one that writes, one fewer than the machine has processors.
 * @param file the bundled `thread.ts`
 * @param database the file of the database that is written meanwhile, if one is
 */
export function preparingThreads(
  file: string,
  database: string | null,
): { prepare: Preparer; close: () => Promise<void> } {
  const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const waiting = new Map<number, Waiting>();
  const workers = Array.from({ length: count }, (_, at) => {
    const work: ThreadWork = { import: true, database: at === 0 ? database : null };
    const worker = new Worker(file, { workerData: work });
    /** All names the thread has told. */
    const known: string[] = [];
    worker.on("message", ({ id, prepared, words, fresh }: ThreadAnswer) => {
      for (const name of fresh) known.push(name);
      const next = unpacked(words, known);
      waiting.get(id)?.resolve(prepared.map((one) => ("digest" in one ? { ...one, words: next() } : one)));
      waiting.delete(id);
    });
    worker.on("error", (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return worker;
  });
  let last = 0;
  return {
    prepare: (lines, now) => {
      const id = ++last;
      try {
        workers[id % count]?.postMessage({ id, lines, now } satisfies ThreadQuestion);
      } catch {
        // Lists inside of lists, thousands deep, cannot be handed on; here they can be refused.
        return prepareHere(lines, now);
      }
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Gives the words of one document after the other; see `ThreadAnswer.words`. */
function unpacked(all: Uint32Array, names: readonly string[]): () => DocumentWords {
  let at = 0;
  const section = (): Uint32Array => {
    const start = at + 1;
    at = start + sure(all[at]);
    return all.subarray(start, at);
  };
  return () => {
    const words = Object.fromEntries(documentSections.map((name) => [name, section()]));
    return { ...words, names } as DocumentWords;
  };
}
