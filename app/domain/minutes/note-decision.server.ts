import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type Decision, findDecisions } from "#app/domain/minutes/find-decisions.server.ts";
import { seenItem } from "#app/domain/minutes/find-minutes-item.server.ts";
import { refuseBeforeStart, refuseNoDraft } from "#app/domain/minutes/minutes-state.ts";
import { type OpenRecord, openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { indexDecisions } from "#app/domain/proceedings/index-proceedings.server.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

interface DecisionFields {
  sessionId: string;
  text: string;
  itemId: string | null;
}

/**
 * Notes what was decided, under the next number of the session.
 * @throws NotFound, Forbidden, Refused
 */
export async function noteDecision(
  store: Store,
  actor: Actor,
  input: DecisionFields,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, item } = await openDraft(db, actor, input, now);
    const number = await nextNumber(db, "decision", session.id, item?.internal ?? false);
    const id = newId();
    const at = now.toISOString();
    const made = { created_by: sure(actor.accountId), created_at: at, updated_at: at };
    const { text, itemId } = input;
    await db
      .insertInto("decision")
      .values({ id, session_id: session.id, item_id: itemId, number, text, ...made })
      .execute();
    await indexDecisions(db, [id]);
    const subject = { id, group_id: session.groupId };
    await recordEvent(db, actor, "decision.noted", subject, { sessionId: session.id, number }, now);
    return { id };
  });
}

/**
 * Changes what was decided, while the minutes are a draft.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now
 */
export async function editDecision(
  store: Store,
  actor: Actor,
  input: DecisionFields & { decisionId: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, item } = await openDraft(db, actor, input, now);
    const decision = await decisionOf(db, session.id, input.decisionId);
    if (decision.revision !== input.revision) throw new Conflict(decisionValues(decision), decision.id);
    const { text, itemId } = input;
    const number = await numberAmong(db, "decision", session.id, decision.number, item?.internal ?? false);
    await db
      .updateTable("decision")
      .set({ text, number, item_id: itemId, revision: decision.revision + 1, updated_at: now.toISOString() })
      .where("id", "=", decision.id)
      .execute();
    await indexDecisions(db, [decision.id]);
    const details = { sessionId: session.id, number };
    await recordEvent(db, actor, "decision.edited", { id: decision.id, group_id: session.groupId }, details, now);
    return { id: decision.id };
  });
}

/**
 * Takes back what was decided, while the minutes are a draft; its number is not given again.
 * @throws NotFound, Forbidden, Refused
 */
export async function removeDecision(
  store: Store,
  actor: Actor,
  { sessionId, decisionId }: { sessionId: string; decisionId: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, record } = await openRecordFor(db, actor, sessionId, "minutes.write");
    const decision = await decisionOf(db, session.id, decisionId);
    refuseNoDraft(record);
    await db
      .updateTable("decision")
      .set({ removed_at: now.toISOString(), revision: decision.revision + 1 })
      .where("id", "=", decision.id)
      .execute();
    await indexDecisions(db, [decision.id]);
    const details = { sessionId: session.id, number: decision.number };
    await recordEvent(db, actor, "decision.removed", { id: decision.id, group_id: session.groupId }, details, now);
    return { id: decision.id };
  });
}

/**
 * What was decided, for those who may change it.
 * @throws NotFound, Forbidden, Refused
 */
export async function findDecisionForm(
  db: Db,
  actor: Actor,
  { sessionId, decisionId }: { sessionId: string; decisionId: string },
): Promise<{ session: OpenRecord["session"]; decision: Decision }> {
  const { session } = await openRecordFor(db, actor, sessionId, "minutes.write");
  return { session, decision: await decisionOf(db, session.id, decisionId) };
}

/** What the form of a decision is filled in with. */
export function decisionValues({ text, itemId, revision }: Decision): Record<string, string> {
  return { text, itemId: itemId ?? "", revision: String(revision) };
}

/** What is internal is numbered behind this: in one row with the others its number would be missing to readers. */
const INTERNAL_BEHIND = 1000;

/** The next number of its kind in a session, among what is internal or what is not; one that was given stays given. */
export async function nextNumber(db: Db, table: NumberedTable, sessionId: string, internal: boolean): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>("number").as("last"))
    .where("session_id", "=", sessionId)
    .where("number", internal ? ">" : "<=", INTERNAL_BEHIND)
    .executeTakeFirst();
  return (row?.last ?? (internal ? INTERNAL_BEHIND : 0)) + 1;
}

/** The number of something that was changed: another one where it became internal, or is it no more. */
export async function numberAmong(
  db: Db,
  table: NumberedTable,
  sessionId: string,
  number: number,
  internal: boolean,
): Promise<number> {
  return number > INTERNAL_BEHIND === internal ? number : nextNumber(db, table, sessionId, internal);
}

type NumberedTable = "decision" | "action_point";

/** @throws NotFound, Forbidden, Refused */
export async function openDraft(
  db: Db,
  actor: Actor,
  { sessionId, text, itemId }: DecisionFields,
  now: Date,
): Promise<OpenRecord & { item: Awaited<ReturnType<typeof seenItem>> | null }> {
  const opened = await openRecordFor(db, actor, sessionId, "minutes.write");
  const item = itemId === null ? null : await seenItem(db, actor, opened.session, itemId);
  refuseNoDraft(opened.record);
  refuseBeforeStart(opened.session, now);
  refusePersonalData({ text }, now);
  return { ...opened, item };
}

async function decisionOf(db: Db, sessionId: string, decisionId: string): Promise<Decision> {
  const found = await findDecisions(db, sessionId, await itemsInOrder(db, sessionId));
  const decision = found.find(({ id }) => id === decisionId);
  if (!decision) throw new NotFound("decision");
  return decision;
}
