import type { Manifest } from "#app/domain/backups/manifest.ts";
import type { AuditEventName } from "#app/domain/history/audit-events.ts";
import { databaseExists, databaseOf, openStore } from "#db/engine.ts";

/** Something that took away a right or hid something, and happened after a backup. */
export interface Undone {
  at: string;
  event: string;
  subjectId: string;
}

/** What nobody may get back unnoticed because an installation goes back in time. */
const restricting: readonly AuditEventName[] = [
  ...(["account.deactivated", "password.changed", "sign-ins.ended", "api-token.revoked"] as const),
  ...(["membership.ended", "membership.changed", "invitation.withdrawn"] as const),
  ...(["contribution.withdrawn", "contribution.archived", "contribution.returned", "contribution.discarded"] as const),
  ...(["sharing.lowered", "sharing.refused", "sharing.taken-back", "session.cancelled", "session.changed"] as const),
];

/**
 * What a restore takes back of what was restricted since the backup, as the audit log tells that was moved aside.
 * @param folder where it is now
 * @returns oldest first; null where there is no such log, or it is that of another installation
 */
export async function findUndone(folder: string, { auditHead }: Pick<Manifest, "auditHead">): Promise<Undone[] | null> {
  const database = databaseOf(folder);
  if (!databaseExists(database)) return null;
  try {
    const store = openStore(database, { isReadOnly: true });
    try {
      const events = store.read.selectFrom("audit_event");
      const head = await events
        .select("hash")
        .where("seq", "=", auditHead?.seq ?? 0)
        .executeTakeFirst();
      if (auditHead !== null && head?.hash !== auditHead.hash) return null;
      return await events
        .select(["at", "event", "subject_id as subjectId"])
        .where("seq", ">", auditHead?.seq ?? 0)
        .where("event", "in", restricting)
        .orderBy("seq")
        .execute();
    } finally {
      await store.close();
    }
  } catch {
    // It may be damaged: that is why somebody restores.
    return null;
  }
}
