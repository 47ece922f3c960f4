import type { Actor } from "#app/domain/access/actor.ts";
import { GRANTED } from "#app/domain/access/indexed-values.server.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { supersedeRequests } from "#app/domain/knowledge/supersede-requests.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/**
 * Notes, inside the transaction that changes what a contribution says and takes it back to its group, that the consent
 * it had still holds and waits for a second reader of what it says now.
 */
export async function holdBack(
  db: Db,
  actor: Actor,
  row: { id: string; group_id: string; sharing: SharingLevel },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const consent = await db
    .selectFrom("sharing_request")
    .select(["decided_by", "decided_at"])
    .where("contribution_id", "=", row.id)
    .where("decision", "=", GRANTED)
    .orderBy("decided_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  await supersedeRequests(db, row.id, now);
  const request = newId();
  await db
    .insertInto("sharing_request")
    .values({
      ...{ id: request, contribution_id: row.id, from_level: "group", to_level: row.sharing },
      ...{ asked_by: sure(actor.accountId), asked_at: at, decision: "granted" },
      ...{ decided_by: consent?.decided_by ?? null, decided_at: consent?.decided_at ?? at },
    })
    .execute();
  await recordEvent(db, actor, "sharing.held-back", row, { request, from: row.sharing, to: "group" }, now);
}
