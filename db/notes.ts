import { isConstraint } from "#db/engine.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** One thing to write down, as part of a transaction that viewers do not notice. */
export type Note = (db: Db) => Promise<unknown>;

/**
 * What is written down when there is time for it, many notes in one transaction: that a sign-in was used, that somebody
 * was refused. Nobody waits for it, and no page fails by it: a full disk or a lock leaves it waiting in memory.
 */
export interface Notes {
  /** Has something written down soon. @param key a later note under the same key takes its place */
  add(note: Note, key?: string): void;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Writes what waits if that goes, and no more afterwards. */
  close(): Promise<void>;
}

/** How many notes wait at most; then the oldest are lost. */
const MAX_WAITING = 5000;
/** How many are written at a time. */
const BATCH = 500;
const SOON = 1000;
/** After a failure. */
const LATER = 5000;

/**
 * Opens a book of notes.
 * @param options.tell hears why notes could not be written, and how many were lost since
 * @param options.byItself false: only `flush` writes
 */
export function openNotes(
  store: Store,
  { tell, byItself = true }: { tell: (error: unknown, lost: number) => void; byItself?: boolean },
): Notes {
  const waiting = new Map<string, Note>();
  let number = 0;
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  function plan(milliseconds: number): void {
    if (!byItself || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, milliseconds);
    timer.unref();
  }

  function keep(key: string, note: Note): void {
    waiting.delete(key);
    waiting.set(key, note);
    const [oldest] = waiting.keys();
    if (waiting.size > MAX_WAITING && oldest !== undefined) {
      waiting.delete(oldest);
      lost++;
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, BATCH);
      try {
        await writeTogether(store, batch);
      } catch (error) {
        const isOfDatabase = error instanceof Error && "code" in error && !isConstraint(error);
        if (isOfDatabase) {
          tell(error, lost);
          return plan(LATER);
        }
        // One that cannot be written must not keep the others waiting for ever.
        for (const one of batch) await writeTogether(store, [one]).catch((fault) => tell(fault, ++lost));
      }
      // What came under the same key meanwhile is still to be written.
      for (const [key, note] of batch) if (waiting.get(key) === note) waiting.delete(key);
    }
    lost = 0;
  }

  function flush(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  }

  return {
    add(note, key = `#${number++}`) {
      keep(key, note);
      plan(SOON);
    },
    flush,
    async close() {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}

async function writeTogether(store: Store, batch: readonly (readonly [string, Note])[]): Promise<void> {
  const write = async (db: Db) => {
    for (const [, note] of batch) await note(db);
    return null;
  };
  await writeTransaction(store, write, { quiet: true });
}
