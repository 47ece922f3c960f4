import type { Logger } from "pino";
import type { Outgoing } from "#app/domain/mail/sendable-mail.ts";
import { createTransport, type MailTransport } from "#app/domain/mail/transport.server.ts";
import { keepAll, releaseKept } from "#app/domain/outbox/keep-mails.server.ts";
import { sendMail } from "#app/domain/outbox/send-mail.server.ts";
import { isAnyDue, takeMail } from "#app/domain/outbox/take-mail.server.ts";
import type { Store } from "#db/store.ts";

const POLL_MILLISECONDS = 15_000;
/** How long a stop waits for the mail in hand; a mail server that hangs must not hold up the end of the process. */
const STOP_MILLISECONDS = 5_000;

/** What sends the mails of an installation. */
export interface OutboxWorker {
  /** Looks for mails that are due now. */
  wake: () => void;
  /** Ends after the mail in hand; nothing else is taken from the outbox meanwhile. */
  stop: () => Promise<void>;
}

/**
 * Sends what is in the outbox, at least once, with a stable Message-ID. Without a mail server the mails are kept, to be
 * read on the outbox page; when there is one again, those that are still true go out. Permission is checked again for
 * every mail at the moment of sending.
 */
export function startOutboxWorker(parts: {
  store: Store;
  outgoing: Outgoing;
  smtpUrl: string | null;
  log: Logger;
}): OutboxWorker {
  const { store, outgoing, log } = parts;
  const transport = createTransport(parts.smtpUrl);
  const released = transport.kind === "smtp" ? releaseKept(store) : Promise.resolve();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const wake = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = released
      .then(() => sendDue(store, outgoing, transport, undefined, () => stopped))
      .then(() => undefined)
      .catch((error) => log.error({ err: error }, "outbox"))
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          wake();
        }
      });
  };
  const timer = setInterval(wake, POLL_MILLISECONDS);
  timer.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await Promise.race([running, new Promise((done) => setTimeout(done, STOP_MILLISECONDS).unref())]);
    },
  };
}

/** Sends (or keeps) everything that is due now. @returns how many mails left the state they were in */
export async function sendDue(
  store: Store,
  outgoing: Outgoing,
  transport: MailTransport,
  now = () => new Date(),
  isStopped = () => false,
): Promise<number> {
  if (transport.kind === "none") return keepAll(store, outgoing, now());
  let handled = 0;
  while (!isStopped() && (await isAnyDue(store, now()))) {
    const taken = await takeMail(store, outgoing, now());
    if (taken === null) break;
    if (taken !== "settled") await sendMail(store, transport, taken, now);
    handled++;
  }
  return handled;
}
