import { sql } from "kysely";
import { expect, it } from "vitest";
import { recordEvent, verifyChain } from "#app/domain/history/record-event.server.ts";
import { openRaw, writeTransaction } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

async function threeEvents() {
  const store = testStore();
  for (const id of ["a", "b", "c"]) {
    await writeTransaction(store, (db) =>
      recordEvent(db, { actorId: null, event: "thing.done", subjectType: "thing", subjectId: id }),
    );
  }
  return store;
}

it("chains events", async () => {
  const store = await threeEvents();
  expect(await verifyChain(store.read)).toEqual({ events: 3, brokenAt: null });
});

it("refuses to change or remove an event", async () => {
  const store = await threeEvents();
  await expect(sql`update audit_event set event = 'x'`.execute(store.writer)).rejects.toThrow("append-only");
  await expect(sql`delete from audit_event`.execute(store.writer)).rejects.toThrow("append-only");
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
