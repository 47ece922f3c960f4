import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, THEN } from "#tests/support/factories/given.ts";
import { anAgendaItem } from "#tests/support/factories/sessions.ts";

/** Minutes of a session that are final, unless told otherwise; everything at one time by one person. */
export async function aMinutes(
  db: Db,
  given: { session_id: string; by: string; at: string; state?: "circulated" | "final" },
): Promise<void> {
  const { session_id, by, at, state = "final" } = given;
  const circulated = { circulated_by: by, circulated_at: at, amendable_until: at };
  const final = state === "final" ? { final_by: by, final_at: at } : {};
  await db
    .insertInto("minutes")
    .values({ session_id, state, ...circulated, ...final })
    .execute();
}

/** An amendment to an item of its own, which nobody decided. @returns its id */
export async function anAmendment(
  db: Db,
  given: Given<"minutes_amendment", "session_id" | "author_id">,
): Promise<string> {
  const id = newId();
  const item_id = await anAgendaItem(db, { session_id: given.session_id });
  const decided = given.decision ? { decided_at: THEN, decided_by: given.author_id } : {};
  const text = { body: "Text", body_html: "<p>Text</p>", base_revision: 0, proposed_at: THEN };
  await db
    .insertInto("minutes_amendment")
    .values({ id, item_id, ...text, ...decided, ...given })
    .execute();
  return id;
}

/** An open action point, the first of its session. @returns its id */
export async function anActionPoint(
  db: Db,
  given: Given<"action_point", "group_id" | "session_id"> & { [Owner in "owner_id" | "delegation_id"]?: string | null },
): Promise<string> {
  const id = newId();
  const by = await db.selectFrom("session").select("created_by").where("id", "=", given.session_id).executeTakeFirst();
  const made = { created_by: by?.created_by ?? "", created_at: THEN, updated_at: THEN };
  await db
    .insertInto("action_point")
    .values({ id, number: 1, text: "Send the guidelines", ...made, ...given })
    .execute();
  return id;
}

/** The first decision of a session. @returns its id */
export async function aDecision(db: Db, given: Given<"decision", "session_id" | "created_by">): Promise<string> {
  const row = { id: newId(), number: 1, text: "It is done", created_at: THEN, updated_at: THEN, ...given };
  await db.insertInto("decision").values(row).execute();
  return row.id;
}

/** What the minutes of an item say, in their first revision. */
export async function aMinutesText(
  db: Db,
  given: Given<"minutes_text", "item_id" | "session_id" | "updated_by">,
): Promise<void> {
  const text = { body: "Text", body_html: "<p>Text</p>", revision: 1, updated_at: THEN };
  await db
    .insertInto("minutes_text")
    .values({ ...text, ...given })
    .execute();
}

/** The first step of a session: to an item that is spoken about from then on. */
export async function aLiveStep(db: Db, given: Given<"live_step", "session_id" | "by_id">): Promise<void> {
  const row = { number: 1, kind: "item" as const, at: THEN, ...given };
  await db.insertInto("live_step").values(row).execute();
}

/** An amendment of a decision, which nobody decided on. @returns its id */
export async function aDecisionAmendment(
  db: Db,
  given: Given<"decision_amendment", "decision_id" | "session_id" | "author_id">,
): Promise<string> {
  const row = { id: newId(), base_text: "It is done", text: "It is done by March", proposed_at: THEN, ...given };
  await db.insertInto("decision_amendment").values(row).execute();
  return row.id;
}

/** A session that an administrator opened, for an hour. @returns its id */
export async function aGlassOpening(
  db: Db,
  given: Given<"glass_opening", "session_id" | "account_id" | "reason">,
): Promise<string> {
  const row = { id: newId(), opened_at: THEN, ends_at: "2026-01-01T01:00:00.000Z", ...given };
  await db.insertInto("glass_opening").values(row).execute();
  return row.id;
}
