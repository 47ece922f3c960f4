import type { Db } from "#db/store.ts";

/** Keys that have been asked for, and what will be found of them. */
interface Batch<K, V> {
  keys: Map<string, K>;
  found: Promise<ReadonlyMap<string, V>>;
}

/**
 * A read of one thing that goes together with others of its kind. Where each line of a list is made by code that knows
 * of one alone, all lines are made at once, and what they ask for at the same step is one statement. Nothing is kept:
 * who asks later is answered anew.
 * @param read finds things, by the names of their keys; each key is there once
 * @param nameOf what tells keys apart
 */
export function readTogether<V, K = string>(
  read: (db: Db, keys: readonly K[]) => Promise<ReadonlyMap<string, V>>,
  nameOf: (key: K) => string = String,
): (db: Db, key: K) => Promise<V | undefined> {
  const batches = new WeakMap<Db, Batch<K, V>>();
  return async (db, key) => {
    const batch = batches.get(db) ?? begin(db);
    batch.keys.set(nameOf(key), key);
    return (await batch.found).get(nameOf(key));
  };

  function begin(db: Db): Batch<K, V> {
    const keys = new Map<string, K>();
    // Comes when everybody else waits: promises that can go on do so before it.
    const asked = new Promise<void>((resolve) => process.nextTick(resolve));
    const found = asked.then(() => {
      batches.delete(db);
      return read(db, [...keys.values()]);
    });
    const batch = { keys, found };
    batches.set(db, batch);
    return batch;
  }
}

/** Rows by the value of a column that no two of them share. */
export function byColumn<R, C extends keyof R>(rows: readonly R[], column: C): Map<R[C], R> {
  return new Map(rows.map((row) => [row[column], row]));
}
