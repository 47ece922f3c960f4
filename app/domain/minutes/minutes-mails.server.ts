import { findActor } from "#app/domain/access/find-actor.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { defineMail, type Sending, unsent } from "#app/domain/mail/define-mail.ts";
import { openRecord } from "#app/domain/minutes/open-record.server.ts";

/** To those who attended: the minutes are there to be read, and may be amended for some days. */
export const minutesCirculated = defineMail({
  name: "minutes-circulated",
  subjectType: "session",
  isNews: true,
  find: async (sending, _kept: Record<string, never>) => {
    const opened = await openFor(sending);
    if (!opened) return null;
    const { session, record } = opened;
    if (record.state !== "circulated") return unsent("over");
    return { session, amendableUntil: record.amendableUntil ?? "" };
  },
});

/** To the proposer of an amendment: it was accepted, or refused and why. */
export const amendmentDecided = defineMail({
  name: "amendment-decided",
  subjectType: "session",
  isNews: true,
  find: async (sending, { amendment }: { amendment: string }) => {
    const opened = await openFor(sending);
    if (!opened) return null;
    const row = await sending.db
      .selectFrom("minutes_amendment")
      .select(["decision", "reason"])
      .where("id", "=", amendment)
      .where("author_id", "=", sending.recipientId)
      .executeTakeFirst();
    if (!row?.decision) return null;
    return { session: opened.session, decision: row.decision, reason: row.reason };
  },
});

/** The record, if its recipient may still read it. */
async function openFor({ db, recipientId, subjectId }: Sending) {
  try {
    return await openRecord(db, await findActor(db, recipientId), subjectId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
