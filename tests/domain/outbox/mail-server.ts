import ICAL from "ical.js";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import type { Delivery, MailTransport } from "#app/domain/mail/transport.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import type { Store } from "#db/store.ts";

export const outgoing = { site: { publicUrl: "https://zbornik.example", mailFrom: "zbornik@zbornik.example" }, mails };
export const now = new Date("2026-10-01T08:00:00.000Z");

/** A moment so many minutes after `now`. */
export const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

export const busy: Delivery = { accepted: false, response: "451 later", permanent: false };
export const refused: Delivery = { accepted: false, response: "550 no", permanent: true };
/** The server has it, but its answer never came. */
export const unknown: Delivery = { accepted: false, response: "closed", permanent: false, isUnknown: true };

/** A mail server that keeps what it gets and answers as told, afterwards always yes. */
export function server(answers: Delivery[] = []): MailTransport & { mails: ComposedMail[] } {
  const mails: ComposedMail[] = [];
  return {
    kind: "smtp",
    mails,
    send: async (mail) => {
      mails.push(mail);
      return answers.shift() ?? { accepted: true, response: "250", permanent: false };
    },
  };
}

/** Does what the worker would do at a moment. */
export function deliver(
  store: Store,
  smtp: MailTransport,
  at: Date,
  site: { mailReplyTo?: string } = {},
): Promise<number> {
  return sendDue(store, { ...outgoing, site: { ...outgoing.site, ...site } }, smtp, () => at);
}

/** What a mail says: the first word of its subject, and of its calendar METHOD, SEQUENCE, start and link. */
export function gist({ subject, icalEvent }: ComposedMail) {
  const { content } = (icalEvent ?? { content: "" }) as { content: string };
  const root = content ? new ICAL.Component(ICAL.parse(content) as unknown as unknown[]) : null;
  const event = root?.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? "");
  return {
    says: String(subject).split(":")[0],
    method: String(root?.getFirstPropertyValue("method") ?? ""),
    sequence: Number(value("sequence")),
    start: value("dtstart"),
    link: value("conference"),
    status: value("status"),
    stamp: value("dtstamp"),
    uid: value("uid"),
  };
}

/** State and reason of all mails, oldest first. */
export function states(store: Store) {
  return store.read
    .selectFrom("outbox")
    .select(["state", "reason", "attempts", "last_error"])
    .orderBy("created_at")
    .orderBy("state")
    .orderBy("id")
    .execute();
}
