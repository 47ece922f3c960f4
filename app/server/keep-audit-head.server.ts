import type { Logger } from "pino";
import { noteAuditHead, type Place } from "#app/domain/history/audit-head.server.ts";
import type { Store } from "#db/store.ts";

/** How much of the end of the log may be cut and nothing would tell, in milliseconds. */
const NOTE_EVERY = 10_000;
/** How often it is written into the log of the server, which may be kept on another machine. */
const LOG_EVERY = 3_600_000;

/**
 * Writes down beside the database where the audit log ends, again and again while it grows, and now and then into the
 * log of the server. Where that fails, as on a full disk, everything else goes on.
 */
export async function keepAuditHead(store: Store, place: Place, log: Logger): Promise<{ stop: () => Promise<void> }> {
  let logged = 0;
  let told = "";
  const note = async ({ now }: { now: boolean }) => {
    try {
      const { head, faults } = await noteAuditHead(store, place);
      // Once for each: the log of the server would be full of it.
      if (faults.join() !== told) log.error({ faults }, "audit log");
      told = faults.join();
      if (!now && Date.now() - logged < LOG_EVERY) return;
      logged = Date.now();
      log.info({ events: head.events, hash: head.hash }, "audit log");
    } catch (error) {
      log.error({ err: error }, "audit log");
    }
  };
  await note({ now: true });
  let noting: Promise<void> | null = null;
  const timer = setInterval(() => {
    noting ??= note({ now: false }).finally(() => {
      noting = null;
    });
  }, NOTE_EVERY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await noting;
      await note({ now: true });
    },
  };
}
