import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { agendaItemsVisibleTo, runsOrLeads } from "#app/domain/access/agenda-item.server.ts";
import { stricter } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type ContributionFacts, readContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { type ActionPoint, findActionsOf } from "#app/domain/minutes/find-action-points.server.ts";
import type { MinutesState } from "#app/domain/minutes/minutes-state.ts";
import { findOffered } from "#app/domain/minutes/questions/find-offered.server.ts";
import { findShippedTitles } from "#app/domain/minutes/questions/find-shipped-titles.server.ts";
import { type AskedWords, questionTitles } from "#app/domain/minutes/questions/question-titles.ts";
import { type RoundFacts, readRoundFacts, roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findCoverage, type UncoveredDelegation } from "#app/domain/timetable/find-uncovered.server.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Why nothing stands under a question. */
export type Gap = "to-come" | "not-circulated" | "nothing" | "not-asked";

/** What a session has under a question, as far as the actor reads it. */
export interface QuestionAnswer {
  session: SessionFacts;
  /** Null where it was not asked. */
  item: { id: string; title: string; internal: boolean } | null;
  /** What those outside the session may be told of the source: the stricter of item and session. */
  attribution: Attribution;
  state: MinutesState;
  bodyHtml: string;
  decisions: { number: number; text: string }[];
  actions: ActionPoint[];
  captures: ContributionFacts[];
  gap: Gap | null;
}

/** A round in which a question was asked. */
export interface AskedRound {
  round: RoundFacts;
  answers: QuestionAnswer[];
  /** Delegations without a session in it, for whoever schedules them. */
  uncovered: UncoveredDelegation[];
}

/** What is asked of a question. */
export interface QuestionFilter {
  roundId: string | null;
  delegationId: string | null;
}

/** The answers of all delegations to a question, in sessions that the actor sees. */
export interface Question {
  id: string;
  groupId: string;
  /** By language: as it was asked last in it; else as a template has it that says the same. */
  titles: Labels;
  /** The template that an organiser of the group finds it in. */
  template: { id: string; names: Labels } | null;
  rounds: AskedRound[];
  /** Whatever the filter leaves out. */
  all: { rounds: RoundFacts[]; delegations: NonNullable<SessionFacts["beneficiary"]>[] };
}

/**
 * A question with what is known of it, round by round, latest first. Sessions that the actor does not see leave no
 * trace: no row, no gap, no count.
 * @param groupId the group to look in, where it is asked in several
 * @throws NotFound
 */
export async function findQuestion(
  db: Db,
  actor: Actor,
  { questionId, groupId, filter }: { questionId: string; groupId: string | null; filter: QuestionFilter },
  now: Date,
): Promise<Question> {
  const asked = await findAsked(db, actor, questionId);
  const offered = await findOffered(db, actor, questionId);
  const groups = [...asked.map((one) => one.groupId), ...offered.map((one) => one.groupId ?? groupId)];
  const group = groups.find((one) => one === groupId) ?? groups.find((one) => one !== null);
  if (!group) throw new NotFound("question");
  const here = asked.filter((one) => one.groupId === group);
  const own = offered.find((one) => one.groupId === group) ?? offered.find((one) => one.groupId === null) ?? null;
  const roundIds = [...new Set(here.map(({ roundId }) => roundId))];
  const rounds = await readRoundFacts(roundsVisibleTo(db, actor).where("round.id", "in", roundIds));
  const sessions = (
    await readSessionFacts(sessionsVisibleTo(db, actor).where("session.round_id", "in", roundIds))
  ).filter(({ cancelled }) => !cancelled);
  const shown = sessions.filter(
    ({ round, beneficiary }) =>
      (filter.roundId === null || round.id === filter.roundId) &&
      (filter.delegationId === null || beneficiary?.id === filter.delegationId),
  );
  const answers = await answersIn(db, actor, shown, here, now);
  const shipped = (await findShippedTitles(db, [questionId])).get(questionId) ?? [];
  return {
    ...{ id: questionId, groupId: group, template: own && { id: own.id, names: own.names } },
    titles: questionTitles(wordsOf(sessions, here), own ? [...shipped, own.titles] : shipped),
    rounds: await byRound(db, actor, rounds, answers, filter),
    all: { rounds: rounds.reverse(), delegations: delegationsOf(sessions) },
  };
}

/** The words in which it was asked, earliest first as the sessions are. */
function wordsOf(sessions: readonly SessionFacts[], asked: readonly Asked[]): AskedWords[] {
  return sessions.flatMap(({ id, language }) =>
    asked.filter(({ sessionId }) => sessionId === id).map(({ title }) => ({ title, language })),
  );
}

