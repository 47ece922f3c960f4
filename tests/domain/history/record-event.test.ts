import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { eventRecorder, recordEvent, verifyChain } from "#app/domain/history/record-event.server.ts";
import { migrate } from "#db/migrate.ts";
import { migrations } from "#db/migrations/list.ts";
import { openRaw, openStore, writeTransaction } from "#db/store.ts";
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

it("keeps chain and guard of a log that an earlier schema wrote", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-log-"));
  const file = join(folder, "zbornik.sqlite");
  const raw = openRaw(file);
  for (const { number, sql: statements } of migrations) if (number < 5) raw.exec(statements);
  raw.pragma("user_version = 4");
  const record = eventRecorder(raw);
  for (const id of ["a", "b", "c"]) {
    record({ actorId: null, event: "thing.done", subjectType: "thing", subjectId: id }, new Date());
  }
  const before = raw.prepare("select * from audit_event").all();
  expect(migrate(raw)).toContain(5);
  expect(raw.prepare("select * from audit_event").all()).toEqual(before);
  expect(() => raw.exec("delete from audit_event")).toThrow(/append-only/);
  expect(() => raw.exec("update audit_event set at = ''")).toThrow(/append-only/);
  raw.close();
  const store = openStore(file);
  await writeTransaction(store, (db) =>
    recordEvent(db, { actorId: null, event: "thing.done", subjectType: "thing", subjectId: "d" }),
  );
  expect(await verifyChain(store.read)).toEqual({ events: 4, brokenAt: null });
  await store.close();
  rmSync(folder, { recursive: true });
});
