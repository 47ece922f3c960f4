import type { z } from "zod";

/** More than anybody reads; it also bounds the work that a hostile file can cause. */
export const MAX_ISSUES = 50;

/** What is wrong with a value of the input. `path` is written like `meetings[3].people[1]`; "" is the whole input. */
export interface Issue {
  path: string;
  message: string;
}

export type Ignored = (path: string) => void;
export const tellNobody: Ignored = () => {};

/** The message of a schema, in the form "must be …, not …". */
export function must(wanted: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      input === undefined ? `is missing: it must be ${wanted}` : `must be ${wanted}, not ${shown(input)}`,
  };
}

export function shown(value: unknown): string {
  if (typeof value === "string")
    return value.length <= 40 ? JSON.stringify(value) : `a text of ${value.length} characters`;
  if (Array.isArray(value)) {
    const short = value.length <= 4 && value.every((item) => typeof item !== "object" && String(item).length <= 12);
    return short ? `[${value.map(shown).join(", ")}]` : `a list of ${value.length}`;
  }
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/**
 * The good items of a list by their places in it. Each is read by itself, so that a bad one does not keep the others
 * from being checked further and a list of nothing but bad ones is not read to its end.
 */
export function readEach<T>(schema: z.ZodType<T>, list: unknown, name: string, issues: Issue[]): Map<number, T> {
  const good = new Map<number, T>();
  if (!Array.isArray(list)) {
    issues.push({ path: name, message: must("a list").error({ input: list }) });
    return good;
  }
  for (const [at, item] of list.entries()) {
    if (issues.length >= MAX_ISSUES) break;
    const read = readOne(schema, item, [name, at], issues);
    if (read !== undefined) good.set(at, read);
  }
  return good;
}

export function readOne<T>(schema: z.ZodType<T>, value: unknown, place: PropertyKey[], issues: Issue[]): T | undefined {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, MAX_ISSUES)) {
    issues.push({ path: pathOf([...place, ...issue.path]), message: issue.message });
  }
  return undefined;
}

/** Tells the keys of a value that are no longer there after reading; `place` is where the value stands. */
export function tellIgnored(value: unknown, read: unknown, place: PropertyKey[], ignored: Ignored): void {
  if (value === read) return;
  const go = (key: PropertyKey, item: unknown, kept: unknown) => {
    place.push(key);
    tellIgnored(item, kept, place, ignored);
    place.pop();
  };
  if (Array.isArray(value) && Array.isArray(read)) {
    for (let at = 0; at < value.length; at++) go(at, value[at], read[at]);
  } else if (isObject(value) && isObject(read)) {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(read, key)) go(key, value[key], read[key]);
      else ignored(pathOf([...place, key]));
    }
  }
}

/** `["meetings", 3, "the id"]` is written `meetings[3]["the id"]`. */
function pathOf(place: PropertyKey[]): string {
  return place.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    const name = String(key);
    if (!/^[\w-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
    return path === "" ? name : `${path}.${name}`;
  }, "");
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
