import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { findDueReminders, type SeatToRemind } from "#app/domain/sessions/reminders/find-due-reminders.server.ts";
import {
  type RemindedThen,
  sessionAfterwards,
  sessionReminder,
} from "#app/domain/sessions/reminders/reminder-mails.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Puts the reminders that are due into the outbox, each once. They are worked out anew from what is true at the moment,
 * so that a move or a cancellation needs nothing: what is over when somebody looks again is not caught up with. An
 * outbox that forgets after a month has forgotten nothing that could be due.
 * @returns how many there were
 */
export async function queueReminders(store: Store, now: Date): Promise<number> {
  const due = await withoutQueued(store.read, await findDueReminders(store.read, now));
  if (due.length === 0) return 0;
  const queue = async (db: Db) => {
    for (const seat of await withoutQueued(db, await findDueReminders(db, now))) await queueOne(db, seat, now);
    return due.length;
  };
  return writeTransaction(store, queue, { quiet: true });
}

async function queueOne(db: Db, seat: SeatToRemind, now: Date): Promise<void> {
  const { sessionId, groupId, accountId, address, kind, startsAt, endsAt } = seat;
  const to = { id: accountId, address };
  const order = { kept: { kind, startsAt, endsAt }, to, groupId, subjectId: sessionId, mark: markOf(seat) };
  await queueMail(db, definitionOf(seat), order, now);
}

function definitionOf({ kind }: SeatToRemind): MailDefinition<RemindedThen, unknown> {
  return kind === "after" ? sessionAfterwards : sessionReminder;
}

/** Moved to another time, a session is reminded of again. */
function markOf({ sessionId, accountId, kind, startsAt, endsAt }: SeatToRemind): string {
  return `${sessionId}:${accountId}:${kind}:${kind === "after" ? endsAt : startsAt}`;
}

async function withoutQueued(db: Db, seats: readonly SeatToRemind[]): Promise<SeatToRemind[]> {
  const keyOf = (seat: SeatToRemind) => `${definitionOf(seat).name}:${markOf(seat)}`;
  const rows = await db
    .selectFrom("outbox")
    .select("idempotency_key")
    .where("idempotency_key", "in", ["", ...seats.map(keyOf)])
    .execute();
  const known = new Set(rows.map(({ idempotency_key }) => idempotency_key));
  return seats.filter((seat) => !known.has(keyOf(seat)));
}
