import type { Actor } from "#app/domain/access/actor.ts";
import { authorise, can } from "#app/domain/access/policy.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { type Amendment, findAmendments } from "#app/domain/minutes/find-amendments.server.ts";
import { hasAttended } from "#app/domain/minutes/find-minutes.server.ts";
import { seenItem } from "#app/domain/minutes/find-minutes-item.server.ts";
import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";
import { minutesColumns } from "#app/domain/minutes/minutes-columns.server.ts";
import { amendmentDecided } from "#app/domain/minutes/minutes-mails.server.ts";
import { isAmendable } from "#app/domain/minutes/minutes-state.ts";
import { type OpenRecord, openRecord, openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { findText, refuseOtherRevision, storeRevision, textAt } from "#app/domain/minutes/store-revision.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Opens the minutes of an item for whoever may propose what they should say.
 * @throws NotFound, Forbidden, Refused once the time for it is over
 */
export async function openAmendable(
  db: Db,
  actor: Actor,
  { sessionId, itemId }: { sessionId: string; itemId: string },
  now: Date,
): Promise<OpenRecord & { item: { id: string; title: string } }> {
  const opened = await openRecord(db, actor, sessionId);
  const item = await seenItem(db, actor, opened.session, itemId);
  await authoriseAmending(db, actor, opened, now);
  return { ...opened, item };
}

/**
 * Whether the actor may propose amendments to a record now.
 * @throws NotFound for a draft that the actor does not read, Forbidden, Refused once the time for it is over
 */
export async function authoriseAmending(db: Db, actor: Actor, opened: OpenRecord, now: Date): Promise<void> {
  const { record, subject, session } = opened;
  if (record.state === "draft" && !can(actor, "minutes.write", subject)) throw new NotFound("minutes");
  if (!can(actor, "minutes.write", subject)) {
    const relations = (await hasAttended(db, actor, opened)) ? (["attendee"] as const) : [];
    authorise(actor, "minutes.amend", { groupId: session.groupId, relations });
  }
  refuseCancelled(session);
  if (!isAmendable(record, now)) throw new Refused({ key: "minutes.notAmendable" });
}

/**
 * Proposes what the minutes of an item should say.
 * @param input.revision the one it was begun from
 * @throws NotFound, Forbidden, Refused, Conflict when the text was amended since
 */
export async function proposeAmendment(
  store: Store,
  actor: Actor,
  input: { sessionId: string; itemId: string; body: string; note: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, item } = await openAmendable(db, actor, input, now);
    const stored = await findText(db, item.id);
    refuseOtherRevision(stored, input.revision, item.id);
    if (stored.body === input.body) throw new Refused([{ field: "body", message: { key: "minutes.sameText" } }]);
    refusePersonalData({ note: input.note }, now);
    await refuseMany(db, "minutes_amendment", session.id, actor);
    const id = newId();
    const proposed = {
      author_id: sure(actor.accountId),
      proposed_at: now.toISOString(),
      base_revision: stored.revision,
    };
    const text = { ...minutesColumns(input.body, now), note: input.note };
    await db
      .insertInto("minutes_amendment")
      .values({ id, item_id: item.id, session_id: session.id, ...text, ...proposed })
      .execute();
    const subject = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, "minutes-amendment.proposed", subject, { amendment: id }, now);
    return { id };
  });
}

/** So many amendments of one person may wait in a session; whoever decides has to read them all. */
const MOST_WAITING = 20;

/** @throws Refused when enough of the actor's amendments wait to be decided */
export async function refuseMany(
  db: Db,
  table: "minutes_amendment" | "decision_amendment",
  sessionId: string,
  actor: Actor,
): Promise<void> {
  const { waiting } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number | string>().as("waiting"))
    .where("session_id", "=", sessionId)
    .where("author_id", "=", sure(actor.accountId))
    .where("decided_at", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(waiting) >= MOST_WAITING) throw new Refused({ key: "minutes.tooManyAmendments" });
}

