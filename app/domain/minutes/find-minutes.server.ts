import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { attended } from "#app/domain/minutes/attendance-states.ts";
import { type Amendment, findAmendments } from "#app/domain/minutes/find-amendments.server.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { type DecisionAmendment, findDecisionAmendments } from "#app/domain/minutes/find-decision-amendments.server.ts";
import { type Decision, findDecisions } from "#app/domain/minutes/find-decisions.server.ts";
import { hasBegun, isAmendable, type RecordState } from "#app/domain/minutes/minutes-state.ts";
import { type OpenRecord, openRecord } from "#app/domain/minutes/open-record.server.ts";
import { hasReadableText } from "#app/domain/minutes/store-revision.server.ts";
import { type AgendaEntry, agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An agenda item with what the minutes say of it. */
export interface MinutedItem extends AgendaEntry {
  bodyHtml: string;
  /** 0 where nothing was written. */
  revision: number;
  /** Who wrote last, and when. */
  written: { by: string; at: Instant } | null;
  /** What was corrected after the minutes were final, earliest first. */
  corrections: { by: string; at: Instant; reason: string; revision: number }[];
}

/** What is still open before circulated minutes are made final. */
export interface OpenBeforeFinal {
  /** Until when amendments may be proposed; null once that is over. */
  until: Instant | null;
  /** Amendments that nobody has decided on. */
  waiting: number;
}

/** The minutes of a session. */
export interface Minutes {
  session: SessionFacts;
  record: RecordState;
  /** Whether the session has begun. */
  begun: boolean;
  /** Whether the viewer reads them: a draft is theirs who write it. */
  isShown: boolean;
  items: MinutedItem[];
  decisions: Decision[];
  /** Those that the viewer decides on, or proposed. */
  amendments: Amendment[];
  /** The same of decisions. */
  decisionAmendments: DecisionAmendment[];
  /** Whether the actor decides on them. */
  decidesAmendments: boolean;
  /** What keeps circulated minutes from being made final, for who may do that; null for others. */
  openBeforeFinal: OpenBeforeFinal | null;
  /** A draft of which the audience would read nothing, for who writes it. */
  isEmptyDraft: boolean;
  may: {
    write: boolean;
    circulate: boolean;
    endAmending: boolean;
    finalise: boolean;
    correct: boolean;
    amend: boolean;
  };
}

/**
 * The minutes of a session that the actor sees, with the items that the actor sees.
 * @throws NotFound
 */
export async function findMinutes(db: Db, actor: Actor, sessionId: string, now: Date): Promise<Minutes> {
  const opened = await openRecord(db, actor, sessionId);
  const { session, record, subject } = opened;
  const begun = hasBegun(session, now);
  const { state } = record;
  const writes = can(actor, "minutes.write", subject);
  const isShown = state !== "draft" || writes;
  const { items } = await agendaOf(db, actor, session);
  const decisions = isShown ? await findDecisions(db, session.id, items) : [];
  const works = !session.cancelled && begun;
  const amendments = await findAmendments(db, actor, { sessionId, items, all: writes });
  const decisionAmendments = await findDecisionAmendments(db, actor, { sessionId, decisions, all: writes });
  const amendable = isAmendable(record, now);
  const waiting = [...amendments, ...decisionAmendments].filter(({ decision }) => decision === null).length;
  const closes = works && state === "circulated" && can(actor, "minutes.finalise", subject);
  const drafts = works && state === "draft" && writes;
  const isEmptyDraft = drafts && !(await hasReadableText(db, session.id));
  return {
    ...{ session, record, begun, isShown },
    items: isShown ? await minuted(db, session.id, items) : [],
    decisions,
    amendments,
    decisionAmendments,
    decidesAmendments: writes && !session.cancelled,
    openBeforeFinal: closes ? { until: amendable ? record.amendableUntil : null, waiting } : null,
    isEmptyDraft,
    may: {
      write: drafts,
      circulate: drafts && !isEmptyDraft && can(actor, "minutes.circulate", subject),
      endAmending: closes && amendable,
      finalise: closes && !amendable && waiting === 0,
      correct: works && state === "final" && can(actor, "minutes.correct", subject),
      amend: works && amendable && (writes || (await hasAttended(db, actor, opened))),
    },
  };
}

/** Whether the actor was in the session. */
export async function hasAttended(db: Db, actor: Actor, { session }: Pick<OpenRecord, "session">): Promise<boolean> {
  const people = await attendingPeople(db, session);
  return people.some(({ accountId, state }) => accountId === actor.accountId && attended(state));
}

async function minuted(db: Db, sessionId: string, items: readonly AgendaEntry[]): Promise<MinutedItem[]> {
  const texts = await db
    .selectFrom("minutes_text")
    .innerJoin("account", "account.id", "minutes_text.updated_by")
    .select(["item_id", "body_html", "revision", "account.name", "minutes_text.updated_at"])
    .where("session_id", "=", sessionId)
    .execute();
  const corrections = await db
    .selectFrom("minutes_revision")
    .innerJoin("minutes_text", "minutes_text.item_id", "minutes_revision.item_id")
    .innerJoin("account", "account.id", "minutes_revision.author_id")
    .select(["minutes_revision.item_id", "minutes_revision.at", "minutes_revision.reason", "account.name"])
    .select("minutes_revision.revision")
    .where("minutes_text.session_id", "=", sessionId)
    .where("minutes_revision.is_correction", "=", 1)
    .orderBy("minutes_revision.revision")
    .execute();
  return items.map((item) => {
    const text = texts.find(({ item_id }) => item_id === item.id);
    return {
      ...item,
      bodyHtml: text?.body_html ?? "",
      revision: text?.revision ?? 0,
      written: text ? { by: text.name, at: text.updated_at } : null,
      corrections: corrections
        .filter(({ item_id }) => item_id === item.id)
        .map(({ at, reason, name, revision }) => ({ by: name, at, reason, revision })),
    };
  });
}
