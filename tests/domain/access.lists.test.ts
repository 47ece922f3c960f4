import fc from "fast-check";
import { expect, it } from "vitest";
import { ownsActionPoint, seesActionPoint } from "#app/domain/access/action-point.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { subjectOf } from "#app/domain/access/agenda-item.ts";
import { type MinutesAccess, seesMinutes } from "#app/domain/access/minutes.ts";
import { can } from "#app/domain/access/policy.ts";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { findDecisionAmendmentToDecide } from "#app/domain/minutes/amend-decision.server.ts";
import { findAmendmentToDecide } from "#app/domain/minutes/amend-minutes.server.ts";
import {
  findActionPoint,
  findActionPoints,
  findActionsOf,
  findOpenFromEarlier,
  openActionsOf,
  readActionPoints,
} from "#app/domain/minutes/find-action-points.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { findMinutesHistory } from "#app/domain/minutes/find-minutes-item.server.ts";
import { findRoundRecords } from "#app/domain/minutes/find-record.server.ts";
import { findQuestion } from "#app/domain/minutes/questions/find-question.server.ts";
import { findAskedRounds } from "#app/domain/planning/find-asked.server.ts";
import {
  findAvailabilityOverview,
  findOwnAvailability,
  findOwnAvailabilityState,
} from "#app/domain/planning/find-availability.server.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findDraft, findDrafts } from "#app/domain/planning/find-drafts.server.ts";
import { findPairingForm } from "#app/domain/planning/find-pairing-form.server.ts";
import { findRun } from "#app/domain/planning/find-run.server.ts";
import { findSessionAnswers } from "#app/domain/sessions/answers/find-session-answers.server.ts";
import { findOwnUnanswered } from "#app/domain/sessions/answers/unanswered.server.ts";
import { findFeedSessions } from "#app/domain/sessions/find-feed-sessions.server.ts";
import { findSession } from "#app/domain/sessions/find-session.server.ts";
import { findUpcomingSessions } from "#app/domain/sessions/find-sessions.server.ts";
import { findTemplate, findTemplateList } from "#app/domain/sessions/templates/find-template.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { type Db, writeTransaction } from "#db/store.ts";
import { type Listed, type Lists, lists, NOW, type Put, putLists, QUESTION } from "#tests/domain/access/lists-world.ts";
import { rounds } from "#tests/support/rounds.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

type Checks = (db: Db, actor: Actor, made: Listed) => Promise<void>;

/** Everybody, and nobody signed in, looks at the same drawn world. */
async function everybody(check: Checks, few = 12): Promise<void> {
  await fc.assert(
    fc.asyncProperty(lists, async (drawn: Lists) => {
      const store = testStore();
      const w = await world(store);
      const made = await writeTransaction(store, (db) => putLists(db, w, drawn));
      for (const id of [null, ...Object.values(w.people)]) await check(store.read, await w.actor(id), made);
      await store.close();
    }),
    { numRuns: rounds(few, 3 * few) },
  );
}

const all = { mine: false, delegationId: null, state: null, overdue: false };

it(
  "lists of action points what each page shows",
  () =>
    everybody(async (db, actor, made) => {
      const seen = made.actions.filter((point) => seesActionPoint(actor, point));
      const own = seen.filter((point) => ownsActionPoint(actor, { ...point, groupId: point.session.groupId }));
      expect(await one(made.actions, ({ id }) => findActionPoint(db, actor, id))).toEqual(idsOf(seen));
      const inGroups = async (filter: typeof all) =>
        idsOf((await Promise.all(made.groups.map((id) => findActionPoints(db, actor, id, filter, NOW)))).flat());
      expect(await inGroups(all)).toEqual(idsOf(seen));
      expect(await inGroups({ ...all, mine: true })).toEqual(idsOf(own));
      expect(idsOf(await readActionPoints(openActionsOf(db, actor)))).toEqual(idsOf(own));
      const sessions = made.sessions.map(({ id }) => id);
      expect(idsOf(await findActionsOf(db, actor, sessions))).toEqual(idsOf(seen));
      for (const groupId of made.groups) {
        const next = { groupId, beneficiary: null, startsAt: "2026-12-01T08:00:00.000Z" };
        const ofAll = seen.filter(
          ({ session, beneficiaryId }) => session.groupId === groupId && beneficiaryId === null,
        );
        expect(idsOf(await findOpenFromEarlier(db, actor, next))).toEqual(idsOf(ofAll));
      }
    }),
  120_000,
);

