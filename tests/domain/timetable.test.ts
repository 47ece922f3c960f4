import { expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { message } from "#app/domain/forms/message.ts";
import { type PlanRound, planRound } from "#app/domain/rounds/plan-round.server.ts";
import { roundChangeForm } from "#app/domain/rounds/round-input.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { type EditRound, editRound } from "#app/domain/timetable/edit-round.server.ts";
import { findRound } from "#app/domain/timetable/find-round.server.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import {
  now,
  type SessionWorld,
  schedule,
  sessionRow,
  sessionWorld,
  told,
  toldFacts,
} from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("plans a round with titles in several languages and a slug of its own", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await plan(w, { titles: { bs: "Đački sastanak, treći" } });
  const again = await plan(w, { titles: { bs: "Đački sastanak, treći" } });
  const rows = await w.store.read
    .selectFrom("round")
    .select(["id", "slug", "titles", "zone", "city"])
    .where("id", "in", [id, again.id])
    .orderBy("slug")
    .execute();
  const stored = { titles: '{"bs":"Đački sastanak, treći"}', zone: "Europe/Belgrade", city: "belgrade" };
  expect(rows).toEqual([
    { id, slug: "djacki-sastanak-treci", ...stored },
    { id: again.id, slug: "djacki-sastanak-treci-2", ...stored },
  ]);
});

it.each([
  [{ startsOn: "2026-12-04", endsOn: "2026-12-03" }, "endsOn", "rounds.endsBeforeStart"],
  [{ startsOn: "2026-12-01", endsOn: "2027-01-01" }, "endsOn", "rounds.tooManyDays"],
  [{ startsOn: "2026-02-30" }, "startsOn", "common.badDate"],
  [{ zone: "Mars/Phobos" }, "city", "common.chooseOne"],
  [{ titles: { en: "For 0101990170003" } }, "title.en", "guard.blocked"],
  [{ titles: {} }, "title.en", "rounds.titleNeeded"],
])("refuses %j", async (other, field, key) => {
  const w = await sessionWorld(testStore());
  expect(await faults(plan(w, other))).toEqual([{ field, key }]);
});

it("asks for a title in one language, not for the English one", () => {
  const days = { startsOn: "2026-12-01", endsOn: "2026-12-02" };
  const form = {
    ...days,
    format: "bilateral-online",
    city: "sarajevo",
    confirmConflicts: "",
    revision: "1",
    venue: "",
  };
  const faultsOf = (title: object) =>
    roundChangeForm
      .safeParse({ ...form, ...title })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(faultsOf({ "title.bs": "Prvi" })).toBeUndefined();
  expect(faultsOf({})).toEqual([["title.en", message("rounds.titleNeeded")]]);
});

it("is planned and edited by organisers of the group alone", async () => {
  const w = await sessionWorld(testStore());
  const planAs = async (accountId: string) => planRound(w.store, await w.actor(accountId), planInput(w), now);
  const editAs = async (accountId: string) => editRound(w.store, await w.actor(accountId), await edit(w), now);
  for (const as of [planAs, editAs]) {
    await expect(as(w.people.consultant)).rejects.toThrow(Forbidden);
    await expect(as(w.people.observer)).rejects.toThrow(Forbidden);
    await expect(as(w.people.otherOrganiser)).rejects.toThrow(NotFound);
    await expect(as(w.people.administrator)).rejects.toThrow(NotFound);
  }
});

it("keeps wall times per slot when the zone changes, over a change of clocks, and tells those concerned", async () => {
  const w = await sessionWorld(testStore());
  await editRound(
    w.store,
    w.organiser,
    await edit(w, { startsOn: "2026-10-24", endsOn: "2026-10-26", city: "belgrade", zone: "Europe/Belgrade" }),
    now,
  );
  const saturday = await schedule(w, { date: "2026-10-24" });
  const monday = await schedule(w, { date: "2026-10-26" });
  const starts = async () => [(await sessionRow(w, saturday.id)).starts_at, (await sessionRow(w, monday.id)).starts_at];
  expect(await starts()).toEqual(["2026-10-24T07:00:00.000Z", "2026-10-26T08:00:00.000Z"]);
  await told(w);
  const change = { city: "istanbul", zone: "Europe/Istanbul" };
  expect(await editRound(w.store, w.organiser, await edit(w, change), now)).toEqual({ id: w.roundId, moved: 2 });
  expect(await starts()).toEqual(["2026-10-24T06:00:00.000Z", "2026-10-26T06:00:00.000Z"]);
  expect(await sessionRow(w, monday.id)).toMatchObject({
    zone: "Europe/Istanbul",
    city: "istanbul",
    wall_date: "2026-10-26",
    wall_time: "09:00",
    ends_at: "2026-10-26T07:00:00.000Z",
    sequence: 1,
    revision: 2,
  });
  const moved = ["consultant", "interpreter", "participantBa", "speakerBa"].map((name) => `moved ${name}`);
  expect(await told(w)).toEqual([...moved, ...moved].sort());
  const facts = await toldFacts(w, "moved");
  expect(facts.map(({ previousStartsAt }) => previousStartsAt).sort()).toEqual([
    ...Array(4).fill("2026-10-24T07:00:00.000Z"),
    ...Array(4).fill("2026-10-26T08:00:00.000Z"),
  ]);
});

