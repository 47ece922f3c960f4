import type { ProceedingKind } from "#app/domain/codes.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { MinutesTable } from "#db/schema/minutes.ts";

/** An agenda item, minutes of one, a decision or an action point, as search reads it. */
export interface Proceeding {
  id: string;
  kind: ProceedingKind;
  session: ProceedingSession;
  itemId: string | null;
  /** Of a decision or an action point, in its session. */
  number: number | null;
  /** Empty for what is a text without one. */
  title: string;
  /** As plain text. */
  body: string;
  /** Whether it is an internal item, or of one. */
  internal: boolean;
  /** How far the minutes are that it belongs to; null for what is there whatever their state. */
  state: MinutesTable["state"] | null;
  ownerId: string | null;
  delegationId: string | null;
  /** When it was written; null for what has no date of its own. */
  at: Instant | null;
}

/** The session that it belongs to. */
export interface ProceedingSession {
  id: string;
  groupId: string;
  roundId: string;
  /** In which it is held, and its texts are written. */
  language: string;
  cancelled: boolean;
  startsAt: Instant;
  zone: string;
  /** Code of the one whose delegation is met; null for a plenary. */
  beneficiary: string | null;
}
