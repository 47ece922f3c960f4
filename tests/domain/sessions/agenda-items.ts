import type { AgendaItemFields } from "#app/domain/sessions/agenda-input.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { sessionView } from "#app/views/sessions/session-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now, type SessionWorld } from "#tests/domain/sessions/session-world.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { anAgendaTemplate } from "#tests/support/factories/sessions.ts";
import { viewer } from "#tests/support/viewer.ts";

/** An item as a form gives it. */
export function item(title: string): AgendaItemFields {
  return { kind: "discussion", title, description: "", minutes: 10, visibility: "shared", attribution: null };
}

/** What the organiser sees. */
export async function titles(w: SessionWorld, sessionId: string): Promise<string[]> {
  const view = sessionView(await findSession(w.store.read, w.organiser, sessionId, now), viewer());
  return view.agenda.items.map(({ title }) => title);
}

export async function idOf(w: SessionWorld, title: string): Promise<string> {
  const row = await w.store.read
    .selectFrom("agenda_item")
    .select("id")
    .where("title", "=", title)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A template of three items: internal, then shared; the last one has no Bosnian title. */
export async function template(w: SessionWorld, practices: Labels = { en: "Practices" }): Promise<string> {
  const items = [
    { titles: { en: "Preparation", bs: "Priprema" }, descriptions: {}, minutes: 10, visibility: "internal" },
    { titles: { en: "Welcome", bs: "Uvod" }, descriptions: { en: "Who **leads**.", bs: "Ko **vodi**." }, minutes: 5 },
    { titles: practices, descriptions: {}, minutes: 20, kind: "capture-practices" },
  ] as const;
  return writeTransaction(w.store, (db) =>
    anAgendaTemplate(db, {
      items: items.map(({ titles: labels, descriptions, ...item }) => ({
        ...{ titles: JSON.stringify(labels), descriptions: JSON.stringify(descriptions), ...item },
      })),
    }),
  );
}

/** Something captured under an item. */
export async function capture(
  w: SessionWorld,
  sessionId: string,
  itemId: string,
  status: "captured" | "complete" | "draft",
) {
  await writeTransaction(w.store, (db) =>
    aContribution(db, {
      ...{ group_id: w.groupId, author_id: w.people.participantBa, beneficiary: "ba", status },
      ...{ delegation_id: w.beneficiaries.ba, round_id: w.roundId, session_id: sessionId, agenda_item_id: itemId },
    }),
  );
}
