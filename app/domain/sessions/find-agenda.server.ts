import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type AgendaTimes, agendaTimes } from "#app/domain/sessions/agenda-times.ts";
import { hasCaptures, itemOf, itemsInOrder, openAgenda } from "#app/domain/sessions/open-agenda.server.ts";
import { formatsOf } from "#app/domain/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import { type findVisibleSession, relationsToSession } from "#app/domain/sessions/visible-session.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { isLanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** An agenda item as a reader sees it. */
export interface AgendaEntry {
  id: string;
  kind: string;
  title: string;
  descriptionHtml: string;
  minutes: number;
  /** "09:30" in the session's zone; null for internal items, which stand beside the clock. */
  start: string | null;
  internal: boolean;
  /** Its own attribution, or null where the session's holds. */
  attribution: string | null;
}

/** An agenda with its times. */
export interface Agenda {
  items: AgendaEntry[];
  /** Minutes of the shared items. */
  total: number;
  /** Minutes by which they exceed the session, or 0. */
  excess: number;
}

type Session = Awaited<ReturnType<typeof findVisibleSession>>;

/**
 * The agenda of a session that was found through what the actor sees. Internal items are there for the organisers and
 * the session's consultants; for everybody else nothing tells that there are any.
 */
export async function agendaOf(db: Db, actor: Actor, session: Session, reader: Reader): Promise<Agenda> {
  const relations = await relationsToSession(db, actor, session);
  const all = await itemsInOrder(db, session.id);
  const seesInternal = can(actor, "agenda.view-internal", { groupId: session.group_id, relations });
  const items = seesInternal ? all : all.filter(({ visibility }) => visibility === "shared");
  const times: AgendaTimes = agendaTimes(items, session.starts_at, session.ends_at);
  const formats = formatsOf(session, reader);
  return {
    total: times.total,
    excess: times.excess,
    items: items.map((item, at) => {
      const start = times.starts[at];
      return {
        id: item.id,
        kind: item.kind,
        title: item.title,
        descriptionHtml: item.description_html,
        minutes: item.minutes,
        start: start ? formats.time(start) : null,
        internal: item.visibility === "internal",
        attribution: item.attribution,
      };
    }),
  };
}

/**
 * An agenda for somebody who may change it: also what was removed, newest first.
 * @throws NotFound, Forbidden, Refused
 */
export async function findAgendaToEdit(db: Db, actor: Actor, sessionId: string, reader: Reader) {
  const { session } = await openAgenda(db, actor, sessionId);
  const removed = await db
    .selectFrom("agenda_item")
    .select(["id", "title", "kind", "minutes"])
    .where("session_id", "=", session.id)
    .where("removed_at", "is not", null)
    .orderBy("removed_at", "desc")
    .orderBy("position")
    .limit(20)
    .execute();
  const lang = isLanguageCode(session.language) ? languages[session.language].tag : session.language;
  return { title: await titleOf(db, session, reader), lang, ...(await agendaOf(db, actor, session, reader)), removed };
}

/**
 * One item as a form shows it, or with null the agenda that a new one is for.
 * @throws NotFound, Forbidden, Refused
 */
export async function findAgendaItem(db: Db, actor: Actor, sessionId: string, itemId: string | null, reader: Reader) {
  const { session, items } = await openAgenda(db, actor, sessionId);
  const shown = {
    title: await titleOf(db, session, reader),
    groupId: session.group_id,
    attribution: session.attribution,
  };
  return { session: shown, item: itemId === null ? null : storedItem(itemOf(items, itemId)) };
}

function storedItem(item: Awaited<ReturnType<typeof itemsInOrder>>[number]) {
  const { id, kind, title, description, minutes, visibility, attribution, revision } = item;
  const stored = { kind, title, description, visibility, attribution: attribution ?? "" };
  return { id, stored: { ...stored, minutes: String(minutes), revision: String(revision) } };
}

async function titleOf(db: Db, session: Session, reader: Reader): Promise<string> {
  if (!session.beneficiary_id) return sessionTitle(reader.text, null);
  const row = await db
    .selectFrom("beneficiary")
    .select(["names", "mark"])
    .where("id", "=", session.beneficiary_id)
    .executeTakeFirstOrThrow();
  return sessionTitle(reader.text, nameWithMark(row, reader.locale));
}

/** A template that a group is offered. */
export interface TemplateOption {
  id: string;
  name: string;
}

/** The agenda templates that a group is offered, by name. */
export async function findTemplates(db: Db, groupId: string, reader: Reader): Promise<TemplateOption[]> {
  const rows = await db
    .selectFrom("agenda_template")
    .select(["id", "names"])
    .where((eb) => eb.or([eb("group_id", "is", null), eb("group_id", "=", groupId)]))
    .execute();
  return rows
    .map(({ id, names }) => ({ id, name: label(parseLabels(names), reader.locale) }))
    .sort((a, b) => reader.formats.collator.compare(a.name, b.name));
}

/** Whether a template may still take the place of what is there. */
export async function mayReplaceAgenda(db: Db, sessionId: string): Promise<boolean> {
  const items = await itemsInOrder(db, sessionId);
  return !(await hasCaptures(
    db,
    items.map(({ id }) => id),
  ));
}
