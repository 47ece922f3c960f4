import type { Logger } from "pino";
import { type MailboxAddress, openMailbox, readMailboxUrl } from "#app/domain/replies/mailbox.server.ts";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import type { Store } from "#db/store.ts";

/** How long to wait before the next attempt, in milliseconds: longer and longer. */
const backOff = [5_000, 15_000, 60_000, 300_000];
/** How often the mailbox is looked into where the server tells nothing of new mails. */
const LOOK_EVERY = 60_000;
/** For how long it may fail until the installation is unwell. */
const UNWELL_AFTER = 3_600_000;

/** What takes in the mails of a mailbox while the server runs. */
export interface MailboxWatch {
  /** Why nothing could be read for an hour; null while all is well. */
  problem: () => string | null;
  /** Ends after the mail in hand. */
  stop: () => Promise<void>;
}

/**
 * Takes in the mails that come into a mailbox. Each is marked as seen and moved away once what it says is written down;
 * a connection that is lost is opened again. @param imapUrl null: there is none
 */
export function watchMailbox(
  { store, log, imapUrl }: { store: Store; log: Pick<Logger, "info" | "warn">; imapUrl: string | null },
  { waits = backOff, now = () => new Date() }: { waits?: readonly number[]; now?: () => Date } = {},
): MailboxWatch {
  const mailbox = imapUrl === null ? null : readMailboxUrl(imapUrl);
  if (mailbox === null) return { problem: () => null, stop: async () => undefined };
  const stopping = new AbortController();
  let failures = 0;
  let well = Date.now();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await readUntilLost({ store, log, mailbox, now }, stopping.signal, () => {
          well = Date.now();
          failures = 0;
        });
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.message : String(error) }, "mailbox of answers");
      }
      await pause(waits[Math.min(failures++, waits.length - 1)] ?? 0, stopping.signal);
    }
  };
  const running = run();
  return {
    problem: () => (Date.now() - well > UNWELL_AFTER ? "the mailbox of answers cannot be read" : null),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

interface Reading {
  store: Store;
  log: Pick<Logger, "info">;
  mailbox: MailboxAddress;
  now: () => Date;
}

async function readUntilLost(
  { store, log, mailbox, now }: Reading,
  stopping: AbortSignal,
  isWell: () => void,
): Promise<void> {
  const opened = await openMailbox(mailbox);
  try {
    while (!stopping.aborted) {
      await opened.takeAll(async (raw) => {
        const received = await receiveMail(store, raw, now());
        log.info({ result: received?.result ?? "none", reason: received?.reason }, "answer by mail");
      });
      isWell();
      await opened.wait(LOOK_EVERY, stopping);
    }
  } finally {
    await opened.close();
  }
}

function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, stopping.aborted ? 0 : milliseconds);
    stopping.addEventListener("abort", done);
  });
}
