import { isInAudience } from "#app/domain/access/session.server.ts";
import { defineMail, type Sending, type Unsent, unsent } from "#app/domain/mail/define-mail.ts";
import { findMailChoice } from "#app/domain/mail/find-mail-choice.server.ts";
import type { ReminderKind } from "#app/domain/mail/mail-choice.ts";
import { LOOK_BACK } from "#app/domain/sessions/reminders/reminder-times.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { nameOfSeat, type Seat } from "#app/domain/sessions/session-told.server.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Instant } from "#db/schema/columns.ts";

/** Of which time it reminds: after a move it is not true any more. */
export interface RemindedThen {
  kind: ReminderKind;
  startsAt: Instant;
  endsAt: Instant;
}

/** A session of which somebody is reminded. */
export interface Reminded {
  session: SessionFacts;
  kind: ReminderKind;
}

/** To who is expected at a session, a while before it begins. */
export const sessionReminder = defineMail<RemindedThen, Reminded>({
  name: "reminder-before",
  subjectType: "session",
  replaces: true,
  find: (sending, kept) => findReminded(sending, kept, kept.startsAt),
  recall: (sending, kept) => recall(sending, kept),
});

/** To who took part, a while after the end: what was said is best written down now. */
export const sessionAfterwards = defineMail<RemindedThen, Reminded>({
  name: "reminder-after",
  subjectType: "session",
  replaces: true,
  find: (sending, kept) => {
    const until = new Date(Date.parse(kept.endsAt) + LOOK_BACK).toISOString();
    return findReminded(sending, kept, until);
  },
  recall: (sending, kept) => recall(sending, kept),
});

/** @param until from when on it is too late */
async function findReminded(
  { db, recipientId, subjectId, now }: Sending,
  { kind, startsAt, endsAt }: RemindedThen,
  until: Instant,
): Promise<Reminded | Unsent | null> {
  if (!recipientId) return null;
  const [session, seat, choice] = await Promise.all([
    sessionWith(db, subjectId),
    expected(db, { sessionId: subjectId, accountId: recipientId }),
    findMailChoice(db, recipientId),
  ]);
  if (!session || !seat) return null;
  if (session.cancelled || until <= now.toISOString()) return unsent("over");
  if (session.startsAt !== startsAt || session.endsAt !== endsAt) return unsent("replaced");
  return choice.reminders.includes(kind) ? { session, kind } : unsent("unwanted");
}

async function recall({ db, subjectId }: Sending, { kind, startsAt, endsAt }: RemindedThen): Promise<Reminded | null> {
  const session = await sessionWith(db, subjectId);
  return session ? { session: { ...session, startsAt, endsAt }, kind } : null;
}

const sessionWith = readTogether(async (db, ids) =>
  byColumn(await readSessionFacts(db.selectFrom("session").where("session.id", "in", ids)), "id"),
);

const expected = readTogether(async (db, seats: readonly Seat[]) => {
  const rows = await db
    .selectFrom("session_person")
    .select(["session_id as sessionId", "account_id as accountId"])
    .where("session_id", "in", [...new Set(seats.map(({ sessionId }) => sessionId))])
    .where("account_id", "in", [...new Set(seats.map(({ accountId }) => accountId))])
    .where(isInAudience)
    .execute();
  return new Map(rows.map((row) => [nameOfSeat(row), row]));
}, nameOfSeat);
