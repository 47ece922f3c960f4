import type { Actor } from "#app/domain/access/actor.ts";
import { consentWaits, ORIGINAL } from "#app/domain/access/indexed-values.server.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import { changeContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/**
 * Raises a sharing level after consent. Beyond the group it waits, heard in the group meanwhile, until somebody who
 * wrote none of the text has read it. Raising is a revision of its own: somebody who edits meanwhile, thinking of fewer
 * readers, meets a conflict instead of publishing.
 * @returns whether it waits
 */
export async function raiseSharing(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  granted: { request: string; level: SharingLevel },
  now: Date,
): Promise<boolean> {
  const { request, level } = granted;
  const waits = isHigher(level, "group") && !(await hasSecondReader(db, row.id));
  const reached = waits ? "group" : level;
  const details = { request, from: row.sharing, to: level };
  if (isHigher(reached, row.sharing)) {
    const events = () => [["sharing.granted", row, details]] as const;
    await changeContributions(db, actor, [{ row, cause: "raised", set: { sharing: reached }, events }], now);
  } else await recordEvent(db, actor, "sharing.granted", row, details, now);
  if (!waits) await noteRaised(db, request, now);
  return waits;
}

/** A wish that was consented to and waits for a second reader. */
export async function findWaitingRequest(
  db: Db,
  contributionId: string,
): Promise<{ id: string; toLevel: SharingLevel } | null> {
  const request = await db
    .selectFrom("sharing_request")
    .select(["id", "to_level"])
    .where("contribution_id", "=", contributionId)
    .where(consentWaits)
    .executeTakeFirst();
  return request ? { id: request.id, toLevel: request.to_level as SharingLevel } : null;
}

/**
 * Raises the level of a contribution to what was consented to, if anything waits, now that it may be.
 * @param unreadReason why though nobody has read it; null where somebody has
 */
export async function raiseWaiting(
  db: Db,
  actor: Actor,
  contributionId: string,
  unreadReason: string | null,
  now: Date,
): Promise<void> {
  const request = await findWaitingRequest(db, contributionId);
  if (!request) return;
  const row = sure(await db.selectFrom("contribution").selectAll().where("id", "=", contributionId).executeTakeFirst());
  const details = { request: request.id, from: row.sharing, to: request.toLevel };
  const event = unreadReason === null ? "sharing.raised" : "sharing.raised-unread";
  const events = () => [[event, row, details]] as const;
  const set = { sharing: request.toLevel, unread_reason: unreadReason };
  await changeContributions(db, actor, [{ row, cause: "raised", set, events }], now);
  await noteRaised(db, request.id, now);
}

async function hasSecondReader(db: Db, contributionId: string): Promise<boolean> {
  const { seconded_at } = await db
    .selectFrom("contribution_version")
    .select("seconded_at")
    .where("contribution_id", "=", contributionId)
    .where("provenance", "=", ORIGINAL)
    .executeTakeFirstOrThrow();
  return seconded_at !== null;
}

async function noteRaised(db: Db, requestId: string, now: Date): Promise<void> {
  await db.updateTable("sharing_request").set({ raised_at: now.toISOString() }).where("id", "=", requestId).execute();
}
