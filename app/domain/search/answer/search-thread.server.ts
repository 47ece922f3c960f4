import { Worker } from "node:worker_threads";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import type { ThreadCall, ThreadMethods, ThreadReply, ThreadWork } from "#app/domain/search/answer/thread-messages.ts";

interface Options {
  /** The bundled `engine/thread.ts`. */
  file: string;
  /** File of the database. */
  database: string;
  /** Answers while the thread has fallen over. */
  meanwhile: Matcher;
  /** Told what an operator may want to know. */
  tell: (note: string) => void;
}

/** After so many milliseconds a thread that fell over is started again. */
const RESTART_AFTER = 2000;

type Waiting = {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
  instead: () => Promise<unknown>;
};

/**
 * Answers searches in a thread of its own, which keeps the index in memory and answers from the disk until it is there:
 * no search blocks the thread that serves pages.
 */
export class SearchThread implements Matcher {
  readonly #options: Options;
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isClosed = false;

  constructor(options: Options) {
    this.#options = options;
    this.#start();
  }

  match: Matcher["match"] = (...given) => this.#ask("match", given, () => this.#options.meanwhile.match(...given));

  suggest: Matcher["suggest"] = (...given) =>
    this.#ask("suggest", given, () => this.#options.meanwhile.suggest(...given));

  similar: Matcher["similar"] = (...given) =>
    this.#ask("similar", given, () => this.#options.meanwhile.similar(...given));

  /** What the memory holds; null while it holds nothing. */
  digest(): Promise<IndexDigest | null> {
    return this.#ask("digest", [], () => Promise.resolve(null));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  /** Asks the thread; where there is none, or it falls over before it has answered, what is to be done instead. */
  #ask<Name extends keyof ThreadMethods>(
    method: Name,
    parameters: unknown[],
    instead: () => ReturnType<ThreadMethods[Name]>,
  ): ReturnType<ThreadMethods[Name]> {
    const worker = this.#worker;
    if (worker === null) return instead();
    const id = ++this.#last;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject, instead }));
    worker.postMessage({ id, method, parameters } satisfies ThreadCall);
    return answer as ReturnType<ThreadMethods[Name]>;
  }

  #start(): void {
    const { file, database, tell } = this.#options;
    const worker = new Worker(file, { workerData: { search: true, database } satisfies ThreadWork });
    this.#worker = worker;
    worker.unref();
    worker.on("message", (reply: ThreadReply) => {
      if ("note" in reply) return tell(reply.note);
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      // What is done with an answer comes after whatever else waits: a port hands on its messages before anything else.
      setImmediate(() => {
        if ("answer" in reply) waiting?.resolve(reply.answer);
        else waiting?.reject(new Error(reply.error));
      });
    });
    worker.on("error", (error) => tell(`the search thread fell over: ${error.stack ?? error.message}`));
    worker.on("exit", () => {
      this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { resolve, reject, instead } of waiting) {
        if (this.#isClosed) reject(new Error("The search thread was closed"));
        else instead().then(resolve, reject);
      }
      if (!this.#isClosed) setTimeout(() => this.#start(), RESTART_AFTER).unref();
    });
  }
}
