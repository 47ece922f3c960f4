import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { proceedingKinds } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { decideAmendment, proposeAmendment } from "#app/domain/minutes/amend-minutes.server.ts";
import { circulateMinutes, finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { findActionPoint } from "#app/domain/minutes/find-action-points.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { removeDecision } from "#app/domain/minutes/note-decision.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { settleAction } from "#app/domain/minutes/settle-action.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { endMembership } from "#app/domain/people/change-membership.server.ts";
import type { ProceedingHit } from "#app/domain/proceedings/proceeding-hits.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { rebuildIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { removeAgendaItem, restoreAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { setLengths } from "#app/domain/sessions/set-lengths.server.ts";
import { during, type HeldSession } from "#tests/domain/minutes/record-world.ts";
import { addItem, spokenSession } from "#tests/domain/proceedings/found-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { changeInput, schedule } from "#tests/domain/sessions/session-world.ts";
import { memoryIndex, searchIn } from "#tests/support/searching.ts";

const later = (days: number) => new Date(during.getTime() + days * 86_400_000);

it("finds for everybody what the pages of sessions show them, at once after every change", async () => {
  const w = await spokenSession();
  const { store, organiser, sessionId } = w;
  const { id: plenary } = await schedule(w, { beneficiaryId: null, time: "11:00" });
  const third = await addItem(w, sessionId, "Treća");
  await addItem(w, plenary, "Plenarna");
  const memory = await memoryIndex(store);
  const sessions = [sessionId, plenary];
  const agree = async (step: string) => {
    for (const id of [null, ...Object.values(w.people)]) {
      const actor = id === null ? anonymous : await w.actor(id);
      const asked = { query: "", locale: "en" as const, limit: 100, types: proceedingKinds };
      const { hits, total } = await search(store.read, actor, asked, memory);
      const found = hits.map((hit) => `${hit.kind} ${hit.id} ${hit.sessionId}`).sort();
      expect([step, id, found]).toEqual([step, id, await shown(w, actor, sessions)]);
      expect(total).toBe(found.length);
    }
    expect([step, await checkIndex(store.read, searchSources)]).toEqual([step, []]);
    expect((await memoryIndex(store)).contents.digest()).toEqual(memory.contents.digest());
  };
  await agree("draft");
  const edit = { sessionId, itemId: w.shared, ...item("Needs"), revision: 1 };
  await editAgendaItem(store, organiser, { ...edit, visibility: "internal" });
  await agree("an item became internal");
  await editAgendaItem(store, organiser, { ...edit, revision: 2 });
  await agree("and shared again");
  await removeAgendaItem(store, organiser, { sessionId, itemId: third });
  await agree("an item was removed");
  await restoreAgendaItem(store, organiser, { sessionId, itemId: third });
  await setLengths(store, organiser, { sessionId, lengths: { [third]: 25 }, base: null });
  await agree("and put back");
  const [decision] = (await findMinutes(store.read, organiser, sessionId, during)).decisions;
  await removeDecision(store, organiser, { sessionId, decisionId: decision!.id }, during);
  await agree("a decision was taken back");
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  await circulateMinutes(store, organiser, { sessionId, days: 7 }, during);
  await agree("circulated");
  const amendment = { sessionId, itemId: w.shared, body: "Zavičaj i još nešto.", note: "", revision: 1 };
  const { id: amendmentId } = await proposeAmendment(store, w.delegate, amendment, later(1));
  await decideAmendment(store, organiser, { sessionId, amendmentId, decision: "accepted", reason: "" }, later(2));
  await agree("amended");
  await finaliseMinutes(store, organiser, { sessionId }, later(8));
  await agree("final");
  const correction = { sessionId, itemId: w.shared, body: "Ispravljeno.", from: 2, revision: 2, merge: false };
  await writeMinutes(store, organiser, { ...correction, reason: "Broj." }, later(9));
  await agree("corrected");
  const membership = await store.read
    .selectFrom("membership")
    .selectAll()
    .where("account_id", "=", w.people.participantBa)
    .executeTakeFirstOrThrow();
  await endMembership(store, organiser, { membershipId: membership.id });
  await agree("a member left");
  const change = await changeInput(w, plenary);
  await changeSession(store, organiser, { ...change, delegateIds: [w.people.participantAl], language: "mk" });
  await agree("another audience and language");
  await cancelSession(store, organiser, { sessionId: plenary, reason: "Moved" }, during);
  expect((await found(w, organiser, "plenarna")).hits).toEqual([]);
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  await rebuildIndex(store, searchSources, { all: true });
  await agree("made again");
}, 120_000);

/** What the pages of sessions show, asked one by one; nothing of the agenda of a cancelled session is looked for. */
async function shown(w: HeldSession, actor: Actor, sessions: readonly string[]): Promise<string[]> {
  const db = w.store.read;
  const all: string[] = [];
  const seen = new Set<string>();
  for (const sessionId of sessions) {
    const minutes = await findMinutes(db, actor, sessionId, later(30)).catch(nothing);
    if (!minutes) continue;
    seen.add(sessionId);
    const { items } = await agendaOf(db, actor, minutes.session);
    if (!minutes.session.cancelled) all.push(...items.map(({ id }) => `agenda-item ${id} ${sessionId}`));
    const written = minutes.items.filter(({ bodyHtml }) => bodyHtml !== "");
    all.push(...written.map(({ id }) => `minutes minutes-${id} ${sessionId}`));
    all.push(...minutes.decisions.map(({ id }) => `decision ${id} ${sessionId}`));
  }
  const actions = await db.selectFrom("action_point").select(["id", "session_id"]).execute();
  for (const { id, session_id } of actions) {
    if (!(await findActionPoint(db, actor, id).catch(nothing))) continue;
    all.push(`action-point ${id} ${seen.has(session_id) ? session_id : null}`);
  }
  return all.sort();
}

function nothing(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

function found(w: HeldSession, actor: Actor, query: string) {
  return searchIn(w.store, actor, { query, locale: "en" });
}

it("shows where it was said, marked, and how far the minutes are", async () => {
  const w = await spokenSession();
  const byKind = async (query: string) => (await found(w, w.consultant, query)).hits as ProceedingHit[];
  const [minutes] = await byKind("sluzbenika");
  expect(minutes).toEqual({
    ...{ recordType: "minutes", id: `minutes-${w.shared}`, kind: "minutes", number: "", externalId: null, why: [] },
    ...{ language: "bs", tag: "bs", itemId: w.shared, sessionId: w.sessionId, place: null, internal: false },
    ...{ beneficiary: "Bosnia and Herzegovina", day: "4 Nov 2026", state: "draft", cancelled: false },
    title: { text: "Needs", ranges: [] },
    snippet: { text: "Zavičaj: obuka službenika.", ranges: [[15, 25]] },
    rank: expect.any(Number),
  });
  const [byTitle] = await byKind("needs type:minutes");
  expect([byTitle?.title.ranges, byTitle?.snippet]).toEqual([
    [[0, 5]],
    { text: "Zavičaj: obuka službenika.", ranges: [] },
  ]);
  const decisions = await byKind("protokol type:zaključak");
  expect(new Set(decisions.map(({ place }) => place))).toEqual(new Set([1, 2, 1001]));
  expect([decisions[0]?.title, decisions[0]?.snippet.text]).toEqual([
    { text: "Zavičaj: protokol se piše.", ranges: [[9, 17]] },
    "",
  ]);
});

it("narrows by kind in the words of both languages, by session, round and group, and counts what it gives", async () => {
  const w = await spokenSession();
  const kinds = async (query: string) => {
    const { hits } = await found(w, w.consultant, query);
    return [...new Set(hits.map(({ kind }) => kind))].sort();
  };
  expect(await kinds("zavičaj")).toEqual(["action-point", "decision", "minutes"]);
  for (const filter of ["type:minutes", "kind:Minutes", "vrsta:zapisnik", "врста:записник", "tip:Zapisnik"]) {
    expect([filter, await kinds(`zavičaj ${filter}`)]).toEqual([filter, ["minutes"]]);
  }
  expect(await kinds('vrsta:"tačka dnevnog reda" needs')).toEqual(["agenda-item"]);
  expect(await kinds("vrsta:zaključak,zaduženje zavičaj")).toEqual(["action-point", "decision"]);
  for (const filter of ["type:record", "tip:zapis"]) expect(await kinds(`zavičaj ${filter}`)).toEqual([]);
  expect(await kinds("session:ba group:REL zavičaj type:decision")).toEqual(["decision"]);
  expect(await kinds("sesija:2026-11-04 grupa:release zavičaj type:decision")).toEqual(["decision"]);
  expect(await kinds("session:al zavičaj type:decision")).not.toEqual([]);
  expect(await kinds("group:TRN zavičaj type:decision")).not.toEqual([]);
  const { facets } = await found(w, w.consultant, "zavičaj");
  const counts = (name: "kind" | "session" | "beneficiary") => facets[name].map(({ value, count }) => [value, count]);
  expect(counts("kind")).toEqual([
    ["minutes", 2],
    ["decision", 3],
    ["action-point", 3],
  ]);
  expect(counts("session")).toEqual([[w.sessionId, 8]]);
  expect(counts("beneficiary")).toEqual([["ba", 8]]);
});

it("leads an owner who was not there to the action point alone", async () => {
  const w = await spokenSession();
  const change = await changeInput(w, w.sessionId);
  await changeSession(w.store, w.organiser, { ...change, delegateIds: [w.people.speakerBa] });
  const { hits, facets } = await found(w, w.delegate, "zavičaj");
  expect(hits.map(({ kind, sessionId }) => [kind, sessionId])).toEqual([
    ["action-point", null],
    ["action-point", null],
  ]);
  expect(facets.session).toEqual([]);
  const [mine] = (await found(w, w.delegate, "zavičaj")).hits;
  await settleAction(w.store, w.delegate, { actionId: mine!.id, state: "done", note: "Poslano kurirom.", revision: 1 });
  expect((await found(w, w.delegate, "kurirom")).total).toBe(1);
});
