import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import {
  type Reminded,
  sessionAfterwards,
  sessionReminder,
} from "#app/domain/sessions/reminders/reminder-mails.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { aboutSession, titleOf } from "#app/views/mails/about-session.server.ts";
import { type Desk, type MailBody, writtenBy } from "#app/views/mails/write-mail.server.ts";

/** Mails that remind: of a session that is about to begin, and of writing down what was said in one. */
export const reminderMails = [
  writtenBy(sessionReminder, (facts, _kept, desk) => writeReminder(facts, desk)),
  writtenBy(sessionAfterwards, (facts, _kept, desk) => writeReminder(facts, desk)),
];

function writeReminder({ session, kind }: Reminded, desk: Desk): MailBody {
  const { text, formats, locale, site } = desk;
  const title = titleOf(session, desk);
  const date = `${formats.dateTime(session.startsAt)}, ${formats.zoneLabel(session.startsAt)}`;
  const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "";
  const join = kind !== "after" && session.joinLink ? [{ label: text("mail.join"), href: session.joinLink }] : [];
  const post = { label: text("mail.reminder.post"), href: paths.newContribution({ session: session.id }) };
  const pages = [
    ...(kind === "after" ? [post] : []),
    { label: text("mail.openSession"), href: paths.session(session.id) },
    { label: text("mail.reminder.choose"), href: paths.accountMails() },
  ];
  return {
    subject: text(`mail.reminder.${kind === "after" ? "afterSubject" : "subject"}`, { title, date }),
    paragraphs: [text(`mail.reminder.${kind}`), aboutSession(session, title, desk), footnote].filter(Boolean),
    foreign: shownLabel(session.group, locale),
    links: [...join, ...pages.map(({ label, href }) => ({ label, href: `${site.publicUrl}${href}` }))],
  };
}
