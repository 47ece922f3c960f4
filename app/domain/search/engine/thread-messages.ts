import type { Actor } from "#app/domain/access/actor.ts";
import type { Matcher, Wanted } from "#app/domain/search/matcher.ts";

/** What the thread of the search index is started with. */
export interface ThreadWork {
  search: true;
  /** File of the database. */
  database: string;
}

/** A search, and its number. */
export interface ThreadCall {
  id: number;
  actor: Actor;
  wanted: Wanted;
}

/** The answer to a call, what went wrong with it, or something for the log. */
export type ThreadReply =
  | { id: number; answer: Awaited<ReturnType<Matcher["match"]>> }
  | { id: number; error: string }
  | { note: string };
