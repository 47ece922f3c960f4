import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

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
 * Why a mail is not sent. `not-allowed`: its recipient may not know of it any more; `replaced`: something newer took
 * its place; `answered`: what it asks for was done; `nothing-new`: its recipient knows already; `over`: it is too late;
 * `unwanted`: its recipient chose not to get such mails.
 */
export type UnsentReason = "not-allowed" | "replaced" | "answered" | "nothing-new" | "over" | "unwanted";

/** Found instead of facts where there is nothing to send. */
export interface Unsent {
  unsent: UnsentReason;
}

/** Says why a mail is not to be sent. */
export function unsent(reason: UnsentReason): Unsent {
  return { unsent: reason };
}

/** Whether there is nothing to send. */
export function isUnsent(found: unknown): found is Unsent {
  return typeof found === "object" && found !== null && "unsent" in found;
}

/** What became of an attempt, as far as it is known. Between `trying` and the others the process may have died. */
export type Outcome = "trying" | "accepted" | "refused";

/** What a secret is made for: whose, of what, and for which mail. */
export interface Minted {
  subjectId: string;
  recipientId: string | null;
  request: string;
}

/**
 * A kind of mail, defined beside the deeds that send it. `Kept` is what the outbox keeps with it from the moment of the
 * deed: no tokens, no finished text, nothing that can be looked up later. `Facts` is what is looked up when it is sent.
 */
export interface MailDefinition<Kept, Facts> {
  /** What the outbox calls it, for ever. */
  name: string;
  /** What it is about. */
  subjectType: "session" | "contribution" | "account" | "invitation" | "membership" | "round" | "action-point";
  /** A newer one about the same subject to the same person takes the place of those that have not gone out. */
  replaces?: boolean;
  /** Of no hurry: people may want it with others once a day, or not at all. */
  isNews?: boolean;
  /** Permission once more, and the facts; null when the recipient may no longer have it. */
  find(sending: Sending, kept: Kept): Promise<Facts | Unsent | null>;
  /** Who gets it without having an account. */
  findOutsider?(db: Db, subjectId: string): Promise<Outsider | undefined>;
  /**
   * Makes the secret that its link carries, when it is really sent; null when there is nothing to open any more. Links
   * made for the same `request` stay valid together: each may be the one that arrives.
   */
  mint?(db: Db, about: Minted, now: Date): Promise<string | null>;
  /** What the outbox keeps once it was sent, so that it can be shown as it was. */
  keep?(facts: Facts): Kept;
  /** The facts as they were then; null where nothing was kept. */
  recall?(sending: Sending, kept: Kept): Promise<Facts | null>;
  /** Notes what its recipient knows, before an attempt and after it. */
  note?(sending: Sending, facts: Facts, outcome: Outcome): Promise<void>;
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
