import type { MailStateFacts } from "#app/domain/outbox/find-mail-states.server.ts";
import type { MailFacts, WholeMailFacts } from "#app/domain/outbox/find-outbox.server.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A mail in the list of a group. */
export interface MailInList extends Omit<MailFacts, "createdAt"> {
  created: string;
}

/** Writes a mail for the list of a group. */
export function mailInList({ createdAt, ...mail }: MailFacts, { formats }: Viewer): MailInList {
  return { ...mail, created: formats.dateTime(createdAt) };
}

/** One mail as its recipient reads it, and what became of it. */
export interface MailView extends Omit<WholeMailFacts, "createdAt" | "sentAt"> {
  created: string;
  sent: string | null;
}

/** Writes one mail. */
export function mailView({ createdAt, sentAt, ...mail }: WholeMailFacts, { formats }: Viewer): MailView {
  return { ...mail, created: formats.dateTime(createdAt), sent: sentAt && formats.dateTime(sentAt) };
}

/** Where a mail of the installation went, and what became of it. */
export interface MailStateInList {
  id: string;
  address: string;
  state: string;
  created: string;
  sent: string | null;
  attempts: number;
}

/** Writes where a mail went, and what became of it. */
export function mailStateInList(
  { createdAt, sentAt, state, ...mail }: MailStateFacts,
  { text, formats }: Viewer,
): MailStateInList {
  return {
    ...mail,
    state: textOf(text, `admin.mailState.${state}`),
    created: formats.dateTime(createdAt),
    sent: sentAt && formats.dateTime(sentAt),
  };
}
