import { expect, it } from "vitest";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { assignInterpreters, whyWithout } from "#app/domain/planning/assign-interpreters.server.ts";
import { findInterpreters } from "#app/domain/planning/find-interpreters.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { shareInterpreters } from "#app/domain/planning/share-interpreters.ts";
import { type PlanWorld, pair, planWorld } from "#tests/domain/planning/plan-world.ts";
import { join, now, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const assign = (w: PlanWorld, byLanguage: Record<string, string[]>) =>
  assignInterpreters(
    w.store,
    w.organiser,
    { roundId: w.roundId, byLanguage: new Map(Object.entries(byLanguage)) },
    now,
  );
const facts = (w: PlanWorld) => findInterpreters(w.store.read, w.organiser, w.roundId);
/** Who interprets, by pairing. */
async function interpreting(w: PlanWorld): Promise<Record<string, string | undefined>> {
  const { pairings } = await facts(w);
  return Object.fromEntries(
    pairings.map(({ id, people }) => [id, people.find(({ part }) => part === "interpreter")?.name]),
  );
}

it("shares sessions by minutes, the ones with fewest candidates first, and never more than there is room for", () => {
  const sessions = [
    { id: "a", minutes: 60, candidates: ["x", "y"] },
    { id: "b", minutes: 90, candidates: ["x", "y"] },
    { id: "c", minutes: 30, candidates: ["x"] },
    { id: "d", minutes: 60, candidates: ["y", "x"] },
    { id: "e", minutes: 60, candidates: ["z"] },
  ];
  const chosen = shareInterpreters(sessions, new Map([["y", 30]]), new Map([["z", 30]]));
  expect([...chosen].sort()).toEqual([
    ["a", "y"],
    ["b", "x"],
    ["c", "x"],
    ["d", "y"],
  ]);
});

it("gives interpreters of a language to sessions that have none, and leaves what somebody chose", async () => {
  const w = await planWorld(testStore());
  const second = await join(w.store, "second", "observer", w.groupId);
  const [mine = ""] = await pair(w, { beneficiaryIds: [w.beneficiaries.al], minutes: 120 });
  const [al = "", ba = ""] = await pair(w, { interpreterId: null });
  const [english = ""] = await pair(w, { beneficiaryIds: [w.beneficiaries.ba], interpreterId: null, language: "en" });
  expect(await assign(w, { bs: [w.interpreter, second], en: [] })).toEqual({ assigned: 2 });
  expect(await interpreting(w)).toEqual({
    [mine]: "interpreter",
    [al]: "second",
    [ba]: "second",
    [english]: undefined,
  });
  expect((await facts(w)).interpreters.find(({ accountId }) => accountId === second)?.minutes).toBe(120);
  expect(await assign(w, { bs: [w.interpreter, second] })).toEqual({ assigned: 0 });
  expect((await w.store.read.selectFrom("outbox").select("id").execute()).length).toBe(0);
});

it("names nobody who has another part or cannot, and says why", async () => {
  const w = await planWorld(testStore());
  const days = [{ day: "2026-11-04", from: "09:00", to: "11:00" }];
  const frame = {
    slotMinutes: 60,
    bufferMinutes: 0,
    mostAtOnce: null,
    mostApart: null,
    pause: null,
    revision: 0,
    days,
  };
  await saveSettings(w.store, w.organiser, { ...frame, roundId: w.roundId }, now);
  await schedule(w, { beneficiaryId: w.beneficiaries.al, interpreterId: null });
  await pair(w, { beneficiaryIds: [w.beneficiaries.ba], interpreterId: null });
  const why = async (...ids: string[]) => {
    const found = await facts(w);
    return found.without.map((pairing) => whyWithout(found, pairing, ids));
  };
  expect(await why(w.people.consultant)).toEqual(["scheduled", "two-parts"]);
  expect(await why(w.interpreter)).toEqual(["scheduled", null]);
  const busy = ["2026-11-04T09:00", "2026-11-04T10:00"];
  const of = { roundId: w.roundId, accountId: w.people.participantBa, busy: busy.slice(0, 1), mark: null };
  await answerAvailability(w.store, w.organiser, of, now);
  expect(await assign(w, { bs: [w.people.consultant] })).toEqual({ assigned: 0 });
  await expect(assign(w, { bs: [w.people.participantAl] })).rejects.toThrow("Refused");
  await expect(assign(w, { bs: [] })).rejects.toThrow("Refused");
  await answerAvailability(w.store, w.organiser, { ...of, busy }, now);
  expect(await why(w.interpreter)).toEqual(["scheduled", "no-time"]);
});
