import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db, Store } from "#db/store.ts";

/** Whom a mail goes to and what it is about, at the moment of sending. */
export interface Sending {
  db: Db;
  /** Null for somebody who has no account yet. */
  recipientId: string | null;
  subjectId: string;
  now: Date;
}

/** What can be said in a mail whatever it is: the name on it and the language. */
export interface Outsider {
  name: string;
  locale: string;
}

/**
 * A kind of mail, defined beside the deeds that send it. `Kept` is what the outbox keeps with it from the moment of the
 * deed: no tokens, no finished text, nothing that can be looked up later. `Facts` is what is looked up when it is sent.
 */
export interface MailDefinition<Kept, Facts> {
  /** What the outbox calls it, for ever. */
  name: string;
  /** What it is about. */
  subjectType: "session" | "contribution" | "account" | "invitation" | "membership";
  /** Permission once more, and the facts; null when the recipient may no longer have it. */
  find(sending: Sending, kept: Kept): Promise<Facts | null>;
  /** Who gets it without having an account. */
  findOutsider?(db: Db, subjectId: string): Promise<Outsider | undefined>;
  /** Makes the secret that its link carries, when it is really sent; null when there is nothing to open any more. */
  mint?(store: Store, subjectId: string, now: Date): Promise<string | null>;
}

/** Defines a kind of mail; what it says is written in `views/mails`. */
export function defineMail<Kept, Facts>(definition: MailDefinition<Kept, Facts>): MailDefinition<Kept, Facts> {
  return definition;
}

/** Who gets a mail, in which language and clock. */
export interface Recipient {
  id: string | null;
  name: string;
  address: string;
  locale: InterfaceLocale;
  zone: string;
  city: string | null;
}
