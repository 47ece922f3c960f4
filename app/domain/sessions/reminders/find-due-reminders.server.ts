import { isInAudience } from "#app/domain/access/session.server.ts";
import { findMailChoice } from "#app/domain/mail/find-mail-choice.server.ts";
import type { ReminderKind } from "#app/domain/mail/mail-choice.ts";
import { dueReminder, LOOK_AHEAD, LOOK_BACK } from "#app/domain/sessions/reminders/reminder-times.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Whom to remind of which session. */
export interface SeatToRemind {
  sessionId: string;
  groupId: string;
  accountId: string;
  address: string;
  kind: ReminderKind;
  startsAt: Instant;
  endsAt: Instant;
}

/**
 * Who is to be reminded now of what, whether that was done already or not. Who was told of the session, or of its time,
 * only after the moment of the reminder needs none; nor who does not come. Nobody is asked what was said where they
 * were not.
 */
export async function findDueReminders(db: Db, now: Date): Promise<SeatToRemind[]> {
  const seats = await findSeats(db, now);
  const lastTold = await findLastTold(db, now);
  const found = await Promise.all(
    seats.map(async (seat): Promise<SeatToRemind[]> => {
      const { reminders } = await findMailChoice(db, seat.accountId);
      const due = dueReminder(seat, reminders, now);
      const told = lastTold.get(`${seat.sessionId} ${seat.accountId}`) ?? "";
      if (!due || seat.invitedAt > due.at || told > due.at) return [];
      if (due.kind === "after" && (seat.part === "interpreter" || seat.isMissing)) return [];
      const { sessionId, groupId, accountId, address, startsAt, endsAt } = seat;
      return [{ sessionId, groupId, accountId, address, startsAt, endsAt, kind: due.kind }];
    }),
  );
  return found.flat();
}

async function findSeats(db: Db, now: Date) {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select([
      "session.id as sessionId",
      "session.group_id as groupId",
      "session.starts_at as startsAt",
      "session.ends_at as endsAt",
      "session_person.account_id as accountId",
      "session_person.invited_at as invitedAt",
      "session_person.part",
      "account.address",
    ])
    .select((eb) =>
      eb
        .selectFrom("attendance")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("attendance.session_id", "=", "session.id")
        .whereRef("attendance.account_id", "=", "session_person.account_id")
        .where("attendance.state", "in", ["absent", "excused"])
        .as("missing"),
    )
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", "<=", at(LOOK_AHEAD))
    .where("session.ends_at", ">", at(-LOOK_BACK))
    .where("account.status", "=", "active")
    .where((eb) => isInAudience(eb))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("session_answer")
            .select("session_answer.id")
            .whereRef("session_answer.session_id", "=", "session.id")
            .whereRef("session_answer.account_id", "=", "session_person.account_id")
            .where("session_answer.answer", "=", "declined")
            .where("session_answer.lapsed", "is", null)
            .where("session_answer.replaced_at", "is", null),
        ),
      ),
    )
    .orderBy("session.starts_at")
    .orderBy("session.id")
    .orderBy("session_person.account_id")
    .execute();
  return rows.map(({ missing, ...row }) => ({ ...row, isMissing: (missing ?? 0) > 0 }));
}

/** When each was told last of a session, or is going to be, as far as that is recent. */
async function findLastTold(db: Db, now: Date): Promise<Map<string, Instant>> {
  const rows = await db
    .selectFrom("outbox")
    .select(["subject_id", "recipient_id", "created_at", "sent_at"])
    .where("template", "=", sessionNews.name)
    .where("state", "<>", "dropped")
    .where("created_at", ">", new Date(now.getTime() - 8 * LOOK_BACK).toISOString())
    .execute();
  const last = new Map<string, Instant>();
  for (const { subject_id, recipient_id, created_at, sent_at } of rows) {
    const key = `${subject_id} ${recipient_id}`;
    const at = sent_at ?? created_at;
    if (at > (last.get(key) ?? "")) last.set(key, at);
  }
  return last;
}
