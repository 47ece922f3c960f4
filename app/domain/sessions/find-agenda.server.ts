import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { type AgendaTimes, agendaTimes } from "#app/domain/sessions/agenda-times.ts";
import { agendaItemValues, itemOf, itemsInOrder, openAgenda } from "#app/domain/sessions/open-agenda.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { type ItemKind, itemKindIn, type ListedTerm } from "#app/domain/vocabulary/vocabulary.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An agenda item as somebody sees it. */
export interface AgendaEntry {
  id: string;
  kind: ItemKind;
  title: string;
  descriptionHtml: string;
  minutes: number;
  /** Null for internal items, which stand beside the clock. */
  startsAt: Instant | null;
  internal: boolean;
  /** Its own attribution, or null where the session's holds. */
  attribution: string | null;
  /** What it asks, the same in every copy. */
  questionId: string;
}

/** An agenda with its times: `total` and `excess` are minutes. */
export interface Agenda extends Omit<AgendaTimes, "starts"> {
  items: AgendaEntry[];
}

/**
 * The agenda of a session that was found through what the actor sees. Internal items are there for the organisers and
 * the session's consultants; for everybody else nothing tells that there are any.
 */
export async function agendaOf(db: Db, actor: Actor, session: SessionFacts): Promise<Agenda> {
  const relations = await relationsToSession(db, actor, session);
  const vocabulary = await findVocabulary(db);
  const all = await itemsInOrder(db, session.id);
  const seesInternal = can(actor, "agenda.view-internal", { groupId: session.groupId, relations });
  const items = seesInternal ? all : all.filter(({ visibility }) => visibility === "shared");
  const { starts, total, excess } = agendaTimes(items, session.startsAt, session.endsAt);
  return {
    total,
    excess,
    items: items.map((item, at) => ({
      id: item.id,
      kind: itemKindIn(vocabulary, item.kind),
      title: item.title,
      descriptionHtml: item.description_html,
      minutes: item.minutes,
      startsAt: starts[at] ?? null,
      internal: item.visibility === "internal",
      attribution: item.attribution,
      questionId: item.question_id,
    })),
  };
}

/** An item that was taken off an agenda. */
export interface RemovedItem {
  id: string;
  title: string;
  minutes: number;
}

/** An agenda for somebody who may change it: also what was removed, newest first. */
export interface AgendaToEdit extends Agenda {
  session: SessionFacts;
  removed: RemovedItem[];
}

/** @throws NotFound, Forbidden, Refused */
export async function findAgendaToEdit(db: Db, actor: Actor, sessionId: string): Promise<AgendaToEdit> {
  const { session } = await openAgenda(db, actor, sessionId);
  const removed = await db
    .selectFrom("agenda_item")
    .select(["id", "title", "minutes"])
    .where("session_id", "=", session.id)
    .where("removed_at", "is not", null)
    .orderBy("removed_at", "desc")
    .orderBy("position")
    .orderBy("id")
    .limit(20)
    .execute();
  return { session, ...(await agendaOf(db, actor, session)), removed };
}

/** What the form of an agenda item is filled in with. */
export type AgendaItemValues = ReturnType<typeof agendaItemValues>;

/** What the forms of an agenda are made from. */
export interface AgendaItemForm {
  session: SessionFacts;
  /** What an item may be there for. */
  kinds: readonly ListedTerm[];
  item: { id: string; stored: AgendaItemValues } | null;
}

/**
 * One item as a form shows it, or with null the agenda that a new one is for.
 * @throws NotFound, Forbidden, Refused
 */
export async function findAgendaItem(
  db: Db,
  actor: Actor,
  sessionId: string,
  itemId: string | null,
): Promise<AgendaItemForm> {
  const { session, items } = await openAgenda(db, actor, sessionId);
  const { itemKind: kinds } = await findVocabulary(db);
  if (itemId === null) return { session, kinds, item: null };
  const item = itemOf(items, itemId);
  return { session, kinds, item: { id: item.id, stored: agendaItemValues(item) } };
}
