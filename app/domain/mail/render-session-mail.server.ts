import { findActor } from "#app/domain/access/find-actor.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { type CalendarEvent, invitationCalendar } from "#app/domain/calendar/calendar.server.ts";
import type { MailText } from "#app/domain/mail/mail-text.ts";
import type { RenderedMail, Rendering } from "#app/domain/mail/rendering.ts";
import type { MailTemplates, SessionFacts } from "#app/domain/mail/templates.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type CityKey, isCity } from "#app/domain/time/city-zones.ts";
import { createFormats, type Formats } from "#app/domain/time/format.server.ts";
import { sameZone } from "#app/domain/time/wall-time.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";

type SessionTemplate = Extract<keyof MailTemplates, `session-${string}`>;

const areas = {
  "session-scheduled": "sessionScheduled",
  "session-moved": "sessionMoved",
  "session-changed": "sessionChanged",
  "session-cancelled": "sessionCancelled",
  "session-left": "sessionLeft",
} as const;

/**
 * A mail about a session in the recipient's language and time, with its calendar file (iTIP, RFC 5546). Null when the
 * recipient may no longer know of the session.
 */
export async function renderSessionMail(
  rendering: Rendering,
  template: SessionTemplate,
  facts: SessionFacts,
): Promise<RenderedMail | null> {
  const { recipient, site, text, now } = rendering;
  if (!recipient.id || !(await mayKnow(rendering, template, facts.sessionId))) return null;
  const session = await findSessionWords(rendering, facts.sessionId);
  if (!session) return null;
  const theirs = createFormats(session.locale, facts.zone, session.city);
  const own = createFormats(session.locale, recipient.zone, recipient.city);
  const title = session.beneficiary
    ? text("mail.bilateralTitle", { beneficiary: session.beneficiary })
    : text("mail.plenaryTitle");
  const area = areas[template];
  const href = `${site.publicUrl}${paths.session(facts.sessionId)}`;
  const cancels = template === "session-cancelled" || template === "session-left";
  const whens = [text("mail.when", { when: whenOf(theirs, facts), zone: theirs.zoneLabel(facts.startsAt) })];
  if (!sameZone(facts.zone, recipient.zone)) {
    whens.push(text("mail.whenYours", { when: whenOf(own, facts), zone: own.zoneLabel(facts.startsAt) }));
  }
  const first = text(`mail.${area}.text`, { previous: previousOf(template, facts, theirs) });
  const reason =
    "reason" in facts && facts.reason ? [text("mail.sessionCancelled.reason", { reason: String(facts.reason) })] : [];
  const about = [
    title,
    ...whens,
    text("mail.language", { language: theirs.languageName(session.language) }),
    text("mail.round", { round: session.round }),
    text("mail.group", { group: session.group }),
  ].join("\n");
  const mail: MailText = {
    subject: text(`mail.${area}.subject`, { title, date: own.dateTime(facts.startsAt) }),
    paragraphs: [
      text("mail.greeting", { name: recipient.name }),
      [first, ...reason].join("\n"),
      about,
      session.footnote,
    ].filter(Boolean),
    links: cancels
      ? []
      : [
          ...(facts.joinLink ? [{ label: text("mail.join"), href: facts.joinLink }] : []),
          { label: text("mail.openSession"), href },
        ],
  };
  const event: CalendarEvent = {
    sessionId: facts.sessionId,
    host: new URL(site.publicUrl).hostname,
    sequence: facts.sequence,
    title,
    description: [about, session.footnote, href].filter(Boolean).join("\n\n"),
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    changedAt: now.toISOString(),
    organiser: { name: session.group, address: site.mailFrom },
    place: session.place,
    joinLink: facts.joinLink,
    joinLabel: text("mail.join"),
    cancelled: cancels,
  };
  const method = cancels ? "CANCEL" : "REQUEST";
  const content = invitationCalendar(event, { name: recipient.name, address: recipient.address }, method, now);
  return { ...mail, calendar: { method, content, filename: "session.ics" } };
}

async function mayKnow({ db, recipient }: Rendering, template: SessionTemplate, sessionId: string): Promise<boolean> {
  if (template !== "session-left") {
    const actor = await findActor(db, recipient.id);
    const seen = await sessionsVisibleTo(db, actor)
      .select("session.id")
      .where("session.id", "=", sessionId)
      .executeTakeFirst();
    return seen !== undefined;
  }
  // Somebody who left knew of the session; tell them so that it goes from their calendar.
  const row = await db
    .selectFrom("session_person")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select("session_person.removed_at")
    .where("session_id", "=", sessionId)
    .where("account_id", "=", recipient.id)
    .where("account.status", "=", "active")
    .executeTakeFirst();
  return row !== undefined && row.removed_at !== null;
}

function whenOf(formats: Formats, facts: SessionFacts): string {
  return `${formats.date(facts.startsAt)}, ${formats.range(facts.startsAt, facts.endsAt)}`;
}

function previousOf(template: SessionTemplate, facts: SessionFacts, formats: Formats): string {
  if (template !== "session-moved" || !("previousStartsAt" in facts)) return "";
  return formats.dateTime(String(facts.previousStartsAt));
}

async function findSessionWords({ db, locale }: Rendering, sessionId: string) {
  const row = await db
    .selectFrom("session")
    .innerJoin("round", "round.id", "session.round_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select([
      "session.language",
      "session.city",
      "round.titles",
      "round.venue",
      "working_group.names as group_names",
      "beneficiary.names",
      "beneficiary.mark",
      "beneficiary.footnote",
    ])
    .where("session.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    locale,
    language: row.language,
    city: isCity(row.city) ? (row.city as CityKey) : undefined,
    round: label(parseLabels(row.titles), locale),
    place: row.venue,
    group: label(parseLabels(row.group_names), locale),
    beneficiary: nameWithMark(row, locale),
    footnote: footnoteWithMark(row, locale),
  };
}
