import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { actionDue, actionOverdue } from "#app/domain/minutes/action-mails.server.ts";
import { todayIn } from "#app/domain/minutes/find-action-points.server.ts";
import { daysBetween, shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { Day } from "#db/schema/columns.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Days before it is due that the owner of an action point is reminded. */
const AHEAD_DAYS = 7;
const WEEK_DAYS = 7;

/**
 * Queues reminders of open action points: one when it is due within a week, one in every week after it was due, by the
 * calendar of the place where it was agreed. To the owner, or to everybody of the delegation that owns it. Run again it
 * queues nothing twice; there being nothing, it writes nothing.
 * @returns how many mails were queued
 */
export async function remindOfActions(store: Store, now: Date = new Date()): Promise<number> {
  if ((await findReminders(store.read, now)).length === 0) return 0;
  const queue = async (db: Db) => {
    const reminders = await findReminders(db, now);
    for (const { id, groupId, dueOn, week, to, mark } of reminders) {
      const about = { to, groupId, subjectId: id, mark };
      if (week === null) await queueMail(db, actionDue, { ...about, kept: { dueOn } }, now);
      else await queueMail(db, actionOverdue, { ...about, kept: { dueOn, week } }, now);
    }
    return reminders.length;
  };
  return writeTransaction(store, queue, { quiet: true });
}

interface Reminder {
  id: string;
  groupId: string;
  dueOn: Day;
  /** Whole weeks since it was due; null before. */
  week: number | null;
  to: { id: string; address: string };
  mark: string;
}

/** Reminders that are due and not in the outbox. */
async function findReminders(db: Db, now: Date): Promise<Reminder[]> {
  const rows = await db
    .selectFrom("action_point")
    .innerJoin("membership", "membership.group_id", "action_point.group_id")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("session", "session.id", "action_point.session_id")
    .select(["action_point.id", "action_point.group_id", "action_point.due_on", "session.zone"])
    .select(["account.id as account_id", "account.address"])
    .where("action_point.state", "=", "open")
    .where("session.status", "=", "scheduled")
    .where("action_point.due_on", "<=", lastDay(now))
    .where("membership.ended_at", "is", null)
    .where("account.status", "=", "active")
    .where((eb) =>
      eb.or([
        eb("action_point.owner_id", "=", eb.ref("account.id")),
        eb("action_point.delegation_id", "=", eb.ref("membership.beneficiary_id")),
      ]),
    )
    .orderBy("action_point.id")
    .orderBy("account.id")
    .execute();
  const reminders = rows.flatMap(({ id, group_id, due_on: dueOn, zone, account_id, address }): Reminder[] => {
    const today = todayIn(zone, now);
    if (dueOn === null || dueOn > shiftDays(today, AHEAD_DAYS)) return [];
    const week = dueOn < today ? Math.floor((daysBetween(dueOn, today) - 1) / WEEK_DAYS) : null;
    const mark = `${id}:${dueOn}:${account_id}:${week ?? "ahead"}`;
    return [{ id, groupId: group_id, dueOn, week, to: { id: account_id, address }, mark }];
  });
  const keys = reminders.map(keyOf);
  const known = new Set<string>();
  // A statement takes only so many values.
  for (let at = 0; at < keys.length; at += MAX_KEYS) {
    const found = await db
      .selectFrom("outbox")
      .select("idempotency_key")
      .where("idempotency_key", "in", keys.slice(at, at + MAX_KEYS))
      .execute();
    for (const { idempotency_key } of found) known.add(idempotency_key);
  }
  return reminders.filter((reminder) => !known.has(keyOf(reminder)));
}

const MAX_KEYS = 500;

/** The last day that may be within a week anywhere: some zones are a day ahead. */
function lastDay(now: Date): Day {
  return shiftDays(now.toISOString().slice(0, 10), AHEAD_DAYS + 1);
}

function keyOf({ week, mark }: Reminder): string {
  return `${(week === null ? actionDue : actionOverdue).name}:${mark}`;
}
