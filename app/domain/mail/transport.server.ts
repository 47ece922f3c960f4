import { createTransport as createMailer, type SMTPTransportOptions } from "nodemailer";
import { assertOneRecipient, type ComposedMail } from "#app/domain/mail/compose.server.ts";

/**
 * What became of one attempt. `permanent` is a refusal that trying again will not change (SMTP 5xx). `response` is the
 * server's line or the network's error, at most 300 characters, without credentials.
 */
export interface Delivery {
  accepted: boolean;
  response: string;
  permanent: boolean;
  /** Nobody knows whether the server took it: the connection broke before its answer. */
  isUnknown?: boolean;
}

export interface MailTransport {
  kind: "smtp" | "none";
  /** Never throws for what a server or network does; throws RangeError for a mail with other than one recipient. */
  send(mail: ComposedMail): Promise<Delivery>;
}

/** Milliseconds; shorter than the outbox's lease, so that a hanging server never makes two workers send one mail. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/**
 * Sends through the server of an `smtp:` or `smtps:` URL; without one, mails are kept and nothing is sent. Passwords go
 * over a network only encrypted. Parameters of the URL (such as `?tls.servername=`) win over ours. Throws RangeError
 * for another kind of URL.
 */
export function createTransport(smtpUrl: string | null, timeouts: Partial<typeof patience> = {}): MailTransport {
  if (smtpUrl === null) return { kind: "none", send: keep };
  const mailer = createMailer({ ...patience, ...timeouts, ...security(smtpUrl), url: smtpUrl });
  return {
    kind: "smtp",
    async send(mail) {
      assertOneRecipient(mail);
      try {
        const { accepted, response } = await mailer.sendMail(mail);
        return { accepted: accepted.length === 1, response: shorten(response), permanent: false };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

async function keep(mail: ComposedMail): Promise<Delivery> {
  assertOneRecipient(mail);
  return { accepted: false, response: "", permanent: false };
}

function security(smtpUrl: string): SMTPTransportOptions {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  if (url?.protocol !== "smtp:" && url?.protocol !== "smtps:") throw new RangeError("Mail goes out by smtp: or smtps:");
  const nearby = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return { requireTLS: url.protocol === "smtp:" && url.username !== "" && !nearby };
}

function refusal(error: unknown): Delivery {
  const { response, responseCode } = error as { response?: unknown; responseCode?: unknown };
  const code = typeof responseCode === "number" ? responseCode : 0;
  const words = typeof response === "string" ? response : error instanceof Error ? error.message : "";
  // A refused sign-in (530, 534, 535) is the configuration's fault: the mail is fine and may go out later.
  const permanent = code >= 500 && ![530, 534, 535].includes(code);
  return { accepted: false, response: shorten(words), permanent, isUnknown: code === 0 && !isBeforeSending(error) };
}

/** Whether there was no connection at all, so that nothing can have arrived. */
function isBeforeSending(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return syscall === "connect" || syscall === "getaddrinfo" || ["EDNS", "EAUTH", "ETLS"].includes(String(code));
}

function shorten(response: string): string {
  return response
    .replace(/[\0-\x1f\x7f]+/g, " ")
    .trim()
    .slice(0, 300);
}
