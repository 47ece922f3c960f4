import type { Answer } from "#app/domain/codes.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Seat } from "#app/domain/sessions/session-told.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { SessionAnswerTable } from "#db/schema/session-answer.ts";
import type { Db } from "#db/store.ts";

/** By which way an answer came. */
export type AnswerWay = SessionAnswerTable["way"];

/** An answer as it is written down. */
export interface GivenAnswer {
  answer: Answer;
  comment: string;
  way: AnswerWay;
  /** Who gave it for them; null where they did. */
  byAccountId: string | null;
  /** When it was given, where that is not now. */
  stamp?: Instant;
  /** The invitation that it answers, where that is not the newest. */
  to?: Pick<SessionFacts, "startsAt" | "endsAt" | "sequence">;
}

/** Writes an answer in the place of the one before, which stays. An answer to an earlier time has lapsed already. */
export async function writeAnswer(
  db: Db,
  session: SessionFacts,
  accountId: string,
  { answer, comment, way, byAccountId, stamp, to = session }: GivenAnswer,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const isEarlier = to.startsAt !== session.startsAt || to.endsAt !== session.endsAt;
  await db
    .updateTable("session_answer")
    .set({ replaced_at: at })
    .where("session_id", "=", session.id)
    .where("account_id", "=", accountId)
    .where("replaced_at", "is", null)
    .execute();
  await db
    .insertInto("session_answer")
    .values({
      ...{ id: newId(), session_id: session.id, account_id: accountId, answer, comment, way },
      by_account_id: byAccountId,
      ...{ sequence: to.sequence, starts_at: to.startsAt, ends_at: to.endsAt },
      ...{ stamp: stamp ?? at, at, lapsed: isEarlier ? ("moved" as const) : null },
    })
    .execute();
  const details = { account: accountId, answer, way };
  const subject = { id: session.id, group_id: session.groupId };
  await recordEvent(db, { accountId: byAccountId ?? accountId }, "session.answered", subject, details, now);
}

/** Lets the answers to a session lapse that was moved: everybody is asked anew, and the earlier answer is shown. */
export async function lapseMoved(db: Db, sessionId: string): Promise<void> {
  await db
    .updateTable("session_answer")
    .set({ lapsed: "moved" })
    .where("session_id", "=", sessionId)
    .where("replaced_at", "is", null)
    .where("lapsed", "is", null)
    .execute();
}

/** Lets the answers of people lapse who were taken out or are invited anew, and ends the links of their mails. */
export async function lapseRemoved(db: Db, sessionId: string, accountIds: readonly Seat["accountId"][]): Promise<void> {
  if (accountIds.length === 0) return;
  await db
    .updateTable("session_answer")
    .set({ lapsed: "removed" })
    .where("session_id", "=", sessionId)
    .where("account_id", "in", accountIds)
    .where("replaced_at", "is", null)
    .execute();
  await db
    .deleteFrom("answer_link")
    .where("session_id", "=", sessionId)
    .where("account_id", "in", accountIds)
    .execute();
}
