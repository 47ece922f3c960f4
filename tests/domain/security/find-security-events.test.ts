import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findOwnSecurityEvents, findSecurityEvents } from "#app/domain/security/find-security-events.server.ts";
import { writeTransaction } from "#db/store.ts";
import { aSecurityEvent } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const everything = { accountId: null, kind: null, from: null, until: null, page: 1 };

async function withEvents() {
  const store = testStore();
  const w = await world(store);
  const { organiser, observer } = w.people;
  await writeTransaction(store, async (db) => {
    await aSecurityEvent(db, { id: "1", at: "2026-10-01T08:00:00.000Z", account_id: organiser });
    await aSecurityEvent(db, { id: "2", at: "2026-10-01T22:30:00.000Z", account_id: observer, place: "x" });
    await aSecurityEvent(db, {
      id: "3",
      at: "2026-10-02T08:00:00.000Z",
      account_id: organiser,
      kind: "access.forbidden",
    });
    await aSecurityEvent(db, { id: "4", at: "2026-10-03T08:00:00.000Z", kind: "sign-in.failed" });
    await aSecurityEvent(db, { id: "5", at: "2026-10-04T08:00:00.000Z", account_id: "gone", kind: "token.made" });
  });
  return { store, w };
}

it("finds by account, kind and day, newest first, for administrators alone", async () => {
  const { store, w } = await withEvents();
  const administrator = await w.actor(w.people.administrator);
  const found = async (question: Partial<typeof everything> | { kind: "sign-in.failed" }) =>
    (await findSecurityEvents(store.read, administrator, { ...everything, ...question })).events.map(({ id }) => id);
  expect(await found({})).toEqual(["5", "4", "3", "2", "1"]);
  expect(await found({ kind: "sign-in.failed" })).toEqual(["4"]);
  expect(await findSecurityEvents(store.read, administrator, { ...everything, accountId: w.people.organiser })).toEqual(
    {
      total: 2,
      pages: 1,
      events: [
        expect.objectContaining({
          id: "3",
          name: "organiser",
          kind: "access.forbidden",
          accountId: w.people.organiser,
        }),
        expect.objectContaining({ id: "1", name: "organiser", kind: "sign-in.began" }),
      ],
    },
  );
  const day = { ...everything, from: "2026-10-01T22:00:00.000Z", until: "2026-10-02T22:00:00.000Z" };
  expect((await findSecurityEvents(store.read, administrator, day)).events.map(({ id }) => id)).toEqual(["3", "2"]);
  for (const who of [w.people.organiser, w.people.observer, null]) {
    await expect(findSecurityEvents(store.read, await w.actor(who), everything)).rejects.toThrow(NotFound);
  }
});

it("pages through what is long", async () => {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, async (db) => {
    for (let n = 0; n < 120; n++) await aSecurityEvent(db, { id: `${n}`, at: new Date(n * 1000).toISOString() });
  });
  const administrator = await w.actor(w.people.administrator);
  const { total, pages, events } = await findSecurityEvents(store.read, administrator, { ...everything, page: 3 });
  expect([total, pages, events.map(({ id }) => id)]).toEqual([
    120,
    3,
    Array.from({ length: 20 }, (_, n) => `${19 - n}`),
  ]);
});

it("shows people what concerns their own account, and no refusals", async () => {
  const { store, w } = await withEvents();
  const of = async (id: string) => (await findOwnSecurityEvents(store.read, id)).map((event) => event.id);
  expect([await of(w.people.organiser), await of(w.people.observer)]).toEqual([["1"], ["2"]]);
});
