import type { FetchMessageObject, ImapFlow } from "imapflow";
import { MAX_MAIL_BYTES } from "#app/domain/replies/incoming-mail.server.ts";

/** A mailbox whose mails are answers, as `IMAP_URL` names it. */
export interface MailboxAddress {
  host: string;
  port: number;
  /** TLS from the beginning; otherwise before the password, but on this very machine. */
  secure: boolean;
  user: string;
  password: string;
  folder: string;
}

/** Folder of the mailbox into which mails go that were taken in. */
export const TAKEN_FOLDER = "Zbornik";

/** Milliseconds. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 300_000, maxIdleTime: 240_000 };

/** What becomes of a mail: taken in for good, or to be tried again. */
export type TakeIn = (raw: Buffer) => Promise<void>;

/**
 * Reads `imap://USER:PASSWORD@HOST:PORT/FOLDER`, or `imaps:`; without a folder it is the inbox. Null for anything else.
 */
export function readMailboxUrl(text: string): MailboxAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^imaps?:$/.test(url.protocol) || !url.hostname || !url.username || !url.password) return null;
  const secure = url.protocol === "imaps:";
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(url.port) || (secure ? 993 : 143),
      secure,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      folder: decodeURIComponent(url.pathname.slice(1)) || "INBOX",
    };
  } catch {
    return null;
  }
}

/** A connection to the mailbox. */
export interface Mailbox {
  /**
   * Hands every unseen mail to `take`, and puts it away once that is done. @returns how many were put away
   * @throws Error when the connection is lost, and what `take` throws
   */
  takeAll: (take: TakeIn) => Promise<number>;
  /** Ends when there may be new mails, after a while, when the connection is lost, or at the signal. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Opens the mailbox, and makes the folder for what was taken in.
 * @throws Error in words that name no password
 */
export async function openMailbox(address: MailboxAddress): Promise<Mailbox> {
  const { host, port, secure, user, password: pass, folder } = address;
  const nearby = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  // Most installations have no mailbox, and start without what reads one.
  const { ImapFlow: Client } = await import("imapflow");
  const client = new Client({
    ...{ host, port, secure, auth: { user, pass }, logger: false, ...patience },
    ...(secure || nearby ? {} : { doSTARTTLS: true }),
  });
  // Whoever waits is told by the end of the connection; without a listener the process would end with it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    // Says that it is there already in a result, not by failing.
    await client.mailboxCreate(TAKEN_FOLDER).catch(() => undefined);
    await client.mailboxOpen(folder);
  } catch (error) {
    client.close();
    throw new Error(whatWentWrong(error));
  }
  return {
    takeAll: (take) => takeUnseen(client, take),
    wait: (milliseconds, signal) => change(client, milliseconds, signal),
    close: () => leave(client),
  };
}

async function takeUnseen(client: ImapFlow, take: TakeIn): Promise<number> {
  const uids = client.usable && (await client.search({ seen: false, deleted: false }, { uid: true }));
  // A client without a connection says so in its answer, not by failing.
  if (!uids) throw new Error("the connection was lost");
  let taken = 0;
  let failure: unknown = null;
  for (const uid of uids) {
    const raw = await beginningOf(client, uid);
    if (raw === null) continue;
    try {
      await take(raw);
    } catch (error) {
      // One that cannot be taken in must not hold up those behind it.
      failure ??= error;
      continue;
    }
    // Only now: a process that dies before finds it unseen again, and it is recognised.
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    await client.messageMove(String(uid), TAKEN_FOLDER, { uid: true });
    taken++;
  }
  if (failure !== null) throw failure;
  return taken;
}

/** A mail; of one that is not looked into no more than tells that it is too large. */
async function beginningOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const sized = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true });
  if (!sized) return null;
  const isLarge = (sized.size ?? 0) > MAX_MAIL_BYTES;
  const source = isLarge ? { start: 0, maxLength: MAX_MAIL_BYTES + 1 } : true;
  const found: FetchMessageObject | false = await client.fetchOne(String(uid), { uid: true, source }, { uid: true });
  return found ? (found.source ?? null) : null;
}

/** Says goodbye, if somebody is there to hear it. */
async function leave(client: ImapFlow): Promise<void> {
  if (client.usable) {
    const patient = new Promise((resolve) => setTimeout(resolve, GOODBYE).unref());
    await Promise.race([client.logout().catch(() => undefined), patient]);
  }
  client.close();
}

/** Milliseconds. */
const GOODBYE = 3_000;

/** The server tells of new mails by itself where it can. */
function change(client: ImapFlow, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off("exists", done);
      client.off("close", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    client.on("exists", done);
    client.on("close", done);
    signal.addEventListener("abort", done);
    if (!client.usable || signal.aborted) done();
  });
}

function whatWentWrong(error: unknown): string {
  const { responseText, code, message } = error as { responseText?: unknown; code?: unknown; message?: unknown };
  const words = [responseText, message, code].find((one) => typeof one === "string" && one !== "");
  return String(words ?? "no connection")
    .replace(/[\0-\x1f\x7f]+/g, " ")
    .slice(0, 200);
}