/** An amendment with what the minutes would say if it were accepted now. */
export interface AmendmentToDecide extends Pick<OpenRecord, "session"> {
  amendment: Amendment;
  item: { id: string; title: string };
  /** What they said when the amendment was begun. */
  base: string;
  /** What they say now. */
  current: string;
  /** What they would say. */
  merged: string;
  /** How often the text was amended in the same lines since: both stand there then. */
  clashes: number;
}

/**
 * An amendment for those who decide on it.
 * @throws NotFound, Forbidden, Refused
 */
export async function findAmendmentToDecide(
  db: Db,
  actor: Actor,
  { sessionId, amendmentId }: { sessionId: string; amendmentId: string },
): Promise<AmendmentToDecide> {
  const { session } = await openRecordFor(db, actor, sessionId, "minutes.write");
  const items = await itemsInOrder(db, session.id);
  const amendments = await findAmendments(db, actor, { sessionId, items, all: true });
  const amendment = amendments.find(({ id }) => id === amendmentId);
  if (!amendment) throw new NotFound("amendment");
  const { body: current } = await findText(db, amendment.itemId);
  const base = await textAt(db, amendment.itemId, amendment.baseRevision);
  const { text: merged, clashes } = mergeTexts(base, amendment.body, current);
  const item = sure(items.find(({ id }) => id === amendment.itemId));
  return { session, amendment, item: { id: item.id, title: item.title }, base, current, merged, clashes };
}

/**
 * Accepts an amendment, which makes the next revision, or refuses it with a reason; its proposer is told.
 * @throws NotFound, Forbidden, Refused
 */
export async function decideAmendment(
  store: Store,
  actor: Actor,
  input: { sessionId: string; amendmentId: string; decision: "accepted" | "refused"; reason: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, amendment, merged } = await findAmendmentToDecide(db, actor, input);
    const { decision, reason } = input;
    refuseDecided(amendment, input, now);
    const decided = { decision, reason, decided_by: sure(actor.accountId), decided_at: now.toISOString() };
    await db.updateTable("minutes_amendment").set(decided).where("id", "=", amendment.id).execute();
    const subject = { id: amendment.itemId, group_id: session.groupId };
    if (decision === "accepted") {
      const { revision: before } = await findText(db, amendment.itemId);
      const text = { sessionId: session.id, itemId: amendment.itemId, body: merged, revision: before };
      const signed = { authorId: amendment.authorId, isCorrection: false, reason: "" };
      const revision = await storeRevision(db, { ...text, ...signed }, now);
      const details = { amendment: amendment.id, revision };
      await recordEvent(db, actor, "minutes-amendment.accepted", subject, details, now);
    } else await recordEvent(db, actor, "minutes-amendment.refused", subject, { amendment: amendment.id }, now);
    await tellProposer(db, actor, { session, amendment }, now);
    return { id: session.id };
  });
}

/** @throws Refused where it was decided already, and for a refusal without a reason */
export function refuseDecided(
  amendment: Pick<Amendment, "decision">,
  { decision, reason }: { decision: "accepted" | "refused"; reason: string },
  now: Date,
): void {
  if (amendment.decision !== null) throw new Refused({ key: "minutes.isDecided" });
  if (decision === "refused" && !reason) {
    throw new Refused([{ field: "reason", message: { key: "common.required" } }]);
  }
  refusePersonalData({ reason }, now);
}

/** Tells whoever proposed an amendment what became of it, unless they decided it themselves. */
export async function tellProposer(
  db: Db,
  actor: Actor,
  { session, amendment }: Pick<OpenRecord, "session"> & { amendment: Pick<Amendment, "id" | "authorId"> },
  now: Date,
): Promise<void> {
  const to = amendment.authorId === actor.accountId ? undefined : await findOpenAccount(db, amendment.authorId);
  if (!to) return;
  const about = { groupId: session.groupId, subjectId: session.id, mark: amendment.id };
  await queueMail(db, amendmentDecided, { kept: { amendment: amendment.id }, to, ...about }, now);
}
