import type { Selectable } from "kysely";
import type { MailDefinition, Outcome, Unsent } from "#app/domain/mail/define-mail.ts";
import type { MailText } from "#app/domain/mail/mail-text.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { Db } from "#db/store.ts";

export type OutboxRow = Selectable<OutboxTable>;

/** States of mails that have not gone out and that nobody is sending. */
export const unsentStates: OutboxRow["state"][] = ["waiting", "kept", "held", "failed"];

/** What of the installation a mail needs. */
export interface Site {
  publicUrl: string;
  /** Sender: a mailbox that somebody reads. */
  mailFrom: string;
  /** ORGANIZER where that is not the sender: a mailbox whose replies the installation reads. Null: it reads none. */
  mailReplyTo?: string | null;
}

/** A mail as it goes out to one person. */
export interface WrittenMail extends MailText {
  to: { name: string; address: string };
  /** Where an answer by hand goes, if not to the sender. */
  replyTo?: { name: string; address: string };
  locale: InterfaceLocale;
  calendar?: { method: "REQUEST" | "CANCEL"; content: string; filename: string };
}

/** A mail with what the outbox has to do beside sending it. */
export interface PreparedMail {
  mail: WrittenMail;
  /** What the outbox keeps of it once it was sent. */
  kept: unknown;
  /** Notes what its recipient knows, before an attempt and after it. */
  note: (db: Db, outcome: Outcome) => Promise<void>;
}

/** Whose language and clock a mail is listed in, where that is not its recipient: without its calendar file. */
export interface Reading {
  locale: InterfaceLocale;
  zone: string;
}

/** A kind of mail with what it says: all that the outbox knows of it. */
export interface SendableMail extends Pick<MailDefinition<unknown, unknown>, "name" | "mint"> {
  /**
   * The mail of a row as its recipient may have it at that moment, or why it must not be sent any more. `secret` makes
   * what its link carries, and is asked when it is certain that the mail goes out; null when it is only shown.
   */
  write(
    db: Db,
    site: Site,
    row: OutboxRow,
    at: { now: Date; secret: (() => Promise<string | null>) | null; reading?: Reading },
  ): Promise<PreparedMail | Unsent>;
}

/** What the outbox sends with: the installation, and every kind of mail of the product. */
export interface Outgoing {
  site: Site;
  mails: readonly SendableMail[];
}

/** The kind of mail of a row, unless this release has none of that name. */
export function kindOf(row: Pick<OutboxRow, "template">, { mails }: Pick<Outgoing, "mails">): SendableMail | undefined {
  return mails.find(({ name }) => name === row.template);
}
