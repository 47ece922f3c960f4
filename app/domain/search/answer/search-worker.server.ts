import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { isMainThread, type MessagePort, parentPort, workerData } from "node:worker_threads";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import type { ThreadCall, ThreadMethods, ThreadReply, ThreadWork } from "#app/domain/search/answer/thread-messages.ts";
import { renewIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";
import { openStore } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** How often it looks for what was committed while nobody searches, in milliseconds. */
const FOLLOW_EVERY = 1000;

const isWork = (data: unknown): data is ThreadWork =>
  typeof data === "object" && data !== null && "search" in data && "database" in data;

/** What a thread of the search does; nothing where it is not one. @param sources what is searchable */
export async function workAsSearchThread(sources: SearchSources): Promise<void> {
  if (isMainThread || !parentPort || !isWork(workerData)) return;
  const store = openStore(workerData.database);
  try {
    if (workerData.search === "answers") await new SearchWorker(store, sources, parentPort).run();
    else if (await renewIndex(store, sources)) tell(parentPort, { note: "search index made again" });
  } catch (error) {
    throw plain(error);
  }
}

function tell(port: MessagePort, reply: ThreadReply): void {
  port.postMessage(reply);
}

/**
 * Loads the index, answers searches from it, keeps it up, and compacts or loads it anew where that is needed. Between
 * searches it writes the log of the database into its file, so that nobody who saves something has to.
 */
class SearchWorker {
  private readonly store: Store;
  private readonly sources: SearchSources;
  private readonly port: MessagePort;

  constructor(store: Store, sources: SearchSources, port: MessagePort) {
    this.store = store;
    this.sources = sources;
    this.port = port;
  }

  async run(): Promise<never> {
    let memory = await this.load();
    const methods: ThreadMethods = {
      match: (...given) => memory.match(...given),
      suggest: (...given) => memory.suggest(...given),
      similar: (...given) => memory.similar(...given),
      digest: async () => {
        await memory.contents.follow();
        return memory.contents.digest();
      },
    };
    this.port.on("message", (call: ThreadCall) => this.answer(methods, call));
    tell(this.port, { loaded: true });
    for (;;) {
      await sleep(FOLLOW_EVERY);
      this.store.engine.checkpoint();
      await memory.contents.follow();
      if (memory.contents.needsReload) memory = await this.load();
      else if (memory.contents.needsCompaction) await memory.contents.compact(setImmediate);
      await memory.dropUnusedWords();
    }
  }

  private async answer(methods: ThreadMethods, { id, method, parameters }: ThreadCall): Promise<void> {
    try {
      const ask = methods[method] as (...given: unknown[]) => Promise<unknown>;
      tell(this.port, { id, answer: await ask(...parameters) });
    } catch (error) {
      tell(this.port, { id, error: plain(error).message });
    }
  }

  private async load(): Promise<MemoryIndex> {
    const begun = performance.now();
    const memory = await MemoryIndex.load(this.store, this.sources, setImmediate);
    const { size } = memory.contents.documents;
    tell(this.port, {
      note: `search index of ${size} texts in memory after ${Math.round(performance.now() - begun)} ms`,
    });
    return memory;
  }
}

/** An error that another thread can be told: one of a database arrives there without its message. */
function plain(error: unknown): Error {
  return new Error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
