import { sql } from "kysely";
import { expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { recordEvent, recordEvents, verifyChain } from "#app/domain/history/record-event.server.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { writeTransaction } from "#db/store.ts";
import { testStore, writing } from "#tests/support/store.ts";

const now = new Date("2026-03-01T09:00:00Z");

async function threeEvents() {
  const store = testStore();
  for (const id of ["a", "b", "c"]) {
    await writeTransaction(store, (db) => recordEvent(db, anonymous, "account.edited", { id }, {}, now));
  }
  return store;
}

it("chains events", async () => {
  const store = await threeEvents();
  expect(await verifyChain(store.read)).toEqual({ events: 3, brokenAt: null });
});

it("takes kind and group of the subject from event and row, one by one or many at once", async () => {
  const store = testStore();
  const session = { id: "s", group_id: "g", starts_at: "not kept" };
  await writeTransaction(store, async (db) => {
    await recordEvent(db, { accountId: "p" }, "session.cancelled", session, { sequence: 2, people: 3 }, now);
    await recordEvents(
      db,
      anonymous,
      [
        ["sharing.lowered", { id: "c", group_id: "g" }, { from: "public", to: "group" }],
        ["group.edited", { id: "g" }, {}],
        ["mail.retried", { id: "m", group_id: null }, {}],
        ["password.changed", { id: "p" }, {}],
      ],
      now,
    );
  });
  const rows = await store.read.selectFrom("audit_event").selectAll().orderBy("seq").execute();
  expect(rows.map((row) => [row.seq, row.actor_id, row.event, row.subject_type, row.subject_id, row.group_id])).toEqual(
    [
      [1, "p", "session.cancelled", "session", "s", "g"],
      [2, null, "sharing.lowered", "contribution", "c", "g"],
      [3, null, "group.edited", "group", "g", "g"],
      [4, null, "mail.retried", "outbox", "m", null],
      [5, null, "password.changed", "account", "p", null],
    ],
  );
  expect(rows.map(({ details }) => details)).toEqual([
    '{"sequence":2,"people":3}',
    '{"from":"public","to":"group"}',
    ...["{}", "{}", "{}"],
  ]);
  expect(await verifyChain(store.read)).toEqual({ events: 5, brokenAt: null });
});

it("does not compile with a misspelt event, a subject without its group or another detail", async () => {
  const store = testStore();
  await writeTransaction(store, async (db) => {
    const subject = { id: "s", group_id: "g" };
    // @ts-expect-error
    await recordEvent(db, anonymous, "session.canceld", subject, { sequence: 1, people: 1 }, now);
    // @ts-expect-error
    await recordEvent(db, anonymous, "session.cancelled", { id: "s" }, { sequence: 1, people: 1 }, now);
    // @ts-expect-error
    await recordEvent(db, anonymous, "session.cancelled", subject, { sequence: 1, persons: 1 }, now);
    // @ts-expect-error
    await recordEvent(db, anonymous, "account.edited", { id: "a" }, { name: "Ana" }, now);
    return null;
  });
});

it("refuses to change or remove an event", async () => {
  const store = await threeEvents();
  await expect(sql`update audit_event set event = 'x'`.execute(writing(store))).rejects.toThrow("append-only");
  await expect(sql`delete from audit_event`.execute(writing(store))).rejects.toThrow("append-only");
});

it.each([
  ["changed", "update audit_event set subject_id = 'z' where seq = 2", 2],
  ["removed", "delete from audit_event where seq = 2", 3],
  [
    "rewritten with a hash of another row",
    // Whatever it ends with, another ending.
    "update audit_event set hash = substr(hash, 1, 63) || iif(hash like '%e', 'f', 'e') where seq = 1",
    1,
  ],
])("names an event that was %s behind the triggers' back", async (_what, tampering, expected) => {
  const store = await threeEvents();
  const raw = openRaw(`${store.folder}/zbornik.sqlite`);
  raw.exec("drop trigger audit_event_is_append_only_update; drop trigger audit_event_is_append_only_delete");
  raw.exec(tampering);
  raw.close();
  expect((await verifyChain(store.read)).brokenAt).toBe(expected);
});
