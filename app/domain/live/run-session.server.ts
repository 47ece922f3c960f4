import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findSteps, sharedItems } from "#app/domain/live/find-course.server.ts";
import { courseOf, itemAfter, type LiveCourse } from "#app/domain/live/live-course.ts";
import type { Move } from "#app/domain/live/moves.ts";
import { hasBegun, refuseFinal } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { LONGEST_OVERTIME } from "#app/domain/sessions/session-state.ts";
import { sure } from "#app/sure.ts";
import type { LiveStepTable } from "#db/schema/live-step.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Most steps of one session; far more than anybody takes. */
const MOST_STEPS = 500;

interface RunSession {
  sessionId: string;
  move: Move;
  /** Of `item`. */
  itemId: string | null;
  /** Version of the course in which the button was pressed. */
  seen: number;
}

type Step = Pick<LiveStepTable, "kind" | "item_id">;

/**
 * Moves a session on, or takes the last step back. Where somebody else was faster nothing happens: two who press "next"
 * at once go on by one item.
 * @throws NotFound, Forbidden, Refused too early or too late, once the record is closed, and for an item that takes no
 *   time
 */
export async function runSession(
  store: Store,
  actor: Actor,
  input: RunSession,
  now: Date = new Date(),
): Promise<{ id: string; moved: boolean }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, input.sessionId, "session.run");
    refuseFinal(record);
    refuseOutsideTime(session, now);
    const itemIds = await sharedItems(db, session.id);
    const { steps, version } = await findSteps(db, session.id);
    if (version !== input.seen) return { id: session.id, moved: false };
    const subject = { id: session.id, group_id: session.groupId };
    if (input.move === "undo") {
      const last = steps.at(-1);
      if (!last) return { id: session.id, moved: false };
      await takeBack(db, actor, { sessionId: session.id, number: last.number }, now);
      await recordEvent(db, actor, "live.undone", subject, { number: last.number }, now);
      return { id: session.id, moved: true };
    }
    const course = courseOf(steps, itemIds, { endsAt: session.endsAt, version, now });
    const step = stepFor(input, course, itemIds);
    if (!step || isSame(step, course)) return { id: session.id, moved: false };
    const number = await nextNumber(db, session.id);
    const at = now.toISOString();
    await db
      .insertInto("live_step")
      .values({ session_id: session.id, number, ...step, at, by_id: sure(actor.accountId) })
      .execute();
    await recordEvent(db, actor, "live.stepped", subject, { kind: step.kind, number }, now);
    return { id: session.id, moved: true };
  });
}

/** @throws Refused before people gather, and long after the end */
function refuseOutsideTime(session: SessionFacts, now: Date): void {
  if (!hasBegun(session, now)) throw new Refused({ key: "live.tooEarly" });
  if (now.getTime() > Date.parse(session.endsAt) + LONGEST_OVERTIME) throw new Refused({ key: "live.tooLate" });
}

/** The step that a move comes to; null where it means nothing now. @throws Refused */
function stepFor({ move, itemId }: RunSession, course: LiveCourse, itemIds: readonly string[]): Step | null {
  const items = itemIds.map((id) => ({ id }));
  const to = (id: string | undefined): Step | null => (id === undefined ? null : { kind: "item", item_id: id });
  switch (move) {
    case "start":
      if (itemIds.length === 0) throw new Refused({ key: "live.noItems" });
      return course.phase === "ready" ? to(itemIds[0]) : null;
    case "next":
      return to(itemAfter(items, course)?.id);
    case "item":
      if (!itemIds.includes(itemId ?? "")) throw new Refused({ key: "live.notOnAgenda" });
      return to(itemId ?? undefined);
    case "resume":
      return course.phase === "paused" ? to(course.itemId ?? itemIds[0]) : null;
    case "pause":
      return course.phase === "running" ? { kind: "pause", item_id: null } : null;
    default:
      return course.phase === "running" || course.phase === "paused" ? { kind: "end", item_id: null } : null;
  }
}

function isSame({ kind, item_id }: Step, { phase, itemId }: LiveCourse): boolean {
  return kind === "item" && phase === "running" && item_id === itemId;
}

async function takeBack(
  db: Db,
  actor: Actor,
  { sessionId, number }: { sessionId: string; number: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable("live_step")
    .set({ undone_at: now.toISOString(), undone_by: sure(actor.accountId) })
    .where("session_id", "=", sessionId)
    .where("number", "=", number)
    .execute();
}

/** @throws Refused for a log that nobody reads any more */
async function nextNumber(db: Db, sessionId: string): Promise<number> {
  const { last } = await db
    .selectFrom("live_step")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("session_id", "=", sessionId)
    .executeTakeFirstOrThrow();
  if (Number(last) >= MOST_STEPS) throw new Refused({ key: "live.tooManySteps" });
  return Number(last) + 1;
}
