import { actionDue, actionOverdue, type RemindedAction } from "#app/domain/minutes/action-mails.server.ts";
import { glassOpened } from "#app/domain/minutes/glass/glass-mails.server.ts";
import { amendingEnded, amendmentDecided, minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { type Desk, type MailBody, writtenBy } from "#app/views/mails/write-mail.server.ts";

/** Mails about what remains of a session. The text of minutes and action points stays on their pages. */
export const minutesMails = [
  writtenBy(minutesCirculated, ({ session, amendableUntil, isOver }, _kept, desk) => {
    const { text, formats } = desk;
    const until = `${formats.dateTime(amendableUntil)}, ${formats.zoneLabel(amendableUntil)}`;
    return aboutMinutes(session, desk, {
      subject: text("mail.minutesCirculated.subject", namesOf(session, desk)),
      paragraphs: [
        text("mail.minutesCirculated.text"),
        isOver ? text("mail.minutesCirculated.over") : text("mail.minutesCirculated.amend", { until }),
      ],
    });
  }),
  writtenBy(amendingEnded, ({ session, endedAt, isFinal }, _kept, desk) => {
    const { text, formats } = desk;
    const at = `${formats.dateTime(endedAt)}, ${formats.zoneLabel(endedAt)}`;
    return aboutMinutes(session, desk, {
      subject: text("mail.amendingEnded.subject", namesOf(session, desk)),
      paragraphs: [
        text("mail.amendingEnded.text", { at }),
        text(isFinal ? "mail.amendingEnded.final" : "mail.amendingEnded.waiting"),
      ],
    });
  }),
  writtenBy(amendmentDecided, ({ session, decision, reason }, _kept, desk) => {
    const { text } = desk;
    return aboutMinutes(session, desk, {
      subject: text(`mail.amendmentDecided.${decision}.subject`, namesOf(session, desk)),
      paragraphs: [
        text(`mail.amendmentDecided.${decision}.text`),
        reason ? text("mail.amendmentDecided.reason", { reason }) : "",
      ],
    });
  }),
  writtenBy(glassOpened, ({ session, by, reason, openedAt }, _kept, desk) => {
    const { text, formats, site, locale } = desk;
    const at = `${formats.dateTime(openedAt)}, ${formats.zoneLabel(openedAt)}`;
    const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "";
    return {
      subject: text("mail.glassOpened.subject", namesOf(session, desk)),
      paragraphs: [
        text("mail.glassOpened.text", { name: by, at }),
        text("mail.glassOpened.reason", { reason }),
        text("mail.glassOpened.notRight"),
        footnote,
      ].filter(Boolean),
      links: [{ label: text("mail.glassOpened.link"), href: `${site.publicUrl}${paths.session(session.id)}` }],
    };
  }),
  writtenBy(actionDue, (point, _kept, desk) => {
    const { text } = desk;
    const day = desk.formats.dateRange(point.dueOn, point.dueOn);
    const told = text("mail.actionDue.text", { number: point.number, day });
    return aboutAction(point, desk, { subject: text("mail.actionDue.subject", { day }), told });
  }),
  writtenBy(actionOverdue, (point, _kept, desk) => {
    const { text } = desk;
    const day = desk.formats.dateRange(point.dueOn, point.dueOn);
    const told = text("mail.actionOverdue.text", { number: point.number, day });
    return aboutAction(point, desk, { subject: text("mail.actionOverdue.subject"), told });
  }),
];

function aboutMinutes(
  session: SessionFacts,
  { text, site, locale }: Desk,
  { subject, paragraphs }: { subject: string; paragraphs: string[] },
): MailBody {
  const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "";
  return {
    subject,
    paragraphs: [...paragraphs, footnote].filter(Boolean),
    links: [{ label: text("mail.minutesCirculated.link"), href: `${site.publicUrl}${paths.minutes(session.id)}` }],
  };
}

function aboutAction(
  { id, session }: RemindedAction,
  desk: Desk,
  { subject, told }: { subject: string; told: string },
): MailBody {
  const { text, site, locale } = desk;
  const footnote = session.beneficiary ? footnoteWithMark(session.beneficiary, locale) : "";
  const agreed = [
    text("mail.actionOf", namesOf(session, desk)),
    text("mail.round", { round: label(session.round, locale) }),
  ].join("\n");
  return {
    subject,
    paragraphs: [told, agreed, footnote].filter(Boolean),
    links: [{ label: text("mail.actionLink"), href: `${site.publicUrl}${paths.action(id)}` }],
  };
}

/** What a session is called, and its day on its own clock: a delegation is met in round after round. */
function namesOf(session: Named, { text, formats, locale }: Desk): { title: string; date: string } {
  const { beneficiary, startsAt, zone } = session;
  const day = toWall(startsAt, zone).date;
  const title = beneficiary
    ? text("mail.bilateralTitle", { beneficiary: nameWithMark(beneficiary, locale) })
    : text("mail.plenaryTitle");
  return { title, date: formats.dateRange(day, day) };
}

type Named = Pick<RemindedAction["session"], "startsAt" | "zone" | "beneficiary">;
