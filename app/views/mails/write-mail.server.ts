import type { MailDefinition, Recipient } from "#app/domain/mail/define-mail.ts";
import { findRecipient } from "#app/domain/mail/find-recipient.server.ts";
import type { SendableMail, Site, WrittenMail } from "#app/domain/mail/sendable-mail.ts";
import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a mail is written with, beside what it is about: its recipient is its viewer. */
export interface Desk extends Viewer {
  site: Site;
  recipient: Recipient;
  /** The secret that the link carries when the mail is really sent; null when it is only shown. */
  secret: string | null;
}

/** What one kind of mail says between greeting and footer. */
export type MailBody = Pick<WrittenMail, "subject" | "paragraphs" | "links" | "calendar">;

/** Joins a definition of the domain and what the mail says, in the recipient's language and clock. */
export function writtenBy<Kept, Facts>(
  definition: MailDefinition<Kept, Facts>,
  body: (facts: Facts, kept: Kept, desk: Desk) => MailBody,
): SendableMail {
  const { name, mint, find } = definition;
  return {
    name,
    mint,
    write: async (db, site, row, { now, secret }) => {
      const recipient = await findRecipient(db, definition, row);
      if (!recipient) return null;
      const kept = JSON.parse(row.parameters) as Kept;
      const facts = await find({ db, recipientId: recipient.id, subjectId: row.subject_id ?? "", now }, kept);
      if (!facts) return null;
      const { locale, zone, city } = recipient;
      const text = textFor(locale);
      const formats = createFormats(locale, zone, city && isCity(city) ? city : undefined);
      const written = body(facts, kept, { site, recipient, locale, zone, text, formats, now, secret });
      return {
        ...written,
        paragraphs: [text("mail.greeting", { name: recipient.name }), ...written.paragraphs],
        footer: text("mail.footer", { site: site.publicUrl }),
        to: { name: recipient.name, address: recipient.address },
        locale,
      };
    },
  };
}
