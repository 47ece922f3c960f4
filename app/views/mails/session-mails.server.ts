import { addressKey } from "#app/domain/address.ts";
import { invitationCalendar } from "#app/domain/calendar/calendar.server.ts";
import type { WrittenMail } from "#app/domain/mail/sendable-mail.ts";
import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type AwaitedAnswer, answerAwaited } from "#app/domain/sessions/answers/answer-mails.server.ts";
import { type SessionNews, sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import { sameZone } from "#app/domain/time/wall-time.server.ts";
import { label, shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { aboutSession, titleOf } from "#app/views/mails/about-session.server.ts";
import { answerLinks } from "#app/views/mails/secret-links.ts";
import { type Desk, type MailBody, writtenBy } from "#app/views/mails/write-mail.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";

/**
 * Mails about a session in the recipient's language and time: what is new of it with its calendar file (iTIP, RFC
 * 5546), and that an answer is missing.
 */
export const sessionMails = [
  writtenBy(sessionNews, (facts, _kept, desk) => writeNews(facts, desk)),
  writtenBy(answerAwaited, (facts, _kept, desk) => writeReminder(facts, desk)),
];

function writeReminder(facts: AwaitedAnswer, desk: Desk): MailBody {
  const { session, contact } = facts;
  const { text, formats, site } = desk;
  const title = titleOf(session, desk);
  const date = `${formats.dateTime(session.startsAt)}, ${formats.zoneLabel(session.startsAt)}`;
  const needed = text("mail.answer.needed", { until: date });
  const questions = contact ? text("mail.answer.contact", { name: contact.name }) : "";
  const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, desk.locale) : "";
  return {
    subject: text("mail.answerAwaited.subject", { title, date }),
    paragraphs: [
      text("mail.answerAwaited.text"),
      ...[aboutSession(session, title, desk), footnote, needed, questions].filter(Boolean),
    ],
    foreign: shownLabel(session.group, desk.locale),
    links: [
      ...answerLinks(desk),
      { label: text("mail.openSession"), href: `${site.publicUrl}${paths.session(session.id)}` },
    ],
    replyTo: contact ?? undefined,
  };
}

function writeNews(facts: SessionNews, desk: Desk): MailBody {
  const { session, contact, news } = facts;
  const { text, formats } = desk;
  const title = titleOf(session, desk);
  const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, desk.locale) : "";
  const about = aboutSession(session, title, desk);
  const isOn = news.method === "REQUEST";
  const answer = isOn ? howToAnswer(facts, desk) : "";
  const questions = isOn && contact ? text("mail.answer.contact", { name: contact.name }) : "";
  const date = `${formats.dateTime(session.startsAt)}, ${formats.zoneLabel(session.startsAt)}`;
  return {
    subject: text(`mail.session.${news.what}.subject`, { title, date }),
    paragraphs: [whatHappened(facts, desk), about, footnote, answer, questions].filter(Boolean),
    foreign: shownLabel(session.group, desk.locale),
    links: isOn ? linksOf(facts, desk) : [],
    replyTo: contact ?? undefined,
    calendar: () => calendarOf(facts, { title, description: [about, footnote] }, desk),
  };
}

/** Whether an answer is needed, until when, and by which ways it can be given. */
function howToAnswer({ news, answer, session }: SessionNews, { text, formats, site }: Desk): string {
  const until = `${formats.dateTime(session.startsAt)}, ${formats.zoneLabel(session.startsAt)}`;
  const needed = text(news.what === "moved" ? "mail.answer.moved" : "mail.answer.needed", { until });
  const said = answer ? text("mail.answer.stands", { answer: text(`mail.answer.said.${answer}`) }) : needed;
  return [said, text(site.mailReplyTo ? "mail.answer.calendar" : "mail.answer.notCalendar")].join(" ");
}

function whatHappened({ session, news }: SessionNews, desk: Desk): string {
  const { text } = desk;
  const { what, previousStartsAt } = news;
  if (what === "moved") {
    const previous = previousStartsAt
      ? text("mail.session.moved.previous", { when: pointOf(session, previousStartsAt, desk) })
      : "";
    return [text("mail.session.moved.text"), previous].filter(Boolean).join(" ");
  }
  const reason = what === "cancelled" ? session.cancellationReason : null;
  const why = reason ? `\n${text("mail.session.cancelled.reason", { reason })}` : "";
  return `${text(`mail.session.${what}.text`)}${why}`;
}

/** An instant on the clock of the session, and on the recipient's where that is another; both named. */
function pointOf(session: SessionNews["session"], instant: string, desk: Desk): string {
  const there = formatsOf(session, desk);
  const point = (formats: Desk["formats"]) => `${formats.dateTime(instant)}, ${formats.zoneLabel(instant)}`;
  if (sameZone(session.zone, desk.zone)) return point(there);
  return desk.text("mail.bothClocks", { there: point(there), yours: point(desk.formats) });
}

function linksOf({ session }: SessionNews, desk: Desk): MailBody["links"] {
  const { text, site } = desk;
  const join = session.joinLink ? [{ label: text("mail.join"), href: session.joinLink }] : [];
  const page = { label: text("mail.openSession"), href: `${site.publicUrl}${paths.session(session.id)}` };
  return [...answerLinks(desk), ...join, page];
}

/**
 * The calendar file. None for whoever reads the mailbox of the installation: a calendar does not invite its own
 * organiser (RFC 5546, 3.2.2).
 */
function calendarOf(
  { session, news, host, answer }: SessionNews,
  { title, description }: { title: string; description: string[] },
  { text, locale, recipient, site }: Desk,
): WrittenMail["calendar"] {
  const organiser = site.mailReplyTo ?? site.mailFrom;
  if (addressKey(recipient.address) === addressKey(organiser)) return undefined;
  const { method, sequence, stamp } = news;
  const page = `${site.publicUrl}${paths.session(session.id)}`;
  const event = {
    ...{ sessionId: session.id, host: host ?? new URL(site.publicUrl).hostname, sequence, title },
    ...{ startsAt: session.startsAt, endsAt: session.endsAt, changedAt: stamp },
    description: [...description, page].filter(Boolean).join("\n\n"),
    organiser: { name: label(session.group, locale), address: organiser },
    venue: session.round.venue,
    joinLink: session.joinLink,
    joinLabel: text("mail.join"),
    cancelled: news.what === "cancelled",
  };
  return { method, content: invitationCalendar(event, recipient, method, stamp, answer), filename: "session.ics" };
}
