import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sameZone } from "#app/domain/time/wall-time.server.ts";
import { label } from "#app/i18n/labels.ts";
import type { Desk } from "#app/views/mails/write-mail.server.ts";
import { formatsOf, momentIn } from "#app/views/sessions/session-moment.server.ts";

/** What a session is called in mails. */
export function titleOf({ beneficiary }: SessionFacts, { text, locale }: Desk): string {
  if (!beneficiary) return text("mail.plenaryTitle");
  return text("mail.bilateralTitle", { beneficiary: nameWithMark(beneficiary, locale) });
}

/** When and where a session belongs, a line each: its time on its own clock, and on the recipient's if that differs. */
export function aboutSession(session: SessionFacts, title: string, desk: Desk): string {
  const { text, locale, formats } = desk;
  const there = formatsOf(session, desk);
  return [
    title,
    text("mail.when", momentIn(there, session)),
    ...(sameZone(session.zone, desk.zone) ? [] : [text("mail.whenYours", momentIn(formats, session))]),
    text("mail.language", { language: there.languageName(session.language) }),
    text("mail.round", { round: label(session.round.titles, locale) }),
    text("mail.group", { group: label(session.group, locale) }),
  ].join("\n");
}
