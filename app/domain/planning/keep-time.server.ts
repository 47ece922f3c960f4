import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type Clash, findClashes, openClashes } from "#app/domain/planning/clashes.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** A session at which somebody cannot, for whoever decides about it. */
export interface ClashOnPage {
  session: SessionFacts;
  /** Null once nobody cannot any more. */
  clash: Clash | null;
}

/**
 * A session and who cannot then, for organisers of its group.
 * @throws NotFound, Forbidden
 */
export async function findClashOf(db: Db, actor: Actor, sessionId: string, now: Date): Promise<ClashOnPage> {
  const session = await findSessionFacts(db, actor, sessionId);
  authorise(actor, "round.plan", { groupId: session.groupId });
  const [clash] = await findClashes(db, actor, { sessionId: session.id }, now);
  return { session, clash: clash ?? null };
}

/**
 * Decides that a session keeps its time although people cannot then. It holds for those who are shown, at this time,
 * until they say something else.
 * @param people whom the page named: nothing is decided about others
 * @throws NotFound, Forbidden, Refused when somebody else cannot by now, or nobody any more
 */
export async function keepTime(
  store: Store,
  actor: Actor,
  { sessionId, people }: { sessionId: string; people: readonly string[] },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, clash } = await findClashOf(db, actor, sessionId, now);
    const [open] = openClashes(clash ? [clash] : []);
    if (!open) throw new Refused({ key: "availability.nothingToKeep" });
    const ids = open.people.map(({ accountId }) => accountId);
    if (ids.some((id) => !people.includes(id))) throw new Refused({ key: "availability.othersCannot" });
    const decided = {
      ...{ starts_at: session.startsAt, ends_at: session.endsAt },
      ...{ kept_by: sure(actor.accountId), kept_at: now.toISOString() },
    };
    for (const account_id of ids) {
      await db
        .insertInto("kept_time")
        .values({ session_id: session.id, account_id, ...decided })
        .onConflict((conflict) => conflict.columns(["session_id", "account_id"]).doUpdateSet(decided))
        .execute();
    }
    const subject = { id: session.id, group_id: session.groupId };
    await recordEvent(db, actor, "session.time-kept", subject, { people: ids.length }, now);
    return { id: session.id };
  });
}
