import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "#db/store.ts";

/** Stands where a value will be; nothing that anybody stores looks like it. */
const MARK = "\u0000value:";

/**
 * A query that every page asks: built and put into words once for each kind of database, and then only given its
 * values.
 * For queries that are the same but for these.
 * @param build is called once, with marks in the place of values: it must put them into the query and nothing else
 */
export function keptQuery<V extends Readonly<Record<string, string>>, R>(
  build: (db: Db, values: V) => Compilable<R>,
): (db: Db, values: V) => Promise<R[]> {
  const compiled = new WeakMap<object, CompiledQuery<R>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    const known = compiled.get(adapter.constructor) ?? build(db, marks<V>()).compile();
    compiled.set(adapter.constructor, known);
    const parameters = known.parameters.map((one) =>
      typeof one === "string" && one.startsWith(MARK) ? values[one.slice(MARK.length)] : one,
    );
    return (await db.executeQuery<R>({ ...known, parameters })).rows;
  };
}

function marks<V extends Readonly<Record<string, string>>>(): V {
  return new Proxy({} as V, { get: (_values, name) => MARK + String(name) });
}
