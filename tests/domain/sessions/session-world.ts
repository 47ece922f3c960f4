import type { Actor, Role } from "#app/domain/access/actor.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import type { ChangeSession } from "#app/domain/sessions/change-session.server.ts";
import { type ScheduleSession, scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import type { SaidNews } from "#app/domain/sessions/session-mails.server.ts";
import type { News } from "#app/domain/sessions/session-news.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aMembership, anAccount } from "#tests/support/factories/people.ts";
import { type World, world } from "#tests/support/world.ts";

/** When the tests plan: weeks before the round of the world, 4-6 November 2026 in Sarajevo. */
export const now = new Date("2026-10-01T08:00:00.000Z");

export interface SessionWorld extends World {
  store: Store;
  organiser: Actor;
  /** Somebody with another part, so that the interpreter is none of the world's people. */
  interpreter: string;
}

/** The world with an interpreter, who is an observer of both groups. */
export async function sessionWorld(store: Store): Promise<SessionWorld> {
  const base = await world(store);
  const interpreter = await join(store, "interpreter", "observer", base.groupId);
  await member(store, interpreter, base.otherGroupId, "observer");
  return { ...base, store, interpreter, organiser: await base.actor(base.people.organiser) };
}

/** A new account that is a member of a group. */
export function join(
  store: Store,
  name: string,
  role: Role,
  groupId: string,
  beneficiaryId: string | null = null,
): Promise<string> {
  return writeTransaction(store, async (db) => {
    const account_id = await anAccount(db, { name });
    await aMembership(db, { account_id, group_id: groupId, role, beneficiary_id: beneficiaryId });
    return account_id;
  });
}

export async function member(store: Store, account_id: string, group_id: string, role: Role): Promise<void> {
  await writeTransaction(store, (db) => aMembership(db, { account_id, group_id, role }));
}

/** A session with Bosnia and Herzegovina on 4 November at nine, unless told otherwise. */
export function sessionInput(w: SessionWorld, other: Partial<ScheduleSession> = {}): ScheduleSession {
  return {
    roundId: w.roundId,
    beneficiaryId: w.beneficiaries.ba,
    consultantIds: [w.people.consultant],
    interpreterId: w.interpreter,
    date: "2026-11-04",
    time: "09:00",
    minutes: 60,
    language: "bs",
    joinLink: "https://meet.test.example/ba",
    attribution: "beneficiary",
    ...other,
  };
}

export function schedule(w: SessionWorld, other: Partial<ScheduleSession> = {}, at = now): Promise<{ id: string }> {
  return scheduleSession(w.store, w.organiser, sessionInput(w, other), at);
}

/** A change of a session as its form would send it when only `other` was touched. */
export async function changeInput(
  w: SessionWorld,
  sessionId: string,
  other: Partial<ChangeSession> = {},
): Promise<ChangeSession> {
  const db = w.store.read;
  const row = await sessionRow(w, sessionId);
  const parts = await findParts(db, sessionId);
  const having = (wanted: string) => [...parts].filter(([, part]) => part === wanted).map(([id]) => id);
  return {
    sessionId,
    revision: row.revision,
    date: row.wall_date,
    time: row.wall_time,
    minutes: (Date.parse(row.ends_at) - Date.parse(row.starts_at)) / 60_000,
    language: row.language as ChangeSession["language"],
    joinLink: row.join_link,
    attribution: row.attribution,
    delegateIds: having("delegate"),
    consultantIds: having("consultant"),
    interpreterId: having("interpreter")[0] ?? null,
    ...other,
  };
}

export function sessionRow(w: SessionWorld, id: string) {
  return w.store.read.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

const site = { publicUrl: "https://zbornik.example", mailFrom: "sessions@zbornik.example" };

/** Sends all that waits, also for further changes. @returns what was told now, as `what name`, sorted */
export async function told(w: SessionWorld): Promise<string[]> {
  const at = new Date(now.getTime() + 72 * 3_600_000);
  const before = await sentRows(w);
  const smtp = { kind: "smtp" as const, send: async () => ({ accepted: true, response: "250", permanent: false }) };
  await sendDue(w.store, { site, mails }, smtp, () => at);
  const known = new Set(before.map(({ id }) => id));
  const rows = (await sentRows(w)).filter(({ id }) => !known.has(id));
  return rows.map(({ parameters, name }) => `${(JSON.parse(parameters) as SaidNews).told?.what} ${name}`).sort();
}

/** What the mails of a kind told, and of which session. */
export async function toldFacts(w: SessionWorld, what: News["what"]): Promise<Record<string, unknown>[]> {
  const said = (await sentRows(w)).map((row) => ({
    sessionId: row.subject_id,
    ...(JSON.parse(row.parameters) as SaidNews).told,
  }));
  return said.filter((one) => one.what === what);
}

function sentRows(w: SessionWorld) {
  return w.store.read
    .selectFrom("outbox")
    .innerJoin("account", "account.id", "outbox.recipient_id")
    .select(["outbox.id", "outbox.parameters", "outbox.subject_id", "account.name"])
    .where("outbox.state", "=", "sent")
    .orderBy("outbox.address")
    .execute();
}
