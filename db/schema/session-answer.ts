import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** An answer to the invitation to a session. One that was replaced stays. */
export interface SessionAnswerTable {
  id: string;
  session_id: string;
  account_id: string;
  answer: "accepted" | "tentative" | "declined";
  comment: Generated<string>;
  /** `proxy`: somebody who organises gave it for them. */
  way: "page" | "link" | "mail" | "proxy";
  by_account_id: string | null;
  /** SEQUENCE of the invitation that it answers. */
  sequence: number;
  /** When it was given: DTSTAMP of a mailed reply, otherwise when it was sent. */
  stamp: Instant;
  /** The time that it answers. */
  starts_at: Instant;
  ends_at: Instant;
  at: Instant;
  /** Why it answers nothing any more: the session was moved, or the person was taken out. */
  lapsed: "moved" | "removed" | null;
  /** When another one took its place; the current one has none. */
  replaced_at: Instant | null;
}

/** A secret of a mail by which one person answers for one session. */
export interface AnswerLinkTable {
  token_hash: string;
  session_id: string;
  account_id: string;
  created_at: Instant;
}
