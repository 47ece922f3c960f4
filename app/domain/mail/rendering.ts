import type { MailText } from "#app/domain/mail/mail-text.ts";
import type { CityKey } from "#app/domain/time/city-zones.ts";
import type { InterfaceLocale } from "#app/i18n/catalogues.server.ts";
import type { Text } from "#app/i18n/text.ts";
import type { Db } from "#db/store.ts";

/** What of the installation a mail needs. */
export interface Site {
  publicUrl: string;
  /** Sender and ORGANIZER: a mailbox that the installation reads. */
  mailFrom: string;
}

/** Everything a template is rendered with. */
export interface Rendering {
  db: Db;
  site: Site;
  recipient: { id: string | null; name: string; address: string; zone: string; city: CityKey | undefined };
  locale: InterfaceLocale;
  text: Text;
  now: Date;
  /** The secret link of an invitation or a reset, when the mail is really sent; null when it is only shown. */
  secretLink: string | null;
}

export interface RenderedMail extends MailText {
  calendar?: { method: "REQUEST" | "CANCEL"; content: string; filename: string };
}
