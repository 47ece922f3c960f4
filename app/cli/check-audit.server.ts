import { checkAuditHead, type Place } from "#app/domain/history/audit-head.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import type { Finding } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** Whether the audit log hangs together, and is all there. */
export async function checkAudit(store: Store, place: Place): Promise<Finding[]> {
  const { events, brokenAt } = await verifyChain(store.read);
  const faults = await checkAuditHead(store, place);
  return [
    { what: `audit chain (${events} events)`, fault: brokenAt === null ? null : `changed at event ${brokenAt}` },
    { what: "end of the audit log", fault: faults.length === 0 ? null : faults.join("; ") },
  ];
}
