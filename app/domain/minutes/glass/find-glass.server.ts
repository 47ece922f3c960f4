import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findRecord, type SessionRecord } from "#app/domain/minutes/find-record.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** That a session was opened. */
export interface GlassOpening {
  id: string;
  sessionId: string;
  /** The administrator's name. */
  by: string;
  reason: string;
  openedAt: Instant;
  endsAt: Instant;
}

/** The openings of a session that the actor sees, latest first. */
export async function findGlassOpenings(db: Db, actor: Actor, sessionId: string): Promise<GlassOpening[]> {
  const rows = await sessionsVisibleTo(db, actor)
    .innerJoin("glass_opening", "glass_opening.session_id", "session.id")
    .innerJoin("account", "account.id", "glass_opening.account_id")
    .select(["glass_opening.id", "glass_opening.session_id", "account.name", "glass_opening.reason"])
    .select(["glass_opening.opened_at", "glass_opening.ends_at"])
    .where("session.id", "=", sessionId)
    .orderBy("glass_opening.opened_at", "desc")
    .orderBy("glass_opening.id")
    .execute();
  return rows.map(openingOf);
}

/**
 * What an administrator has open now, latest first.
 * @throws NotFound for everybody else
 */
export async function findOwnOpenings(db: Db, actor: Actor, now: Date): Promise<GlassOpening[]> {
  return (await ownOpenings(db, actor, now).execute()).map(openingOf);
}

/**
 * The record of a session that an administrator opened, while it is open: agenda, minutes, decisions, action points,
 * attendance and what was captured in it, and nothing else of its group. That it is looked at is logged first.
 * @throws NotFound when it is not open any more, or was opened by somebody else
 */
export async function readThroughGlass(
  store: Store,
  actor: Actor,
  openingId: string,
  now: Date,
): Promise<{ opening: GlassOpening; record: SessionRecord }> {
  return writeTransaction(store, async (db) => {
    const row = await ownOpenings(db, actor, now).where("glass_opening.id", "=", openingId).executeTakeFirst();
    if (!row) throw new NotFound("page");
    const opening = openingOf(row);
    const subject = { id: opening.sessionId, group_id: row.group_id };
    await recordEvent(db, actor, "glass.viewed", subject, { opening: opening.id }, now);
    // Read as an organiser of the group would read this one session.
    const membership = {
      groupId: row.group_id,
      groupSlug: "",
      programmeId: row.programme_id,
      role: "organiser" as const,
    };
    const standing = { beneficiaryId: null, beneficiaryCode: null, institutionId: null, speaks: false };
    const reader: Actor = { ...actor, memberships: [{ ...membership, ...standing }] };
    return { opening, record: await findRecord(db, reader, opening.sessionId, now) };
  });
}

function ownOpenings(db: Db, actor: Actor, now: Date) {
  return db
    .selectFrom("glass_opening")
    .innerJoin("account", "account.id", "glass_opening.account_id")
    .innerJoin("session", "session.id", "glass_opening.session_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .select(["glass_opening.id", "glass_opening.session_id", "account.name", "glass_opening.reason"])
    .select(["glass_opening.opened_at", "glass_opening.ends_at", "session.group_id", "working_group.programme_id"])
    .where("glass_opening.account_id", "=", requireAdministrator(actor))
    .where("glass_opening.ends_at", ">", now.toISOString())
    .orderBy("glass_opening.opened_at", "desc")
    .orderBy("glass_opening.id");
}

function openingOf(row: {
  id: string;
  session_id: string;
  name: string;
  reason: string;
  opened_at: Instant;
  ends_at: Instant;
}): GlassOpening {
  const { id, session_id, name, reason, opened_at, ends_at } = row;
  return { id, sessionId: session_id, by: name, reason, openedAt: opened_at, endsAt: ends_at };
}
