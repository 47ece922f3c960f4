import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import type { ThreadCall, ThreadMethods, ThreadReply, ThreadWork } from "#app/domain/search/answer/thread-messages.ts";
import { SearchNotReady } from "#app/domain/search/search-not-ready.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";

interface Options {
  /** The bundled file that calls `workAsSearchThread`. */
  file: string;
  /** What `openStore` opens. */
  database: string;
  sources: SearchSources;
  /** Told what an operator may want to know. */
  tell: (note: string) => void;
  /** How long a search waits for the index before it is refused, in milliseconds. */
  patience?: number;
}

/** An index of two thousand records is loaded sooner: who comes then waits instead of being sent away. */
const PATIENCE = 1000;
/** A thread that crashed is started again after so many milliseconds, each time twice as many, up to a minute. */
const FIRST_DELAY = 500;
const MAX_DELAY = 60_000;
/** One that lived so long begins anew with the first delay. */
const LONG_LIFE = 60_000;

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Answers searches in a thread of its own, which keeps the index in memory: no search blocks the thread that serves
 * pages. Another one makes the index of an earlier analyser again, so that searches do not wait for that either.
 */
export class SearchThread implements Matcher {
  readonly sources: SearchSources;
  private readonly options: Options;
  private worker: Worker | null = null;
  private renewing: Worker | null = null;
  private isLoaded = false;
  private hasRenewed = false;
  /** Those who wait for the index to be loaded. */
  private readonly early = new Set<() => void>();
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private delay = FIRST_DELAY;
  private isClosed = false;

  constructor(options: Options) {
    this.options = options;
    this.sources = options.sources;
    this.start();
  }

  match: Matcher["match"] = (...given) => this.ask("match", given);
  suggest: Matcher["suggest"] = (...given) => this.ask("suggest", given);
  similar: Matcher["similar"] = (...given) => this.ask("similar", given);

  /** What the memory holds; null while it is not loaded. */
  async digest(): Promise<IndexDigest | null> {
    return this.isLoaded ? this.ask("digest", []) : null;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([this.worker?.terminate(), this.renewing?.terminate()]);
  }

  /** @throws SearchNotReady while the index is loaded, and where the thread crashes before it has answered */
  private async ask<Name extends keyof ThreadMethods>(
    method: Name,
    parameters: unknown[],
  ): Promise<Awaited<ReturnType<ThreadMethods[Name]>>> {
    // Similar records only stand beside what a page is about: no page waits for them.
    if (!this.isLoaded && method !== "similar") await this.untilLoaded();
    const { worker } = this;
    if (worker === null || !this.isLoaded) throw new SearchNotReady();
    const id = ++this.last;
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, method, parameters } satisfies ThreadCall);
    return (await answer) as Awaited<ReturnType<ThreadMethods[Name]>>;
  }

  /** Until the index is loaded, or patience ends. */
  private async untilLoaded(): Promise<void> {
    let goOn = () => {};
    const loaded = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    this.early.add(goOn);
    await Promise.race([loaded, sleep(this.options.patience ?? PATIENCE, null, { ref: false })]);
    this.early.delete(goOn);
  }

  private start(): void {
    const begun = performance.now();
    const worker = this.startWorker("answers");
    this.worker = worker;
    worker.on("message", (reply: ThreadReply) => this.take(reply));
    worker.on("exit", () => {
      this.worker = null;
      this.isLoaded = false;
      const waiting = [...this.waiting.values()];
      this.waiting.clear();
      for (const { reject } of waiting) reject(new SearchNotReady());
      if (this.isClosed) return;
      if (performance.now() - begun > LONG_LIFE) this.delay = FIRST_DELAY;
      setTimeout(() => this.start(), this.delay).unref();
      this.delay = Math.min(this.delay * 2, MAX_DELAY);
    });
  }

  private take(reply: ThreadReply): void {
    if ("note" in reply) this.options.tell(reply.note);
    else if ("loaded" in reply) {
      this.isLoaded = true;
      for (const goOn of this.early) goOn();
      this.early.clear();
      if (!this.hasRenewed) this.renew();
    } else {
      const waiting = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      // What is done with an answer comes after whatever else waits: a port hands on its messages before anything else.
      setImmediate(() => {
        if ("answer" in reply) waiting?.resolve(reply.answer);
        else waiting?.reject(new Error(reply.error));
      });
    }
  }

  /** Once in the life of a server: where it is stopped half-way, the next start goes on. */
  private renew(): void {
    this.hasRenewed = true;
    this.renewing = this.startWorker("renews");
    this.renewing.on("message", (reply: ThreadReply) => this.take(reply));
    this.renewing.on("exit", () => {
      this.renewing = null;
    });
  }

  private startWorker(search: ThreadWork["search"]): Worker {
    const { file, database, tell } = this.options;
    const worker = new Worker(file, { workerData: { search, database } satisfies ThreadWork });
    worker.unref();
    worker.on("error", (error) => tell(`the search thread crashed: ${error.stack ?? error.message}`));
    return worker;
  }
}
