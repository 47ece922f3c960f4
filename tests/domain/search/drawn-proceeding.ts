import fc from "fast-check";
import { indexSession } from "#app/domain/proceedings/index-proceedings.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aDecision, aMinutes, aMinutesText, anActionPoint } from "#tests/support/factories/minutes.ts";
import { anAgendaItem } from "#tests/support/factories/sessions.ts";
import type { World } from "#tests/support/world.ts";

/** An agenda item with what was minuted under it. */
export interface DrawnProceeding {
  visibility: "shared" | "internal";
  removed: boolean;
  title: string;
  minutes: string | null;
  decision: string | null;
  action: string | null;
  owner: "participantAl" | "consultant" | "al" | "ba";
  /** Of the whole session; it stays what it was where null. */
  state: "circulated" | "final" | null;
  at: string;
}

/** @param text of titles and bodies */
export function drawnProceeding(text: fc.Arbitrary<string>): fc.Arbitrary<DrawnProceeding> {
  return fc.record({
    visibility: fc.constantFrom("shared", "internal"),
    removed: fc.boolean(),
    title: text,
    minutes: fc.option(text),
    decision: fc.option(text),
    action: fc.option(text),
    owner: fc.constantFrom("participantAl", "consultant", "al", "ba"),
    state: fc.constantFrom(null, null, "circulated", "final"),
    at: fc.constantFrom("2026-03-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z", "2019-06-01T08:00:00.000Z"),
  });
}

/** Puts an agenda item into a session with what was minuted under it, and indexes the session. */
export function addProceeding(store: Store, w: World, sessionId: string, drawn: DrawnProceeding): Promise<void> {
  const { visibility, title, minutes, decision, action, owner, state, at } = drawn;
  const by = w.people.organiser;
  return writeTransaction(store, async (db) => {
    const isEmpty = minutes === null && decision === null && action === null;
    // As the deeds have it: nothing is removed under which something stands.
    const removed_at = isEmpty && drawn.removed ? at : null;
    const item_id = await anAgendaItem(db, { session_id: sessionId, visibility, title, removed_at });
    const under = { session_id: sessionId, item_id };
    const last = await db.selectFrom("agenda_item").select("id").where("session_id", "=", sessionId).execute();
    const number = last.length;
    if (minutes !== null) await aMinutesText(db, { ...under, updated_by: by, body: minutes, updated_at: at });
    if (decision !== null) await aDecision(db, { ...under, number, created_by: by, text: decision, created_at: at });
    if (action !== null) {
      const isDelegation = owner === "al" || owner === "ba";
      const owns = isDelegation ? { delegation_id: w.beneficiaries[owner] } : { owner_id: w.people[owner] };
      const point = { ...under, ...owns, number, text: action, created_at: at };
      await anActionPoint(db, { group_id: w.groupId, ...point });
    }
    if (state !== null) {
      await db.deleteFrom("minutes").where("session_id", "=", sessionId).execute();
      await aMinutes(db, { session_id: sessionId, by, at, state });
    }
    await indexSession(db, sessionId);
  });
}
