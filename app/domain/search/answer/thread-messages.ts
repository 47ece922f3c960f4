import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";

/** What a thread of the search is started with. */
export interface ThreadWork {
  /** Whether it answers searches, or makes the index of an earlier analyser again and ends. */
  search: "answers" | "renews";
  /** What `openStore` opens. */
  database: string;
}

/** What can be asked of the thread that answers. */
export type ThreadMethods = Omit<Matcher, "sources"> & { digest(): Promise<IndexDigest> };

/** A question, and its number. */
export interface ThreadCall {
  id: number;
  method: keyof ThreadMethods;
  parameters: unknown[];
}

/** The answer to a call, what went wrong with it, that the index is in memory, or something for the log. */
export type ThreadReply =
  | { id: number; answer: unknown }
  | { id: number; error: string }
  | { loaded: true }
  | { note: string };