/** Where the actor sees it asked. */
async function findAsked(db: Db, actor: Actor, questionId: string) {
  const rows = await agendaItemsVisibleTo(db, actor)
    .select(["agenda_item.id", "agenda_item.session_id", "agenda_item.title", "agenda_item.visibility"])
    .select(["agenda_item.attribution", "session.group_id", "session.round_id"])
    .where("agenda_item.question_id", "=", questionId)
    .where("agenda_item.removed_at", "is", null)
    .where("session.status", "=", "scheduled")
    .orderBy("agenda_item.position")
    .orderBy("agenda_item.id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, internal: row.visibility === "internal" },
    attribution: row.attribution,
    ...{ sessionId: row.session_id, groupId: row.group_id, roundId: row.round_id },
  }));
}

type Asked = Awaited<ReturnType<typeof findAsked>>[number];

async function answersIn(
  db: Db,
  actor: Actor,
  sessions: readonly SessionFacts[],
  asked: readonly Asked[],
  now: Date,
): Promise<QuestionAnswer[]> {
  const ids = sessions.map(({ id }) => id);
  const items = asked.filter(({ sessionId }) => ids.includes(sessionId));
  const itemIds = items.map(({ id }) => id);
  const states = await db
    .selectFrom("minutes")
    .select(["session_id", "state"])
    .where("session_id", "in", ids)
    .execute();
  const texts = await db
    .selectFrom("minutes_text")
    .select(["item_id", "body_html"])
    .where("item_id", "in", itemIds)
    .execute();
  const decisions = await db
    .selectFrom("decision")
    .select(["item_id", "number", "text"])
    .where("item_id", "in", itemIds)
    .where("removed_at", "is", null)
    .orderBy("number")
    .execute();
  const written = await findWritten(db, actor, ids);
  const actions = await findActionsOf(db, actor, ids);
  const captures = await readContributionFacts(
    db,
    actor,
    contributionsVisibleTo(db, actor)
      .where("contribution.agenda_item_id", "in", itemIds)
      .where("contribution.status", "in", submittedStatuses)
      .orderBy("contribution.created_at")
      .orderBy("contribution.number"),
  );
  return sessions.flatMap((session): QuestionAnswer[] => {
    const state = states.find(({ session_id }) => session_id === session.id)?.state ?? "draft";
    const own = items.filter(({ sessionId }) => sessionId === session.id);
    const nothing = { attribution: session.attribution, bodyHtml: "", decisions: [], actions: [], captures: [] };
    if (own.length === 0) {
      // A plenary is not asked what is asked of each delegation.
      return session.beneficiary ? [{ session, state, item: null, ...nothing, gap: "not-asked" }] : [];
    }
    const reads = state !== "draft" || written.has(session.id);
    return own.map(({ id, title, internal, attribution }) => {
      const found = {
        attribution: stricter(attribution ?? session.attribution, session.attribution),
        bodyHtml: reads ? (texts.find(({ item_id }) => item_id === id)?.body_html ?? "") : "",
        decisions: reads ? decisions.filter(({ item_id }) => item_id === id) : [],
        actions: actions.filter(({ itemId }) => itemId === id),
        captures: captures.filter(({ itemId }) => itemId === id),
      };
      return { session, state, item: { id, title, internal }, ...found, gap: gapOf(session, found, reads, now) };
    });
  });
}

function gapOf(
  session: SessionFacts,
  found: Pick<QuestionAnswer, "bodyHtml" | "decisions" | "actions" | "captures">,
  reads: boolean,
  now: Date,
): Gap | null {
  const { bodyHtml, decisions, actions, captures } = found;
  if (bodyHtml !== "" || decisions.length + actions.length + captures.length > 0) return null;
  if (session.startsAt > now.toISOString()) return "to-come";
  return reads ? "nothing" : "not-circulated";
}

/** Of these sessions, those whose minutes the actor writes. */
async function findWritten(db: Db, actor: Actor, sessionIds: readonly string[]): Promise<Set<string>> {
  const rows = await sessionsVisibleTo(db, actor)
    .select("session.id")
    .where("session.id", "in", sessionIds)
    .where((eb) => runsOrLeads(eb as unknown as ExpressionBuilder<Schema, "agenda_item" | "session">, actor))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function byRound(
  db: Db,
  actor: Actor,
  rounds: readonly RoundFacts[],
  answers: readonly QuestionAnswer[],
  filter: QuestionFilter,
): Promise<AskedRound[]> {
  const found: AskedRound[] = [];
  for (const round of rounds.filter(({ id }) => filter.roundId === null || id === filter.roundId)) {
    const schedules = can(actor, "session.schedule", { groupId: round.groupId });
    const { uncovered } = schedules ? await findCoverage(db, actor, round) : { uncovered: [] };
    found.unshift({
      round,
      answers: answers.filter(({ session }) => session.round.id === round.id),
      uncovered: uncovered.filter(({ id }) => filter.delegationId === null || id === filter.delegationId),
    });
  }
  return found;
}

function delegationsOf(sessions: readonly SessionFacts[]): NonNullable<SessionFacts["beneficiary"]>[] {
  const found = new Map(sessions.flatMap(({ beneficiary }) => (beneficiary ? [[beneficiary.id, beneficiary]] : [])));
  return [...found.values()];
}
