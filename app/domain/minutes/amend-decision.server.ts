import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import {
  authoriseAmending,
  refuseDecided,
  refuseMany,
  tellProposer,
} from "#app/domain/minutes/amend-minutes.server.ts";
import { type DecisionAmendment, findDecisionAmendments } from "#app/domain/minutes/find-decision-amendments.server.ts";
import { type Decision, findDecisions } from "#app/domain/minutes/find-decisions.server.ts";
import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";
import { type OpenRecord, openRecord, openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { indexDecisions } from "#app/domain/proceedings/index-proceedings.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Opens a decision for whoever may propose what it should say.
 * @throws NotFound, Forbidden, Refused once the time for it is over
 */
export async function openAmendableDecision(
  db: Db,
  actor: Actor,
  { sessionId, decisionId }: { sessionId: string; decisionId: string },
  now: Date,
): Promise<OpenRecord & { decision: Decision }> {
  const opened = await openRecord(db, actor, sessionId);
  const { items } = await agendaOf(db, actor, opened.session);
  const decision = (await findDecisions(db, opened.session.id, items)).find(({ id }) => id === decisionId);
  if (!decision) throw new NotFound("decision");
  await authoriseAmending(db, actor, opened, now);
  return { ...opened, decision };
}

/** What the form of an amendment of a decision is filled in with. */
export function decisionTextValues({ text, revision }: Decision): Record<string, string> {
  return { body: text, revision: String(revision) };
}

/**
 * Proposes what a decision should say.
 * @param input.revision the one it was begun from
 * @throws NotFound, Forbidden, Refused, Conflict when the decision was amended since
 */
export async function proposeDecisionAmendment(
  store: Store,
  actor: Actor,
  input: { sessionId: string; decisionId: string; body: string; note: string; revision: number },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, decision } = await openAmendableDecision(db, actor, input, now);
    const { body, note } = input;
    if (decision.revision !== input.revision) throw new Conflict(decisionTextValues(decision), decision.id);
    if (decision.text === body) throw new Refused([{ field: "body", message: { key: "minutes.sameText" } }]);
    refusePersonalData({ body, note }, now);
    await refuseMany(db, "decision_amendment", session.id, actor);
    const id = newId();
    const proposed = { author_id: sure(actor.accountId), proposed_at: now.toISOString(), note };
    await db
      .insertInto("decision_amendment")
      .values({
        id,
        decision_id: decision.id,
        session_id: session.id,
        base_text: decision.text,
        text: body,
        ...proposed,
      })
      .execute();
    const subject = { id: decision.id, group_id: session.groupId };
    await recordEvent(db, actor, "decision-amendment.proposed", subject, { amendment: id }, now);
    return { id };
  });
}

/** An amendment with what the decision would say if it were accepted now. */
export interface DecisionAmendmentToDecide extends Pick<OpenRecord, "session"> {
  amendment: DecisionAmendment;
  merged: string;
  /** How often the decision was amended in the same lines since: both stand there then. */
  clashes: number;
}

/**
 * An amendment of a decision for those who decide on it.
 * @throws NotFound, Forbidden, Refused
 */
export async function findDecisionAmendmentToDecide(
  db: Db,
  actor: Actor,
  { sessionId, amendmentId }: { sessionId: string; amendmentId: string },
): Promise<DecisionAmendmentToDecide> {
  const { session } = await openRecordFor(db, actor, sessionId, "minutes.write");
  const decisions = await findDecisions(db, session.id, await itemsInOrder(db, session.id));
  const amendments = await findDecisionAmendments(db, actor, { sessionId, decisions, all: true });
  const amendment = amendments.find(({ id }) => id === amendmentId);
  if (!amendment) throw new NotFound("amendment");
  const { text: merged, clashes } = mergeTexts(amendment.baseText, amendment.text, amendment.of.text);
  return { session, amendment, merged, clashes };
}

/**
 * Accepts an amendment of a decision, or refuses it with a reason; its proposer is told.
 * @throws NotFound, Forbidden, Refused
 */
export async function decideDecisionAmendment(
  store: Store,
  actor: Actor,
  input: { sessionId: string; amendmentId: string; decision: "accepted" | "refused"; reason: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const { session, amendment, merged } = await findDecisionAmendmentToDecide(db, actor, input);
    const { decision: outcome, reason } = input;
    refuseDecided(amendment, input, now);
    const at = now.toISOString();
    await db
      .updateTable("decision_amendment")
      .set({ outcome, reason, decided_by: sure(actor.accountId), decided_at: at })
      .where("id", "=", amendment.id)
      .execute();
    const { id, revision } = amendment.of;
    if (outcome === "accepted") {
      await db
        .updateTable("decision")
        .set({ text: merged, revision: revision + 1, updated_at: at })
        .where("id", "=", id)
        .execute();
      await indexDecisions(db, [id]);
    }
    const subject = { id, group_id: session.groupId };
    await recordEvent(db, actor, `decision-amendment.${outcome}`, subject, { amendment: amendment.id }, now);
    await tellProposer(db, actor, { session, amendment }, now);
    return { id: session.id };
  });
}
