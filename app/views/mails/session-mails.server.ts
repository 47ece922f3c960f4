import { invitationCalendar } from "#app/domain/calendar/calendar.server.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import {
  sessionCancelled,
  sessionChanged,
  sessionLeft,
  sessionMoved,
  sessionScheduled,
} from "#app/domain/sessions/session-mails.server.ts";
import type { Formats } from "#app/domain/time/format.server.ts";
import { sameZone } from "#app/domain/time/wall-time.server.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { type Desk, type MailBody, writtenBy } from "#app/views/mails/write-mail.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";

/** Mails about a session in the recipient's language and time, each with its calendar file (iTIP, RFC 5546). */
export const sessionMails = [
  writtenBy(sessionScheduled, (session, _kept, desk) =>
    invite(session, desk, "sessionScheduled", desk.text("mail.sessionScheduled.text")),
  ),
  writtenBy(sessionMoved, (session, { previousStartsAt }, desk) => {
    const previous = formatsOf(session, desk).dateTime(previousStartsAt);
    return invite(session, desk, "sessionMoved", desk.text("mail.sessionMoved.text", { previous }));
  }),
  writtenBy(sessionChanged, (session, _kept, desk) =>
    invite(session, desk, "sessionChanged", desk.text("mail.sessionChanged.text")),
  ),
  writtenBy(sessionCancelled, (session, { reason }, desk) => {
    const why = reason ? `\n${desk.text("mail.sessionCancelled.reason", { reason })}` : "";
    return cancel(session, desk, "sessionCancelled", `${desk.text("mail.sessionCancelled.text")}${why}`);
  }),
  writtenBy(sessionLeft, (session, _kept, desk) =>
    cancel(session, desk, "sessionLeft", desk.text("mail.sessionLeft.text")),
  ),
];

type Invitation = "sessionScheduled" | "sessionMoved" | "sessionChanged";
type Cancellation = "sessionCancelled" | "sessionLeft";

function invite(session: SessionFacts, desk: Desk, area: Invitation, news: string): MailBody {
  const { text, site } = desk;
  const join = session.joinLink ? [{ label: text("mail.join"), href: session.joinLink }] : [];
  const page = { label: text("mail.openSession"), href: `${site.publicUrl}${paths.session(session.id)}` };
  return { ...aboutSession(session, desk, area, news, "REQUEST"), links: [...join, page] };
}

function cancel(session: SessionFacts, desk: Desk, area: Cancellation, news: string): MailBody {
  return { ...aboutSession(session, desk, area, news, "CANCEL"), links: [] };
}

function aboutSession(
  session: SessionFacts,
  desk: Desk,
  area: Invitation | Cancellation,
  news: string,
  method: "REQUEST" | "CANCEL",
): Omit<MailBody, "links"> {
  const { text, locale, formats, recipient, site, now } = desk;
  const { beneficiary, startsAt, endsAt, sequence, joinLink } = session;
  const title = beneficiary
    ? text("mail.bilateralTitle", { beneficiary: nameWithMark(beneficiary, locale) })
    : text("mail.plenaryTitle");
  const footnote = beneficiary ? footnoteWithMark(beneficiary, locale) : "";
  const group = label(session.group, locale);
  const there = formatsOf(session, desk);
  const about = [
    title,
    text("mail.when", whenOf(there, session)),
    ...(sameZone(session.zone, recipient.zone) ? [] : [text("mail.whenYours", whenOf(formats, session))]),
    text("mail.language", { language: there.languageName(session.language) }),
    text("mail.round", { round: label(session.round.titles, locale) }),
    text("mail.group", { group }),
  ].join("\n");
  const event = {
    ...{ sessionId: session.id, host: new URL(site.publicUrl).hostname, sequence, title, startsAt, endsAt },
    description: [about, footnote, `${site.publicUrl}${paths.session(session.id)}`].filter(Boolean).join("\n\n"),
    changedAt: now.toISOString(),
    organiser: { name: group, address: site.mailFrom },
    venue: session.round.venue,
    joinLink,
    joinLabel: text("mail.join"),
  };
  return {
    subject: text(`mail.${area}.subject`, { title, date: formats.dateTime(startsAt) }),
    paragraphs: [news, about, footnote].filter(Boolean),
    calendar: { method, content: invitationCalendar(event, recipient, method, now), filename: "session.ics" },
  };
}

function whenOf(formats: Formats, { startsAt, endsAt }: SessionFacts): { when: string; zone: string } {
  return {
    when: `${formats.date(startsAt)}, ${formats.range(startsAt, endsAt)}`,
    zone: formats.zoneLabel(startsAt),
  };
}
