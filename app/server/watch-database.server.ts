import { Worker } from "node:worker_threads";
import type { Logger } from "pino";

/** What is known of a database while it is served. */
export interface DatabaseWatch {
  /** Whether the last look found damage. */
  isDamaged(): boolean;
  /** Done when nobody looks any longer. */
  stop(): Promise<void>;
}

const LOOK_EVERY = 6 * 3_600_000;

/**
 * Looks through a database at the start and four times a day, in a thread of its own: damage that lies where nobody
 * reads today is found before the last copy without it is gone.
 */
export function watchDatabase({
  database,
  threadFile,
  log,
}: {
  database: string;
  threadFile: string;
  log: Logger;
}): DatabaseWatch {
  let isDamaged = false;
  let worker: Worker | null = null;
  const look = () => {
    if (worker) return;
    worker = new Worker(threadFile, { workerData: database });
    worker.on("message", (isWhole: boolean) => {
      isDamaged = !isWhole;
      if (isDamaged) log.error("the database is damaged: run doctor");
    });
    worker.on("error", (error) => log.error({ err: error }, "look through the database"));
    worker.on("exit", () => {
      worker = null;
    });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return {
    isDamaged: () => isDamaged,
    stop: async () => {
      clearInterval(timer);
      await worker?.terminate();
    },
  };
}
