import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type Agenda, agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";
import { momentOf, type SessionMoment } from "#app/domain/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import { findVisibleSession, isOver, relationsToSession } from "#app/domain/sessions/visible-session.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { isLanguageCode, type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** Somebody in a session: invited, or an organiser of its group. */
export interface PersonInSession {
  accountId: string;
  name: string;
  part: Part | "organiser";
  institution: string | null;
}

/** A record that was captured in the session. */
export interface Capture {
  number: string;
  kind: string;
  status: string;
  title: string;
  /** Value of `lang`, and the language's name for itself, where it is not the reader's language. */
  lang: string | null;
  language: string | null;
  itemId: string | null;
  mine: boolean;
}

export interface SessionView extends SessionMoment {
  id: string;
  groupId: string;
  title: string;
  /** Null for a plenary. */
  beneficiary: NameWithMark | null;
  round: { id: string; title: string };
  minutes: number;
  language: string;
  /** Value of `lang` for what is written in the session's language. */
  lang: string;
  joinLink: string | null;
  attribution: string;
  cancelled: boolean;
  cancellationReason: string | null;
  over: boolean;
  revision: number;
  agenda: Agenda;
  people: PersonInSession[];
  captures: Capture[];
  may: { change: boolean; cancel: boolean; editAgenda: boolean; post: boolean };
}

/**
 * A session with everything its page shows.
 * @throws NotFound for everybody who is neither invited nor an organiser of the group
 */
export async function findSession(db: Db, actor: Actor, sessionId: string, reader: Reader): Promise<SessionView> {
  const session = await findVisibleSession(db, actor, sessionId);
  const words = await db
    .selectFrom("session")
    .innerJoin("round", "round.id", "session.round_id")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["round.titles", "beneficiary.names", "beneficiary.mark"])
    .where("session.id", "=", session.id)
    .executeTakeFirstOrThrow();
  const beneficiary = nameWithMark(words, reader.locale);
  const subject = { groupId: session.group_id, relations: await relationsToSession(db, actor, session) };
  const cancelled = session.status === "cancelled";
  const over = isOver(session, reader.now);
  const agenda = await agendaOf(db, actor, session, reader);
  return {
    ...momentOf(session, reader),
    id: session.id,
    groupId: session.group_id,
    title: sessionTitle(reader.text, beneficiary),
    beneficiary,
    round: { id: session.round_id, title: label(parseLabels(words.titles), reader.locale) },
    minutes: Math.round((Date.parse(session.ends_at) - Date.parse(session.starts_at)) / 60_000),
    language: reader.formats.languageName(session.language),
    lang: isLanguageCode(session.language) ? languages[session.language].tag : session.language,
    joinLink: cancelled ? null : session.join_link,
    attribution: session.attribution,
    cancelled,
    cancellationReason: session.cancellation_reason,
    over,
    revision: session.revision,
    agenda,
    people: await findPeople(db, session, reader),
    captures: await findCaptures(db, actor, session.id, agenda, reader),
    may: {
      change: !cancelled && can(actor, "session.change", subject),
      cancel: !cancelled && !over && can(actor, "session.cancel", subject),
      editAgenda: !cancelled && can(actor, "agenda.edit", subject),
      post: !cancelled && can(actor, "contribution.post", subject),
    },
  };
}

const partOrder = ["organiser", "consultant", "interpreter", "delegate"] as const;

async function findPeople(
  db: Db,
  session: { id: string; group_id: string },
  reader: Reader,
): Promise<PersonInSession[]> {
  const invited = await db
    .selectFrom("session_person")
    .innerJoin("account", "account.id", "session_person.account_id")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.account_id", "=", "account.id")
        .on("membership.group_id", "=", session.group_id)
        .on("membership.ended_at", "is", null),
    )
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select(["account.id", "account.name", "session_person.part", "institution.names"])
    .where("session_person.session_id", "=", session.id)
    .where("session_person.removed_at", "is", null)
    .execute();
  const organisers = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select(["account.id", "account.name", "institution.names"])
    .where("membership.group_id", "=", session.group_id)
    .where("membership.role", "=", "organiser")
    .where("membership.ended_at", "is", null)
    .execute();
  const ids = new Set(invited.map(({ id }) => id));
  const rows = [
    ...invited,
    ...organisers.filter(({ id }) => !ids.has(id)).map((row) => ({ ...row, part: "organiser" as const })),
  ];
  return rows
    .map((row) => ({
      accountId: row.id,
      name: row.name,
      part: row.part,
      institution: label(parseLabels(row.names), reader.locale) || null,
    }))
    .sort(
      (a, b) =>
        partOrder.indexOf(a.part) - partOrder.indexOf(b.part) || reader.formats.collator.compare(a.name, b.name),
    );
}

/** What was captured in the session and the actor sees; withdrawn records are left to the pages of the records. */
async function findCaptures(
  db: Db,
  actor: Actor,
  sessionId: string,
  agenda: Agenda,
  reader: Reader,
): Promise<Capture[]> {
  const rows = await contributionsVisibleTo(db, actor)
    .innerJoin("contribution_version", (join) =>
      join
        .onRef("contribution_version.contribution_id", "=", "contribution.id")
        .on("contribution_version.provenance", "=", "original"),
    )
    .select([
      "contribution.number",
      "contribution.kind",
      "contribution.status",
      "contribution.author_id",
      "contribution.agenda_item_id",
      "contribution_version.title",
      "contribution_version.language",
    ])
    .where("contribution.session_id", "=", sessionId)
    .where("contribution.status", "!=", "withdrawn")
    .orderBy("contribution.created_at")
    .orderBy("contribution.number")
    .execute();
  // An item that the reader's agenda does not show leaves no trace here either.
  const items = new Set(agenda.items.map(({ id }) => id));
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind,
    status: row.status,
    title: row.title,
    ...otherLanguage(row.language, reader.locale),
    itemId: row.agenda_item_id && items.has(row.agenda_item_id) ? row.agenda_item_id : null,
    mine: row.author_id === actor.accountId,
  }));
}

function otherLanguage(code: string, locale: LanguageCode): { lang: string | null; language: string | null } {
  if (code === locale || !isLanguageCode(code)) return { lang: null, language: null };
  return { lang: languages[code].tag, language: languages[code].selfName };
}
