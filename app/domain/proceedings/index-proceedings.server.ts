import { minutesId } from "#app/domain/proceedings/proceeding-rows.server.ts";
import {
  actionPointSource,
  agendaItemSource,
  decisionSource,
  minutesSource,
} from "#app/domain/proceedings/proceeding-sources.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import type { Db } from "#db/store.ts";

/** Brings the search into agreement with agenda items. In the transaction of every change of one; so are the others. */
export function indexAgendaItems(db: Db, itemIds: readonly string[]): Promise<void> {
  return indexRecords(db, agendaItemSource, itemIds);
}

/** The same with what the minutes say of agenda items. */
export function indexMinutes(db: Db, itemIds: readonly string[]): Promise<void> {
  return indexRecords(db, minutesSource, itemIds.map(minutesId));
}

/** The same with decisions. */
export function indexDecisions(db: Db, ids: readonly string[]): Promise<void> {
  return indexRecords(db, decisionSource, ids);
}

/** The same with action points. */
export function indexActionPoints(db: Db, ids: readonly string[]): Promise<void> {
  return indexRecords(db, actionPointSource, ids);
}

/** The same with agenda items and all that was minuted under them, whose readers they decide. */
export async function indexItems(db: Db, itemIds: readonly string[]): Promise<void> {
  await indexAgendaItems(db, itemIds);
  await indexMinutes(db, itemIds);
  await indexDecisions(db, await idsOf(db, "decision", "item_id", itemIds));
  await indexActionPoints(db, await idsOf(db, "action_point", "item_id", itemIds));
}

/** The same with the minutes and decisions of a session, whose state decides who reads them. */
export async function indexMinutesOf(db: Db, sessionId: string): Promise<void> {
  await indexMinutes(db, await idsOf(db, "agenda_item", "session_id", [sessionId]));
  await indexDecisions(db, await idsOf(db, "decision", "session_id", [sessionId]));
}

/** The same with all of a session, whose language they are written in. */
export async function indexSession(db: Db, sessionId: string): Promise<void> {
  await indexAgendaItems(db, await idsOf(db, "agenda_item", "session_id", [sessionId]));
  await indexMinutesOf(db, sessionId);
  await indexActionPoints(db, await idsOf(db, "action_point", "session_id", [sessionId]));
}

async function idsOf(
  db: Db,
  table: "agenda_item" | "decision" | "action_point",
  by: "item_id" | "session_id",
  values: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom(table as "decision")
    .select("id")
    .where(by, "in", values)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