it("tells nobody when the clock stays the same", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w);
  await told(w);
  const change = { city: "vienna", zone: "Europe/Vienna" };
  expect((await editRound(w.store, w.organiser, await edit(w, change), now)).moved).toBe(0);
  expect(await sessionRow(w, id)).toMatchObject({ zone: "Europe/Vienna", sequence: 0 });
  expect((await told(w)).length).toBe(0);
});

it("leaves sessions that are over or cancelled where they were", async () => {
  const w = await sessionWorld(testStore());
  const over = await schedule(w);
  const cancelled = await schedule(w, { date: "2026-11-06" });
  await cancelSession(w.store, w.organiser, { sessionId: cancelled.id, reason: "none" }, now);
  const during = new Date("2026-11-05T12:00:00.000Z");
  await told(w);
  const change = { city: "istanbul", zone: "Europe/Istanbul" };
  expect((await editRound(w.store, w.organiser, await edit(w, change), during)).moved).toBe(0);
  expect((await sessionRow(w, over.id)).zone).toBe("Europe/Sarajevo");
  expect((await sessionRow(w, cancelled.id)).starts_at).toBe("2026-11-06T08:00:00.000Z");
});

it("refuses a zone in which a slot does not exist or has begun, and asks where it comes twice", async () => {
  const w = await sessionWorld(testStore());
  await editRound(
    w.store,
    w.organiser,
    await edit(w, { startsOn: "2027-03-28", endsOn: "2027-03-28", city: "istanbul", zone: "Europe/Istanbul" }),
    now,
  );
  const { id } = await schedule(w, { date: "2027-03-28", time: "02:30" });
  const belgrade = { city: "belgrade", zone: "Europe/Belgrade" };
  const to = async (other: Partial<EditRound>, at = now) => editRound(w.store, w.organiser, await edit(w, other), at);
  expect(await faults(to(belgrade))).toEqual([{ field: "city", key: "rounds.slotSkipped" }]);
  expect((await sessionRow(w, id)).zone).toBe("Europe/Istanbul");
  // 02:30 in Istanbul is 23:30Z the day before; in Tbilisi it was an hour earlier.
  const evening = new Date("2027-03-27T23:00:00.000Z");
  const tbilisi = { city: "tbilisi", zone: "Asia/Tbilisi" };
  expect(await faults(to(tbilisi, evening))).toEqual([{ field: "city", key: "rounds.slotPast" }]);

  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "none" }, now);
  await to({ startsOn: "2026-10-25", endsOn: "2026-10-25" });
  const twice = await schedule(w, { date: "2026-10-25", time: "02:30" });
  expect(await faults(to(belgrade))).toEqual([{ field: "choice", key: "rounds.slotTwice" }]);
  expect((await to({ ...belgrade, choice: "later" })).moved).toBe(1);
  expect((await sessionRow(w, twice.id)).starts_at).toBe("2026-10-25T01:30:00.000Z");
});

it("keeps its sessions inside its days", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { date: "2026-11-06" });
  const shorter = async () => editRound(w.store, w.organiser, await edit(w, { endsOn: "2026-11-05" }), now);
  expect(await faults(shorter())).toEqual([{ field: "endsOn", key: "rounds.sessionsOutside" }]);
  await cancelSession(w.store, w.organiser, { sessionId: id, reason: "none" }, now);
  await shorter();
});

it("has a title in every language, and refuses a form that is older than what is stored", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await plan(w, { titles: { en: "Old", mk: "Стар" } });
  const stale = await edit(w, { titles: { en: "Mine" } }, id);
  const { stored } = await findRound(w.store.read, w.organiser, id, now);
  expect(stored).toMatchObject({ "title.en": "Old", "title.mk": "Стар", "title.sq": "" });
  const form = roundChangeForm.parse({ ...stored, "title.en": "New", "title.bs": "", "title.sq": "I ri" });
  await editRound(w.store, w.organiser, { ...form, roundId: id }, now);
  const row = await w.store.read.selectFrom("round").select("titles").where("id", "=", id).executeTakeFirstOrThrow();
  expect(JSON.parse(row.titles)).toEqual({ en: "New", mk: "Стар", sq: "I ri" });
  const error = await editRound(w.store, w.organiser, stale, now).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Conflict);
  expect((error as Conflict).current).toMatchObject({
    "title.en": "New",
    "title.bs": "",
    "title.mk": "Стар",
    revision: "2",
  });
});

function planInput(w: SessionWorld, other: Partial<PlanRound> = {}): PlanRound {
  return {
    groupId: w.groupId,
    titles: { en: "December round" },
    venue: null,
    format: "bilateral-online",
    city: "belgrade",
    zone: "Europe/Belgrade",
    startsOn: "2026-12-01",
    endsOn: "2026-12-03",
    ...other,
  };
}

function plan(w: SessionWorld, other: Partial<PlanRound> = {}) {
  return planRound(w.store, w.organiser, planInput(w, other), now);
}

/** A change of a round as its form would send it when only `other` was touched. */
async function edit(w: SessionWorld, other: Partial<EditRound> = {}, roundId = w.roundId): Promise<EditRound> {
  const row = await w.store.read.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirstOrThrow();
  return {
    roundId,
    revision: row.revision,
    titles: JSON.parse(row.titles),
    venue: row.venue,
    format: row.format,
    city: row.city || "sarajevo",
    zone: row.zone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    ...other,
  };
}
