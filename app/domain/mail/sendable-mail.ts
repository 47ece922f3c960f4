import type { Selectable } from "kysely";
import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
import type { MailText } from "#app/domain/mail/mail-text.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { Db } from "#db/store.ts";

export type OutboxRow = Selectable<OutboxTable>;

/** What of the installation a mail needs. */
export interface Site {
  publicUrl: string;
  /** Sender and ORGANIZER: a mailbox that the installation reads. */
  mailFrom: string;
}

/** A mail as it goes out to one person. */
export interface WrittenMail extends MailText {
  to: { name: string; address: string };
  locale: InterfaceLocale;
  calendar?: { method: "REQUEST" | "CANCEL"; content: string; filename: string };
}

/** A kind of mail with what it says: all that the outbox knows of it. */
export interface SendableMail extends Pick<MailDefinition<unknown, unknown>, "name" | "mint"> {
  /**
   * The mail of a row as its recipient may have it at that moment; null when it must not be sent any more. `secret` is
   * what `mint` made; null when the mail is only shown.
   */
  write(db: Db, site: Site, row: OutboxRow, at: { now: Date; secret: string | null }): Promise<WrittenMail | null>;
}

/** What the outbox sends with: the installation, and every kind of mail of the product. */
export interface Outgoing {
  site: Site;
  mails: readonly SendableMail[];
}

/** The kind of mail of a row, unless this release has none of that name. */
export function kindOf(row: OutboxRow, { mails }: Outgoing): SendableMail | undefined {
  return mails.find(({ name }) => name === row.template);
}
