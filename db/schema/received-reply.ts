import type { Generated } from "kysely";
import type { Instant } from "#db/schema/columns.ts";

/** What came of a mail that was read. Of its text nothing is kept. */
export interface ReceivedReplyTable {
  id: string;
  /** By which the same mail is recognised. */
  message_hash: string;
  from_address: Generated<string>;
  subject: Generated<string>;
  uid: string | null;
  result: "applied" | "shown" | "dropped";
  reason: string;
  /** What it says, also where that was not applied. */
  answer: "accepted" | "tentative" | "declined" | null;
  session_id: string | null;
  /** Whose answer it is or claims to be. */
  account_id: string | null;
  /** Another time that was proposed. */
  proposed_starts_at: Instant | null;
  proposed_ends_at: Instant | null;
  /** The member of the group who is to come instead; null also for anybody else, of whom nothing is kept. */
  delegate_id: string | null;
  at: Instant;
  /** When somebody set it aside, and who. */
  settled_at: Instant | null;
  settled_by: string | null;
}

/** An address that mails came back from. */
export interface BouncedAddressTable {
  address: string;
  severity: "permanent" | "temporary";
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  status: Generated<string>;
  at: Instant;
}
