import type { Logger } from "pino";
import { queueDigests } from "#app/domain/outbox/news-digest.server.ts";
import { queueReminders } from "#app/domain/sessions/reminders/queue-reminders.server.ts";
import type { Store } from "#db/store.ts";

const LOOK_EVERY = 60_000;

/** Looks every minute who is to be reminded of what and who gets a digest, and wakes the mail worker. */
export function keepReminders({ store, log, wake }: { store: Store; log: Logger; wake: () => void }) {
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= queueDue(store, new Date())
      .then((queued) => (queued > 0 ? wake() : undefined))
      .catch((error) => log.error({ err: error }, "reminders"))
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

async function queueDue(store: Store, now: Date): Promise<number> {
  return (await queueReminders(store, now)) + (await queueDigests(store, now));
}
