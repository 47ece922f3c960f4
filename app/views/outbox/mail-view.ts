import type { MailStateFacts } from "#app/domain/outbox/find-mail-states.server.ts";
import type { MailFacts, WholeMailFacts } from "#app/domain/outbox/find-outbox.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A mail in the list of a group. */
export interface MailInList {
  id: string;
  to: string;
  /** Or why it is not shown. */
  subject: string;
  state: string;
  created: string;
}

/** Writes a mail for the list of a group. */
export function mailInList(mail: MailFacts, viewer: Viewer): MailInList {
  return {
    id: mail.id,
    to: mail.to,
    subject: subjectOf(mail, viewer),
    state: stateOf(mail, viewer),
    created: viewer.formats.dateTime(mail.createdAt),
  };
}

/** One mail as its recipient reads it, and what became of it. */
export interface MailView extends Pick<WholeMailFacts, "id" | "to" | "text" | "locale" | "calendar" | "bounced"> {
  subject: string;
  /** Language of the subject where it is the mail's. */
  subjectLang: string | undefined;
  state: string;
  created: string;
  /** What the server answered, or what went wrong in writing it. */
  fault: { title: string; details: string } | null;
  /** The page that gives the link of an invitation which was not sent. */
  invitation: string | null;
  /** Whether it can be sent at a wish. */
  canSend: boolean;
}

/** Writes one mail. */
export function mailView(mail: WholeMailFacts, viewer: Viewer): MailView {
  const { text, formats } = viewer;
  const { id, to, locale, calendar, bounced, lastError, reason } = mail;
  const sent = mail.sentAt ? `, ${formats.dateTime(mail.sentAt)}` : "";
  const title = text(reason === "server" || reason === "replaced" ? "outbox.error" : "outbox.fault");
  return {
    ...{ id, to, text: mail.text, locale, calendar, bounced, subject: subjectOf(mail, viewer) },
    subjectLang: mail.subject ? locale : undefined,
    state: `${stateOf(mail, viewer)}${sent}`,
    created: formats.dateTime(mail.createdAt),
    invitation: invitationOf(mail),
    fault: lastError ? { title, details: lastError } : null,
    canSend: ["waiting", "failed", "kept", "held"].includes(mail.state),
  };
}

function invitationOf({ kind, state, text, subjectId }: WholeMailFacts): string | null {
  const isToPassOn = kind === memberInvited.name && ["kept", "held", "failed"].includes(state) && text !== null;
  return isToPassOn && subjectId ? paths.invitationSent(subjectId) : null;
}

function subjectOf({ subject, hidden }: MailFacts | WholeMailFacts, { text }: Viewer): string {
  return subject ?? textOf(text, `outbox.hidden.${hidden}`);
}

/** The state in words, with its reason or until when it waits. */
function stateOf(mail: Pick<MailFacts, "state" | "reason" | "dueAt">, { text, formats, now }: Viewer): string {
  const { state, reason, dueAt } = mail;
  if (dueAt && reason === "server") return text("outbox.triesAgain", { when: formats.dateTime(dueAt) });
  if (dueAt && dueAt > now.toISOString()) {
    const isToday = formats.date(dueAt) === formats.date(now.toISOString());
    return isToday
      ? text("outbox.waitsUntil", { when: formats.time(dueAt) })
      : text("outbox.waitsForDay", { day: formats.dateShort(dueAt) });
  }
  const words = textOf(text, `outbox.state.${state}`);
  return reason && state !== "sent" ? `${words}: ${textOf(text, `outbox.reason.${reason}`)}` : words;
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