it(
  "compiles of minutes what each session shows",
  () =>
    everybody(async (db, actor, made) => {
      const seen = (some: readonly Put<MinutesAccess>[]) => some.filter((one) => seesMinutes(actor, one));
      const held = new Set(made.sessions.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
      const shown = { texts: seen(made.texts), decisions: seen(made.decisions) };
      const pages = await found(made.sessions, ({ id }) => findMinutes(db, actor, id, NOW));
      expect(bodiesOf(pages.flatMap(({ items }) => items))).toEqual(idsOf(shown.texts));
      expect(idsOf(pages.flatMap(({ decisions }) => decisions))).toEqual(idsOf(shown.decisions));
      const history = ({ id: itemId, sessionId }: { id: string; sessionId: string }) =>
        findMinutesHistory(db, actor, { sessionId, itemId });
      expect(await one(made.texts, history)).toEqual(idsOf(shown.texts));
      const compiled = await found(made.rounds, ({ id }) => findRoundRecords(db, actor, id, NOW));
      const records = compiled.flatMap((round) => round.records.map(({ minutes }) => minutes));
      const inRounds = (some: readonly Put<MinutesAccess>[]) =>
        idsOf(some.filter(({ sessionId }) => held.has(sessionId)));
      expect(bodiesOf(records.flatMap(({ items }) => items))).toEqual(inRounds(shown.texts));
      expect(idsOf(records.flatMap(({ decisions }) => decisions))).toEqual(inRounds(shown.decisions));
      for (const visibility of ["shared", "internal"]) {
        const questionId = `${QUESTION}-${visibility}`;
        const filter = { roundId: null, delegationId: null };
        const questions = await found(made.groups, (groupId) =>
          findQuestion(db, actor, { questionId, groupId, filter }, NOW),
        );
        const answers = questions.flatMap((question) => question.rounds.flatMap((round) => round.answers));
        const asked = shown.texts.filter(({ internal }) => internal === (visibility === "internal"));
        expect(bodiesOf(answers)).toEqual(inRounds(asked));
      }
    }),
  120_000,
);

it(
  "lists of amendments those that the actor decides on, or proposed and still reads",
  () =>
    everybody(async (db, actor, made) => {
      const held = new Set(made.sessions.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
      const pages = await found(made.sessions, ({ id }) => findMinutes(db, actor, id, NOW));
      for (const kind of ["amendments", "decisionAmendments"] as const) {
        const seen = made[kind].filter((one) => seesMinutes(actor, one));
        const decided = seen.filter((one) => can(actor, "minutes.write", subjectOf(actor, one)));
        const own = seen.filter((one) => one.authorId === actor.accountId);
        const listed = pages.flatMap((page) => page[kind] as { id: string }[]);
        expect(idsOf(listed)).toEqual(idsOf([...new Set([...decided, ...own])]));
        const find = kind === "amendments" ? findAmendmentToDecide : findDecisionAmendmentToDecide;
        const decidable = made[kind].filter(({ sessionId }) => held.has(sessionId));
        const page = ({ id: amendmentId, sessionId }: { id: string; sessionId: string }) =>
          find(db, actor, { sessionId, amendmentId });
        expect(await one(decidable, page)).toEqual(idsOf(decided.filter(({ sessionId }) => held.has(sessionId))));
      }
    }, 40),
  120_000,
);

it(
  "lists of sessions and answers what each session shows",
  () =>
    everybody(async (db, actor, made) => {
      const sessions = await found(made.sessions, ({ id }) => findSession(db, actor, id, NOW));
      const answers = new Map<string, Awaited<ReturnType<typeof findSessionAnswers>>>();
      for (const session of sessions) answers.set(session.id, await findSessionAnswers(db, actor, session, NOW));
      const own = (id: string) => answers.get(id)?.own ?? null;
      const pages = await found(made.rounds, ({ id }) => findRound(db, actor, id, NOW));
      expect(idsOf(pages.flatMap((round) => round.sessions))).toEqual(idsOf(sessions));
      const awaited = sessions.filter(({ cancelled, over }) => !cancelled && !over);
      expect(idsOf(await findUpcomingSessions(db, actor, null, NOW))).toEqual(idsOf(awaited));
      expect(idsOf(await findOwnUnanswered(db, actor, NOW))).toEqual(
        idsOf(sessions.filter(({ id }) => own(id)?.isAwaited)),
      );
      for (const { ownAnswers, unanswered } of pages) {
        for (const [id, answer] of ownAnswers) expect([id, answer]).toEqual([id, own(id)?.answer?.answer ?? null]);
        for (const [id] of ownAnswers) expect([id, own(id)]).toEqual([id, expect.anything()]);
        for (const [id, n] of unanswered) {
          expect([id, n]).toEqual([id, answers.get(id)?.everybody?.filter(({ isAwaited }) => isAwaited).length]);
        }
      }
      const scopes = made.groups.map((groupId) => ({ scope: "group" as const, groupId, beneficiaryId: null }));
      const feeds = await Promise.all(scopes.map((scope) => findFeedSessions(db, actor, scope, NOW)));
      const held = sessions.filter(({ cancelled }) => !cancelled);
      expect(idsOf(feeds.flat().filter(({ cancelled }) => !cancelled))).toEqual(idsOf(held));
      const mine = await findFeedSessions(db, actor, { scope: "own", groupId: null, beneficiaryId: null }, NOW);
      expect(idsOf(mine.filter(({ cancelled }) => !cancelled))).toEqual(idsOf(held.filter(({ id }) => own(id))));
    }),
  120_000,
);

it(
  "lists of plans, availability and templates what each page shows",
  () =>
    everybody(async (db, actor, made) => {
      for (const { id: roundId, groupId, pairing, drafts, run } of made.rounds) {
        const plans = can(actor, "round.plan", { groupId });
        const [conditions] = await found([roundId], (id) => findConditions(db, actor, id));
        expect(conditions !== undefined).toBe(plans);
        const listed = conditions ? await findDrafts(db, conditions, NOW) : [];
        const ofDrafts = drafts.map((id) => ({ id }));
        const draft = ({ id: draftId }: { id: string }) => findDraft(db, actor, { roundId, draftId }, NOW);
        expect([await one(ofDrafts, draft), idsOf(listed)]).toEqual([idsOf(listed), plans ? idsOf(ofDrafts) : []]);
        const form = ({ id: pairingId }: { id: string }) => findPairingForm(db, actor, { roundId, pairingId }, NOW);
        const waiting = (conditions?.pairings ?? []).filter(({ session }) => !session);
        expect(await one([{ id: pairing }], form)).toEqual(idsOf(waiting));
        const asked = ({ id: runId }: { id: string }) => findRun(db, actor, { roundId, runId }, NOW);
        expect(await one([{ id: run }], asked)).toEqual(plans ? [run] : []);
        expect((await found([roundId], (id) => findAvailabilityOverview(db, actor, id))).length).toBe(plans ? 1 : 0);
      }
      const own = await found(made.rounds, ({ id }) => findOwnAvailability(db, actor, id));
      const states = await Promise.all(own.map(({ round }) => findOwnAvailabilityState(db, actor, round.id)));
      const waiting = own.filter((_, at) => states[at] === "asked").map(({ round }) => round);
      expect(idsOf(await findAskedRounds(db, actor, NOW))).toEqual(idsOf(waiting));
      for (const groupId of made.groups) {
        const [listed = []] = await found([groupId], (id) => findTemplateList(db, actor, id));
        const templates = made.templates.map((id) => ({ id }));
        const pages = await found(templates, ({ id: templateId }) => findTemplate(db, actor, { templateId, groupId }));
        const here = pages.filter((page) => page.groupId === null || page.groupId === groupId);
        expect(idsOf(listed)).toEqual(idsOf(here));
        expect(listed.length).toBe(can(actor, "template.edit", { groupId }) ? 2 : 0);
      }
    }),
  120_000,
);

/** What is found, one by one; what is not found, or not for the actor, is left out. */
async function found<Asked, Found>(asked: readonly Asked[], find: (one: Asked) => Promise<Found>): Promise<Found[]> {
  const all: Found[] = [];
  for (const one of asked) {
    try {
      all.push(await find(one));
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Forbidden)) throw error;
    }
  }
  return all;
}

/** The ids of those that are found, one by one. */
async function one<Asked extends { id: string }>(asked: readonly Asked[], find: (one: Asked) => Promise<unknown>) {
  return (await found(asked, async (each) => find(each).then(() => each.id))).sort();
}

function idsOf(some: readonly { id: string }[]): string[] {
  return some.map(({ id }) => id).sort();
}

/** What the minutes of items say, each once: the id of the item. */
function bodiesOf(some: readonly { bodyHtml: string }[]): string[] {
  return [...new Set(some.map(({ bodyHtml }) => bodyHtml).filter((text) => text !== ""))].sort();
}
