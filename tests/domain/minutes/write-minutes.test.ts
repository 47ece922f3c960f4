import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { findMinutesHistory } from "#app/domain/minutes/find-minutes-item.server.ts";
import { type WriteMinutes, writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { editAgendaItem } from "#app/domain/sessions/edit-agenda-item.server.ts";
import { removeAgendaItem } from "#app/domain/sessions/remove-agenda-item.server.ts";
import { writeTransaction } from "#db/store.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { item } from "#tests/domain/sessions/agenda-items.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now } from "#tests/domain/sessions/session-world.ts";
import { aMinutes } from "#tests/support/factories/minutes.ts";

it("keeps every text with who wrote it, and shows both where two began from the same", async () => {
  const w = await heldSession();
  await write(w, w.organiser, { body: "They **need** guidelines." });
  await write(w, w.consultant, { body: "They **need** guidelines.\nAnd training.", revision: 1 });
  const late = { body: "First.\nThey **need** guidelines.", from: 1, revision: 1 };
  const stale = await write(w, w.organiser, late).catch((error: unknown) => error);
  expect(stale).toBeInstanceOf(Conflict);
  expect((stale as Conflict).current).toEqual({
    ...{ body: "They **need** guidelines.\nAnd training.", revision: "2" },
    begun: "They **need** guidelines.",
  });
  await write(w, w.organiser, { ...late, revision: 2, merge: true });
  const [shared, internal] = (await findMinutes(w.store.read, w.organiser, w.sessionId, during)).items;
  expect(shared?.bodyHtml).toContain("First.<br />They <strong>need</strong> guidelines.<br />And training.");
  expect([shared?.revision, shared?.written?.by, internal?.revision]).toEqual([3, "organiser", 0]);
  const { revisions } = await findMinutesHistory(w.store.read, w.consultant, ids(w));
  expect(revisions.map(({ revision, by }) => [revision, by])).toEqual([
    [3, "organiser"],
    [2, "consultant"],
    [1, "organiser"],
  ]);
});

it("gives twenty texts of a history at a time, and says where the older ones are", async () => {
  const w = await heldSession();
  for (let revision = 0; revision < 25; revision++)
    await write(w, w.organiser, { body: `Text ${revision}.`, revision });
  const read = async (before: number | null) => {
    const { revisions, older } = await findMinutesHistory(w.store.read, w.consultant, { ...ids(w), before });
    return [revisions[0]?.revision, revisions.length, older];
  };
  expect([await read(null), await read(6), await read(1)]).toEqual([
    [25, 20, 6],
    [5, 5, null],
    [undefined, 0, null],
  ]);
});

it("lets several write different items at once", async () => {
  const w = await heldSession();
  await write(w, w.organiser, { body: "Shared." });
  await write(w, w.consultant, { body: "Internal.", itemId: w.internal });
  const { items } = await findMinutes(w.store.read, w.organiser, w.sessionId, during);
  expect(items.map(({ revision }) => revision)).toEqual([1, 1]);
});

it("shows a draft to nobody but those who write it", async () => {
  const w = await heldSession();
  await write(w, w.organiser, { body: "Draft." });
  const seen = await findMinutes(w.store.read, w.delegate, w.sessionId, during);
  expect([seen.isShown, seen.items, seen.decisions]).toEqual([false, [], []]);
  await expect(findMinutesHistory(w.store.read, w.delegate, ids(w))).rejects.toThrow(NotFound);
  await expect(write(w, w.delegate, { body: "Mine." })).rejects.toThrow(Forbidden);
  for (const name of ["participantAl", "secondConsultant", "observer", "administrator", "otherOrganiser"] as const) {
    const actor = await w.actor(w.people[name]);
    await expect(findMinutes(w.store.read, actor, w.sessionId, during)).rejects.toThrow(NotFound);
    await expect(write(w, actor, { body: "Mine." })).rejects.toThrow(NotFound);
  }
});

it("refuses identity numbers, items of other sessions, and what comes before the session", async () => {
  const w = await heldSession();
  expect(await faults(write(w, w.organiser, { body: "Case 0101990170003" }))).toEqual([
    { field: "body", key: "guard.blocked" },
  ]);
  await expect(write(w, w.organiser, { itemId: "elsewhere" })).rejects.toThrow(NotFound);
  const early = writeMinutes(w.store, w.organiser, input(w, {}), now);
  expect(await faults(early)).toEqual([{ field: null, key: "attendance.tooEarly" }]);
});

it("keeps an item that has minutes on the agenda", async () => {
  const w = await heldSession();
  await write(w, w.organiser, { body: "Text." });
  const removal = removeAgendaItem(w.store, w.organiser, ids(w), during);
  expect(await faults(removal)).toEqual([{ field: null, key: "agenda.hasCaptures" }]);
});

it("corrects final minutes with a reason that is signed, and leaves the agenda as it was", async () => {
  const w = await heldSession();
  await write(w, w.organiser, { body: "Text." });
  const at = during.toISOString();
  await writeTransaction(w.store, (db) => aMinutes(db, { session_id: w.sessionId, by: w.people.organiser, at }));
  const bare = write(w, w.organiser, { body: "Texts.", revision: 1 });
  expect(await faults(bare)).toEqual([{ field: "reason", key: "common.required" }]);
  await expect(write(w, w.consultant, { body: "Texts.", revision: 1, reason: "Plural." })).rejects.toThrow(Forbidden);
  await write(w, w.organiser, { body: "Texts.", revision: 1, reason: "Plural." });
  const { items } = await findMinutes(w.store.read, w.delegate, w.sessionId, during);
  expect(items.map(({ corrections }) => corrections)).toEqual([
    [{ by: "organiser", at: during.toISOString(), reason: "Plural.", revision: 2 }],
  ]);
  const edit = { sessionId: w.sessionId, itemId: w.shared, revision: 1, ...item("Other") };
  expect(await faults(editAgendaItem(w.store, w.organiser, edit, during))).toEqual([
    { field: null, key: "minutes.isFinal" },
  ]);
});

function ids(w: HeldSession) {
  return { sessionId: w.sessionId, itemId: w.shared };
}

function input(w: HeldSession, other: Partial<WriteMinutes>): WriteMinutes {
  return { ...ids(w), body: "Text.", from: 0, revision: 0, merge: false, reason: "", ...other };
}

function write(w: HeldSession, actor: Actor, other: Partial<WriteMinutes>) {
  return writeMinutes(w.store, actor, input(w, other), during);
}
