import { isUnsent, type MailDefinition, type Recipient, type Sending, unsent } from "#app/domain/mail/define-mail.ts";
import { findRecipient } from "#app/domain/mail/find-recipient.server.ts";
import type { SendableMail, Site, WrittenMail } from "#app/domain/mail/sendable-mail.ts";
import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a mail is written with, beside what it is about: its recipient is its viewer. */
export interface Desk extends Viewer {
  site: Site;
  recipient: Recipient;
  locale: InterfaceLocale;
  /** The secret that the link carries when the mail is really sent; null when it is only shown. */
  secret: string | null;
}

/** What one kind of mail says between greeting and footer. */
export interface MailBody extends Pick<WrittenMail, "subject" | "paragraphs" | "links" | "replyTo" | "foreign"> {
  /** Writes its calendar file. */
  calendar?: () => WrittenMail["calendar"];
  /** Why its recipient gets it: as a member of a group, unless said. */
  footer?: string;
}

/** Joins a definition of the domain and what the mail says, in the recipient's language and clock. */
export function writtenBy<Kept, Facts>(
  definition: MailDefinition<Kept, Facts>,
  body: (facts: Facts, kept: Kept, desk: Desk) => MailBody,
): SendableMail {
  const { name, mint, find, keep, recall, note } = definition;
  return {
    name,
    mint,
    write: async (db, site, row, { now, secret, reading }) => {
      const recipient = await findRecipient(db, definition, row);
      // Of whoever has no account, the invitation is gone.
      if (!recipient) return unsent(row.recipient_id ? "not-allowed" : "replaced");
      const kept = JSON.parse(row.parameters) as Kept;
      const sending: Sending = { db, recipientId: recipient.id, subjectId: row.subject_id ?? "", now };
      // What went out, or was kept to be read out, is shown as it was.
      const isPast = ["sent", "kept", "held", "dropped"].includes(row.state);
      const facts = (isPast && (await recall?.(sending, kept))) || (await find(sending, kept));
      if (facts === null) return unsent("not-allowed");
      if (isUnsent(facts)) return facts;
      const { locale, zone } = reading ?? recipient;
      const city = !reading && recipient.city && isCity(recipient.city) ? recipient.city : undefined;
      const formats = createFormats(locale, zone, city);
      const reader = { recipient, locale, zone, formats, text: textFor(locale) };
      const desk: Desk = { site, ...reader, now, secret: (await secret?.()) ?? null };
      const { text } = desk;
      const written = body(facts, kept, desk);
      const mail: WrittenMail = {
        ...written,
        calendar: reading ? undefined : written.calendar?.(),
        paragraphs: [text("mail.greeting", { name: recipient.name }), ...written.paragraphs],
        footer: written.footer ?? text("mail.footer", { site: site.publicUrl }),
        to: { name: recipient.name, address: recipient.address },
        locale: desk.locale,
      };
      return {
        mail,
        kept: keep ? keep(facts) : kept,
        note: async (within, outcome) => note?.({ ...sending, db: within }, facts, outcome),
      };
    },
  };
}
