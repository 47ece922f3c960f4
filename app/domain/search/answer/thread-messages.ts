import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";

/** What the thread of the search index is started with. */
export interface ThreadWork {
  search: true;
  /** File of the database. */
  database: string;
}

/** What can be asked of the thread; no digest while the memory holds nothing. */
export type ThreadMethods = Matcher & { digest(): Promise<IndexDigest | null> };

/** A question, and its number. */
export interface ThreadCall {
  id: number;
  method: keyof ThreadMethods;
  parameters: unknown[];
}

/** The answer to a call, what went wrong with it, or something for the log. */
export type ThreadReply = { id: number; answer: unknown } | { id: number; error: string } | { note: string };
