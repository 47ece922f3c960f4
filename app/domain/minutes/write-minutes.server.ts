import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";
import { refuseBeforeStart, refuseCirculated } from "#app/domain/minutes/minutes-state.ts";
import { openRecordFor } from "#app/domain/minutes/open-record.server.ts";
import { findText, storeRevision, textAt, textValues } from "#app/domain/minutes/store-revision.server.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";
import { itemOf, itemsInOrder } from "#app/domain/sessions/open-agenda.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface WriteMinutes {
  sessionId: string;
  itemId: string;
  body: string;
  /** The revision it was begun from. */
  from: number;
  /** The revision that its writer has seen. */
  revision: number;
  /** Brings it together with what others saved since it was begun. */
  merge: boolean;
  /** Why final minutes are corrected. */
  reason: string;
}

/**
 * Writes the minutes of an agenda item: in a draft, or as a signed correction of minutes that are final.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now and what both texts were `begun` from
 */
export async function writeMinutes(
  store: Store,
  actor: Actor,
  input: WriteMinutes,
  now: Date = new Date(),
): Promise<{ id: string; revision: number }> {
  return writeTransaction(store, async (db) => {
    const { session, record, subject } = await openRecordFor(db, actor, input.sessionId, "minutes.write");
    const item = itemOf(await itemsInOrder(db, session.id), input.itemId);
    const isCorrection = record.state === "final";
    refuseCirculated(record);
    if (isCorrection) {
      authorise(actor, "minutes.correct", subject);
      if (!input.reason) throw new Refused([{ field: "reason", message: { key: "common.required" } }]);
      refusePersonalData({ reason: input.reason }, now);
    } else refuseBeforeStart(session, now);
    const stored = await findText(db, item.id);
    const begun = await textAt(db, item.id, input.from);
    if (stored.revision !== input.revision) throw new Conflict({ ...textValues(stored), begun }, item.id);
    const body = input.merge ? mergeTexts(begun, input.body, stored.body).text : input.body;
    if (body === stored.body) return { id: session.id, revision: stored.revision };
    const text = { sessionId: session.id, itemId: item.id, body, revision: stored.revision, isCorrection };
    const signed = { authorId: sure(actor.accountId), reason: isCorrection ? input.reason : "" };
    const revision = await storeRevision(db, { ...text, ...signed }, now);
    const event = isCorrection ? "minutes.corrected" : "minutes.written";
    const written = { id: item.id, group_id: session.groupId };
    await recordEvent(db, actor, event, written, { sessionId: session.id, revision }, now);
    return { id: session.id, revision };
  });
}
