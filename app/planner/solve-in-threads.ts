import { Worker } from "node:worker_threads";
import { DEFAULT_SECONDS, DEFAULT_SEED } from "#app/planner/portfolio.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import type { Progress, SolveOptions } from "#app/planner/solve.ts";
import type { ThreadWork } from "#app/planner/thread.ts";

/** As `SolveOptions`, with a signal in place of a question: aborting it ends the work with the best so far. */
export type ThreadOptions = Omit<SolveOptions, "isCancelled"> & { signal?: AbortSignal };

/**
 * Solves a timetable problem in threads of their own, one for each member of the portfolio; the calling thread stays
 * free. The answer is that of `solveTimetable` for the same seed where proof or `turns` end the work.
 * @param file the bundled `thread.ts`
 */
export function solveInThreads(
  problem: TimetableProblem,
  options: ThreadOptions,
  file: string,
): Promise<TimetableAnswer> {
  const cancelled = new SharedArrayBuffer(4);
  const work: ThreadWork = {
    planner: true,
    member: 0,
    problem,
    seconds: options.seconds ?? DEFAULT_SECONDS,
    seed: options.seed ?? DEFAULT_SEED,
    turns: options.turns ?? null,
    cancelled,
    file,
  };
  const cancel = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1);
  };
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener("abort", cancel, { once: true });
  return new Promise<TimetableAnswer>((resolve, reject) => {
    const worker = new Worker(file, { workerData: work });
    worker.on("message", (message: { progress: Progress } | { answer: TimetableAnswer }) => {
      if ("answer" in message) resolve(message.answer);
      else options.onProgress?.(message.progress);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The planner ended early (${code}).`)));
  }).finally(() => options.signal?.removeEventListener("abort", cancel));
}
