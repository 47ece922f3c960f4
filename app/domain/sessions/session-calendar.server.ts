import type { Actor } from "#app/domain/access/actor.ts";
import { publishedCalendar } from "#app/domain/calendar/calendar.server.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { formatsOf } from "#app/domain/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import { findVisibleSession } from "#app/domain/sessions/visible-session.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/store.ts";

/** What of the installation a calendar names. */
export interface CalendarSite {
  publicUrl: string;
  mailFrom: string;
}

/**
 * The calendar file of one session, as text/calendar with METHOD:PUBLISH. It names nobody who is invited.
 * @throws NotFound as the page of the session does
 */
export async function findSessionCalendar(
  db: Db,
  actor: Actor,
  sessionId: string,
  site: CalendarSite,
  reader: Reader,
): Promise<string> {
  const session = await findVisibleSession(db, actor, sessionId);
  const words = await db
    .selectFrom("session")
    .innerJoin("round", "round.id", "session.round_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select([
      "round.titles",
      "round.place",
      "working_group.names as group_names",
      "beneficiary.names",
      "beneficiary.mark",
      "beneficiary.footnote",
    ])
    .where("session.id", "=", session.id)
    .executeTakeFirstOrThrow();
  const { locale, text } = reader;
  const title = sessionTitle(text, nameWithMark(words, locale));
  const footnote = footnoteWithMark(words, locale);
  const formats = formatsOf(session, reader);
  const group = label(parseLabels(words.group_names), locale);
  const description = [
    [
      group,
      label(parseLabels(words.titles), locale),
      `${formats.date(session.starts_at)}, ${formats.range(session.starts_at, session.ends_at)}, ${formats.zoneLabel(session.starts_at)}`,
    ].join("\n"),
    footnote,
    `${site.publicUrl}${paths.session(session.id)}`,
  ];
  return publishedCalendar(
    {
      name: title,
      events: [
        {
          sessionId: session.id,
          host: new URL(site.publicUrl).hostname,
          sequence: session.sequence,
          title,
          description: description.filter(Boolean).join("\n\n"),
          startsAt: session.starts_at,
          endsAt: session.ends_at,
          changedAt: session.updated_at,
          organiser: { name: group, address: site.mailFrom },
          place: words.place,
          joinLink: session.join_link,
          joinLabel: text("sessions.join"),
          cancelled: session.status === "cancelled",
        },
      ],
    },
    reader.now,
  );
}
