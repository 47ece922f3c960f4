import type { Actor } from "#app/domain/access/actor.ts";
import { agreeAction } from "#app/domain/minutes/agree-action.server.ts";
import { noteDecision } from "#app/domain/minutes/note-decision.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";

/** A session of which something is said everywhere: in both items, under them and under none. */
export async function spokenSession(): Promise<HeldSession> {
  const w = await heldSession();
  await speak(w, w.organiser, w.sessionId, { shared: w.shared, internal: w.internal });
  return w;
}

/** Minutes, decisions and action points under a shared item, an internal one and none. */
export async function speak(
  { store, people, beneficiaries }: HeldSession,
  actor: Actor,
  sessionId: string,
  items: { shared: string; internal: string },
  at = during,
): Promise<void> {
  const text = { sessionId, from: 0, revision: 0, merge: false, reason: "" };
  await writeMinutes(store, actor, { ...text, itemId: items.shared, body: "Zavičaj: **obuka** službenika." }, at);
  await writeMinutes(store, actor, { ...text, itemId: items.internal, body: "Zavičaj, među nama." }, at);
  for (const itemId of [items.shared, items.internal, null]) {
    await noteDecision(store, actor, { sessionId, text: "Zavičaj: protokol se piše.", itemId }, at);
    const owner = itemId === items.internal ? `person:${people.consultant}` : `delegation:${beneficiaries.ba}`;
    const action = { sessionId, text: "Zavičaj: poslati smjernice.", owner, dueOn: null, itemId };
    await agreeAction(store, actor, action, at);
  }
}

/** Puts a shared item on an agenda, with a description. @returns its id */
export async function addItem(w: HeldSession, sessionId: string, title: string): Promise<string> {
  const fields = { ...item(title), description: "Zavičaj, _na dnevnom redu_." };
  return (await addAgendaItem(w.store, w.organiser, { sessionId, ...fields })).id;
}
