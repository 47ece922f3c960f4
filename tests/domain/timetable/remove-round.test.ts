import { expect, it } from "vitest";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { findWhatGoes, removeRound } from "#app/domain/timetable/remove-round.server.ts";
import { writeTransaction } from "#db/store.ts";
import { answerOf } from "#tests/domain/knowledge/record-world.ts";
import { pair, planWorld } from "#tests/domain/planning/plan-world.ts";
import { aDraft } from "#tests/support/factories/planning.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-11-04T10:00:00.000Z");

async function planned() {
  const store = testStore();
  const w = await world(store);
  const own = { group_id: w.groupId, created_by: w.people.organiser };
  const roundId = await writeTransaction(store, (db) => aRound(db, { ...own, slug: "by-mistake" }));
  const remove = async (who: keyof World["people"], id = roundId) =>
    answerOf(removeRound(store, await w.actor(w.people[who]), { roundId: id }, now));
  const rounds = async () => {
    const rows = await store.read.selectFrom("round").select("id").orderBy("id").execute();
    return rows.map(({ id }) => id);
  };
  const mayRemove = async (id: string) =>
    (await findRound(store.read, await w.actor(w.people.organiser), id, now)).may.remove;
  return { store, w, own, roundId, remove, rounds, mayRemove };
}

it("is removed by an organiser while nothing names it; the round beside it stays", async () => {
  const { store, w, roundId, remove, rounds, mayRemove } = await planned();
  const others: Record<string, unknown> = {};
  for (const who of Object.keys(w.people) as (keyof World["people"])[]) {
    if (who !== "organiser") others[who] = await remove(who);
  }
  const members = ["consultant", "secondConsultant", "observer", "participantAl", "participantBa"];
  expect(others).toEqual({
    ...Object.fromEntries(Object.keys(others).map((who) => [who, "not found"])),
    ...Object.fromEntries([...members, "speakerAl", "speakerBa"].map((who) => [who, "forbidden"])),
  });
  expect(await mayRemove(roundId)).toBe(true);
  expect(await remove("organiser")).toBeNull();
  expect(await rounds()).toEqual([w.roundId]);
  expect(await remove("organiser")).toBe("not found");
  const event = await store.read.selectFrom("audit_event").selectAll().orderBy("seq", "desc").executeTakeFirst();
  expect([event?.event, event?.subject_id, event?.actor_id]).toEqual(["round.removed", roundId, w.people.organiser]);
  expect((await verifyChain(store.read)).brokenAt).toBeNull();
});

it("stays when it had a session, a cancelled one too", async () => {
  const { store, w, own, roundId, remove, rounds, mayRemove } = await planned();
  const terms = { ...own, round_id: roundId, beneficiary_id: w.beneficiaries.ba, delegates: [] };
  const session = await writeTransaction(store, (db) => aSession(db, terms));
  const refused = { "": "rounds.notEmpty" };
  expect([await remove("organiser"), await mayRemove(roundId)]).toEqual([refused, false]);
  await writeTransaction(store, (db) =>
    db
      .updateTable("session")
      .set({ status: "cancelled", cancellation_reason: "x" })
      .where("id", "=", session)
      .execute(),
  );
  expect([await remove("organiser"), await mayRemove(roundId)]).toEqual([refused, false]);
  expect(await rounds()).toContain(roundId);
});

it("goes with its plan, after saying how much that is; the plan of the round beside it stays", async () => {
  const w = await planWorld(testStore());
  const { store } = w;
  const own = { group_id: w.groupId, created_by: w.people.organiser };
  const roundId = await writeTransaction(store, (db) => aRound(db, { ...own, slug: "by-mistake" }));
  await pair(w);
  const [pairing = ""] = await pair(w, { roundId });
  await writeTransaction(store, async (db) => {
    const placements = [{ pairing_id: pairing, wall_date: "2026-11-04", wall_time: "09:00" }];
    await aDraft(db, { round_id: roundId, created_by: w.people.organiser, placements });
  });
  const said = { roundId, accountId: w.people.participantBa, busy: [], mark: null };
  await answerAvailability(store, w.organiser, said, now);
  expect(await findWhatGoes(store.read, roundId)).toEqual({ pairings: 2, drafts: 1, asked: 1 });
  expect(await removeRound(store, w.organiser, { roundId }, now)).toBeNull();
  expect(await findWhatGoes(store.read, roundId)).toEqual({ pairings: 0, drafts: 0, asked: 0 });
  expect((await findWhatGoes(store.read, w.roundId)).pairings).toBe(2);
});
