import type { Actor } from "#app/domain/access/actor.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

/** When the session of `heldSession` is going on. */
export const during = new Date("2026-11-04T08:20:00.000Z");

export interface HeldSession extends SessionWorld {
  sessionId: string;
  /** A shared item and an internal one. */
  shared: string;
  internal: string;
  consultant: Actor;
  delegate: Actor;
  speaker: Actor;
  /** Of another delegation. */
  outsider: Actor;
}

/** A session with Bosnia and Herzegovina that has begun, with a shared item and an internal one. */
export async function heldSession(): Promise<HeldSession> {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const add = async (title: string, visibility: "shared" | "internal") =>
    (await addAgendaItem(w.store, w.organiser, { sessionId, ...item(title), visibility })).id;
  const shared = await add("Needs", "shared");
  const internal = await add("Debrief", "internal");
  return {
    ...{ ...w, sessionId, shared, internal },
    consultant: await w.actor(w.people.consultant),
    delegate: await w.actor(w.people.participantBa),
    speaker: await w.actor(w.people.speakerBa),
    outsider: await w.actor(w.people.participantAl),
  };
}
