import { setImmediate } from "node:timers/promises";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import type { ThreadCall, ThreadMethods, ThreadReply, ThreadWork } from "#app/domain/search/answer/thread-messages.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { matcherOnDisk } from "#app/domain/search/match-records.server.ts";
import { openStore } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** How often it looks for what was committed while nobody searches, in milliseconds. */
const FOLLOW_EVERY = 1000;

/** So long, in milliseconds, loading waits for answers from the disk between two steps: it must come to its end. */
const LONGEST_PAUSE = 1000;

const isWork = (data: unknown): data is ThreadWork =>
  typeof data === "object" && data !== null && "search" in data && data.search === true;

/**
 * Answers from the disk until the memory is loaded, keeps the memory up, and makes it anew where it is worn. Between
 * searches it writes the log of the database into its file, so that nobody who saves something has to.
 */
class Searching {
  readonly #store: Store;
  #memory: MemoryIndex | null = null;
  /** Questions that wait for their answer. */
  #asked = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  readonly methods: ThreadMethods = {
    match: (...given) => this.#first(() => this.#matcher.match(...given)),
    suggest: (...given) => this.#first(() => this.#matcher.suggest(...given)),
    similar: (...given) => this.#first(() => this.#matcher.similar(...given)),
    digest: async () => {
      this.#memory?.contents.follow();
      return this.#memory?.contents.digest() ?? null;
    },
  };

  get #matcher(): Matcher {
    return this.#memory ?? matcherOnDisk(this.#store.read);
  }

  /** Answers before loading goes on: an answer from the disk has many steps, and would wait for a piece of it at each. */
  async #first<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    this.#asked++;
    try {
      return await answer();
    } finally {
      this.#asked--;
    }
  }

  /** Does some work in its steps, and answers searches between two of them. */
  async #paced(steps: Generator<void>): Promise<void> {
    while (!steps.next().done) {
      const until = performance.now() + LONGEST_PAUSE;
      do await setImmediate();
      while (this.#asked > 0 && performance.now() < until);
    }
  }

  async begin(tell: (note: string) => void): Promise<void> {
    await this.#load(tell);
    // Not awaited: meanwhile the memory is kept up. Should it fail, the thread falls over and is started again.
    void renewIndex(this.#store).then(
      (isRenewed) => {
        if (isRenewed) tell("search index made again");
      },
      (error: unknown) => {
        throw plain(error);
      },
    );
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, FOLLOW_EVERY));
      // Waits for nobody, and nobody for it. Making the index again writes on the same connection.
      if (!this.#store.rawWriter.inTransaction) this.#store.rawWriter.pragma("wal_checkpoint(PASSIVE)");
      if (!this.#memory) continue;
      this.#memory.contents.follow();
      if (this.#memory.contents.isWorn) await this.#load(tell);
      else if (this.#memory.contents.isPatched) await this.#paced(this.#memory.contents.rebuild());
    }
  }

  async #load(tell: (note: string) => void): Promise<void> {
    const begun = performance.now();
    const memory = new MemoryIndex(this.#store.raw);
    await this.#paced(memory.contents.load());
    this.#memory = memory;
    const { size } = memory.contents.documents;
    tell(`search index of ${size} texts in memory after ${Math.round(performance.now() - begun)} ms`);
  }
}

if (!isMainThread && parentPort && isWork(workerData)) {
  const port = parentPort;
  const searching = new Searching(openStore(workerData.database));
  port.on("message", async ({ id, method, parameters }: ThreadCall) => {
    const tell = (reply: ThreadReply) => port.postMessage(reply);
    try {
      const answer = searching.methods[method] as (...given: unknown[]) => Promise<unknown>;
      tell({ id, answer: await answer(...parameters) });
    } catch (error) {
      tell({ id, error: plain(error).message });
    }
  });
  try {
    await searching.begin((note) => port.postMessage({ note } satisfies ThreadReply));
  } catch (error) {
    throw plain(error);
  }
}

/** An error that another thread can be told: one of SQLite's arrives there without its message. */
function plain(error: unknown): Error {
  return new Error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
