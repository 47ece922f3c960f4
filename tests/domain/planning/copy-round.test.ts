import { expect, it } from "vitest";
import { copyDraft } from "#app/domain/planning/change-drafts.server.ts";
import { type CopyRound, copyRound } from "#app/domain/planning/copy-round.server.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { findPairingForm } from "#app/domain/planning/find-pairing-form.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { findRoundCopy } from "#app/domain/planning/find-round-copy.server.ts";
import { releaseDraft, shownChanges } from "#app/domain/planning/release-draft.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { planRound } from "#app/domain/rounds/plan-round.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { sure } from "#app/sure.ts";
import { draftInList } from "#app/views/planning/draft-view.server.ts";
import { pairingForm } from "#app/views/planning/pairing-form-view.server.ts";
import { roundCopyView } from "#app/views/rounds/round-copy-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { type PlanWorld, pair, planWorld, timesOf } from "#tests/domain/planning/plan-world.ts";
import { template } from "#tests/domain/sessions/agenda-items.ts";
import { now, schedule, told } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

const wish = (roundId: string, other: Partial<CopyRound> = {}): CopyRound => ({
  ...{ roundId, startsOn: "2026-11-04", extent: "timetable", people: true },
  ...{ titles: { en: "Fourth round" }, draftName: "As before", ...other },
});

/** A round of other days in the world of plans. */
async function aRound(w: PlanWorld, startsOn: string, endsOn: string): Promise<string> {
  const place = { venue: "Skopje", format: "on-site", zone: "Europe/Belgrade", city: "belgrade" } as const;
  const input = { groupId: w.groupId, titles: { en: "Third round" }, startsOn, endsOn, ...place };
  return (await planRound(w.store, w.organiser, input, now)).id;
}

it("keeps the times of day on the other side of a change of clocks, and tells nobody", async () => {
  const w = await planWorld(testStore());
  const roundId = await aRound(w, "2026-10-21", "2026-10-23");
  const templateId = await template(w);
  const held = await schedule(w, { roundId, templateId, date: "2026-10-21", time: "09:10", minutes: 75 });
  await schedule(w, { roundId, beneficiaryId: w.beneficiaries.al, date: "2026-10-23", time: "14:00" });
  await pair(w, { roundId, beneficiaryIds: [null] });
  await told(w);

  const { id, draftId } = await copyRound(w.store, w.organiser, wish(roundId), now);
  expect(await told(w)).toEqual([]);
  const sessions = w.store.read.selectFrom("session").select("id").where("round_id", "=", id);
  expect(await sessions.execute()).toEqual([]);
  const which = { roundId: id, draftId: sure(draftId) };
  const page = await findDraft(w.store.read, w.organiser, which, now);
  expect([page.round.startsOn, page.round.endsOn, page.round.venue]).toEqual(["2026-11-04", "2026-11-06", "Skopje"]);
  expect(timesOf(page)).toEqual(["all undefined undefined", "al 2026-11-06 14:00", "ba 2026-11-04 09:10"]);
  // Nobody searched for it: it is not called the best that was found, and neither is a copy of it.
  const anotherName = await copyDraft(w.store, w.organiser, { ...which, name: "Another" }, now);
  const words = async (one: string) =>
    draftInList((await findDraft(w.store.read, w.organiser, { ...which, draftId: one }, now)).draft, viewer()).quality;
  expect([await words(which.draftId), await words(anotherName.id)]).toEqual([
    "Made or changed by hand",
    "Made or changed by hand",
  ]);
  // 21 October 09:10 was 07:10 UTC.
  expect(page.draft.placed.map(({ place }) => place?.startsAt)).toEqual([
    undefined,
    "2026-11-06T13:00:00.000Z",
    "2026-11-04T08:10:00.000Z",
  ]);
  expect(page.draft.placed.map(({ pairing }) => [pairing.minutes, pairing.joinLink, pairing.people.length])).toEqual([
    [60, null, expect.any(Number)],
    [60, null, 4],
    [75, null, 4],
  ]);

  // Released, the agenda is that of the session before, with its questions.
  const shown = shownChanges(page.draft.changes);
  await releaseDraft(w.store, w.organiser, { ...which, shown, reason: "" }, now);
  const anew = await sessions.where("beneficiary_id", "=", w.beneficiaries.ba).executeTakeFirstOrThrow();
  const agenda = (sessionId: string) =>
    w.store.read
      .selectFrom("agenda_item")
      .select(["title", "minutes", "visibility", "question_id", "template_item_id"])
      .where("session_id", "=", sessionId)
      .orderBy("position")
      .execute();
  expect(await agenda(anew.id)).toEqual(await agenda(held.id));
  expect((await agenda(anew.id)).length).toBe(3);
});

