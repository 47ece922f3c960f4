import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, inEnglish, THEN } from "#tests/support/factories/given.ts";

/** An hour on the first day of the world's round, from nine in Sarajevo, with its pairing. @returns its id */
export async function aSession(
  db: Db,
  given: Given<"session", "group_id" | "round_id" | "created_by"> & { delegates?: readonly string[] },
): Promise<string> {
  const { delegates = [], ...said } = given;
  const startsAt = said.starts_at ?? "2026-11-04T08:00:00.000Z";
  const row = {
    ...{ id: newId(), pairing_id: newId(), beneficiary_id: null, language: "en" },
    ...{ starts_at: startsAt, ends_at: new Date(Date.parse(startsAt) + 3_600_000).toISOString() },
    ...{ zone: "Europe/Sarajevo", wall_date: startsAt.slice(0, 10), wall_time: "09:00" },
    ...{ created_at: THEN, updated_at: THEN, ...said },
  };
  const { pairing_id: id, round_id, beneficiary_id, language, created_at } = row;
  const minutes = (Date.parse(row.ends_at) - Date.parse(row.starts_at)) / 60_000;
  await db.insertInto("pairing").values({ id, round_id, beneficiary_id, minutes, language, created_at }).execute();
  await db.insertInto("session").values(row).execute();
  for (const account_id of delegates) await aSessionPerson(db, { session_id: row.id, account_id });
  return row.id;
}

/** Somebody of the audience of a session: a delegate, unless told otherwise. */
export async function aSessionPerson(
  db: Db,
  given: Given<"session_person", "session_id" | "account_id">,
): Promise<void> {
  await db
    .insertInto("session_person")
    .values({ part: "delegate", invited_at: THEN, ...given })
    .execute();
}

/** A mail of somebody invited that is to be looked at: it proposes another time. @returns its id */
export async function aReply(db: Db, given: Given<"received_reply", "session_id" | "account_id">): Promise<string> {
  const id = given.id ?? newId();
  await db
    .insertInto("received_reply")
    .values({ id, message_hash: id, result: "shown", reason: "counter", at: THEN, ...given })
    .execute();
  return id;
}

/** A shared discussion of ten minutes. @returns its id */
export async function anAgendaItem(db: Db, given: Given<"agenda_item", "session_id">): Promise<string> {
  const id = given.id ?? newId();
  const row = {
    ...{ id, question_id: id, position: 1, kind: "discussion" as const, title: "An item", minutes: 10 },
    ...{ visibility: "shared" as const, updated_at: THEN, ...given },
  };
  await db.insertInto("agenda_item").values(row).execute();
  return row.id;
}

/** A template with its items in order, each a shared discussion unless told otherwise. @returns its id */
export async function anAgendaTemplate(
  db: Db,
  given: Given<"agenda_template"> & {
    items?: readonly Omit<Given<"agenda_template_item", "titles" | "minutes">, "template_id">[];
  } = {},
): Promise<string> {
  const { items = [], ...said } = given;
  const row = { id: newId(), group_id: null, names: inEnglish("Template"), ...said };
  await db
    .insertInto("agenda_template")
    .values({ code: `template-${row.id}`, ...row })
    .execute();
  for (const [at, item] of items.entries()) {
    const id = item.id ?? newId();
    await db
      .insertInto("agenda_template_item")
      .values({
        ...{ id, question_id: id, template_id: row.id, position: at + 1, kind: "discussion", descriptions: "{}" },
        ...{ visibility: "shared", ...item },
      })
      .execute();
  }
  return row.id;
}

/** An answer that somebody accepts with, on the page, to the first day of the world's round. */
export async function anAnswer(db: Db, given: Given<"session_answer", "session_id" | "account_id">): Promise<void> {
  const time = { starts_at: "2026-11-04T08:00:00.000Z", ends_at: "2026-11-04T09:00:00.000Z", sequence: 0 };
  await db
    .insertInto("session_answer")
    .values({ id: newId(), answer: "accepted", way: "page", ...time, stamp: THEN, at: THEN, ...given })
    .execute();
}