it("names the clock of the days of the copy, and leads back to what is planned until it is released", async () => {
  const w = await planWorld(testStore());
  const roundId = await aRound(w, "2026-11-04", "2026-11-05");
  await schedule(w, { roundId, date: "2026-11-04", time: "09:00" });
  const zone = async (startsOn: string) => {
    const asked = { startsOn, extent: "timetable", people: true } as const;
    const copy = await findRoundCopy(w.store.read, w.organiser, { roundId, ...asked });
    return roundCopyView(copy, asked, viewer()).preview?.zone;
  };
  expect([await zone("2027-07-07"), await zone("2027-12-08"), await zone("2027-03-27")]).toEqual([
    "Belgrade (UTC+2)",
    "Belgrade (UTC+1)",
    "Belgrade",
  ]);
  const { id, draftId } = await copyRound(w.store, w.organiser, wish(roundId, { startsOn: "2027-07-07" }), now);
  const planned = async (of: string, by = w.organiser) => (await findRound(w.store.read, by, of, now)).planned;
  expect([await planned(id), await planned(id, w.participant), await planned(roundId)]).toEqual([1, 0, 0]);
  const which = { roundId: id, draftId: sure(draftId) };
  const shown = shownChanges((await findDraft(w.store.read, w.organiser, which, now)).draft.changes);
  await releaseDraft(w.store, w.organiser, { ...which, shown, reason: "" }, now);
  expect(await planned(id)).toBe(0);
});

it("tells of times that clocks skip or show twice before anything is made, and leaves out what is skipped", async () => {
  const w = await planWorld(testStore());
  const roundId = await aRound(w, "2027-03-10", "2027-03-10");
  await schedule(w, { roundId, date: "2027-03-10", time: "02:30" });
  const seen = (startsOn: string) => findRoundCopy(w.store.read, w.organiser, wish(roundId, { startsOn }));
  const place = async (startsOn: string) => (await seen(startsOn)).pairings.map((one) => one.place);
  const was = { day: "2027-03-10", time: "02:30" };
  expect(await place("2027-03-28")).toEqual([{ was, day: "2027-03-28", time: "02:30", startsAt: null, twice: false }]);
  expect(await place("2027-10-31")).toEqual([
    { was, day: "2027-10-31", time: "02:30", startsAt: "2027-10-31T00:30:00.000Z", twice: true },
  ]);
  const { id, draftId } = await copyRound(w.store, w.organiser, wish(roundId, { startsOn: "2027-03-28" }), now);
  expect(draftId).toBeNull();
  expect((await findPlan(w.store.read, w.organiser, id)).pairings.length).toBe(1);
});

/** The id of the one pairing of a round. */
const only = async (w: PlanWorld, roundId: string) =>
  sure((await findPlan(w.store.read, w.organiser, roundId)).pairings[0]).id;

it("names who has left and leaves them out; takes whoever comes of the delegation where nobody is left", async () => {
  const w = await planWorld(testStore());
  const roundId = await aRound(w, "2026-10-21", "2026-10-21");
  await schedule(w, { roundId, date: "2026-10-21", delegateIds: [w.people.participantBa] });
  const leave = (account: string) =>
    writeTransaction(w.store, (db) =>
      db
        .updateTable("membership")
        .set({ ended_at: now.toISOString() })
        .where("account_id", "=", account)
        .where("group_id", "=", w.groupId)
        .execute(),
    );
  await leave(w.people.participantBa);
  await leave(w.people.consultant);
  const [copied] = (await findRoundCopy(w.store.read, w.organiser, wish(roundId))).pairings;
  expect([copied?.left, copied?.people.map(({ part }) => part), copied?.allDelegates]).toEqual([
    ["consultant", "participantBa"],
    ["interpreter"],
    true,
  ]);
  const { id } = await copyRound(w.store, w.organiser, wish(roundId, { people: false }), now);
  const form = await findPairingForm(w.store.read, w.organiser, { roundId: id, pairingId: await only(w, id) }, now);
  expect(pairingForm(form, viewer()).form.agendaOf?.when).toBe("Wednesday 21 October 2026");
  const [bare] = (await findPlan(w.store.read, w.organiser, id)).pairings;
  expect(bare?.people.map(({ part, accountId }) => [part, accountId])).toEqual([["delegate", w.people.speakerBa]]);
});

it("takes nothing but days and their hours where no more is wanted, twice as well as once", async () => {
  const w = await planWorld(testStore());
  const roundId = await aRound(w, "2026-10-21", "2026-10-22");
  await pair(w, { roundId });
  const frame = { slotMinutes: 20, bufferMinutes: 10, mostAtOnce: 2, mostApart: null, pause: null };
  const days = [{ day: "2026-10-22", from: "10:00", to: "15:00" }];
  await saveSettings(w.store, w.organiser, { roundId, ...frame, days, revision: 0 }, now);
  const first = await copyRound(w.store, w.organiser, wish(roundId, { extent: "days" }), now);
  const second = await copyRound(w.store, w.organiser, wish(roundId, { extent: "days" }), now);
  for (const { id, draftId } of [first, second]) {
    const { pairings, settings } = await findPlan(w.store.read, w.organiser, id);
    expect([pairings, draftId]).toEqual([[], null]);
    expect(settings).toEqual({ ...frame, days: [{ ...days[0], day: "2026-11-05" }], revision: 1 });
  }
});

it("is refused to whoever does not plan rounds, and there is no round to copy for others", async () => {
  const w = await planWorld(testStore());
  const others = await w.actor(w.people.otherOrganiser);
  await expect(copyRound(w.store, w.participant, wish(w.roundId), now)).rejects.toThrow("round.plan");
  await expect(copyRound(w.store, others, wish(w.roundId), now)).rejects.toThrow("round");
  await expect(copyRound(w.store, w.organiser, wish(w.roundId, { titles: {} }), now)).rejects.toThrow(
    "rounds.titleNeeded",
  );
});
