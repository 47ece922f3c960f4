import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { migrate, openStore } from "#db/engine.ts";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { SchemaTooNew } from "#db/migrations/migration.ts";
import { openRaw, readPragmas } from "#db/sqlite/connection.ts";
import { changeNumber, writeTransaction } from "#db/store.ts";
import { addTheme } from "#tests/db/add-theme.ts";
import { testStore } from "#tests/support/store.ts";

it("sets every pragma and finds it again on the second start, when better-sqlite3 would weaken it", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-pragma-"));
  const file = join(folder, "zbornik.sqlite");
  for (const start of [1, 2]) {
    migrate(file);
    const raw = openRaw(file);
    expect([start, readPragmas(raw).filter(([, expected, actual]) => expected !== actual)]).toEqual([start, []]);
    raw.close();
  }
  rmSync(folder, { recursive: true });
});

it("migrates an empty file once, and refuses a newer one", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-migrate-"));
  const file = join(folder, "zbornik.sqlite");
  const numbers = migrations.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  expect(migrate(file)).toEqual(numbers);
  expect(migrate(file)).toEqual([]);
  const raw = openRaw(file);
  raw.pragma(`user_version = ${newestMigration + 1}`);
  raw.close();
  expect(() => migrate(file)).toThrow(SchemaTooNew);
  rmSync(folder, { recursive: true });
});

it("has STRICT tables only, and a foreign key behind every reference", () => {
  const { engine } = testStore();
  const raw = openRaw(engine.address);
  const rows = (query: string) => raw.prepare(query).pluck().all();
  const loose = rows(
    "select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'",
  );
  const unbound = rows(`
    select listed.name || '.' || field.name from pragma_table_list as listed
    join pragma_table_info(listed.name) as field where substr(field.name, -3) = '_id' and not exists (
      select 1 from pragma_foreign_key_list(listed.name) as key where key."from" = field.name)
    order by 1`);
  raw.close();
  expect(loose).toEqual([]);
  // What is logged or keyed outlives its subject, as a run of the planner its drafts, and a question every item that
  // asks it; what is indexed may be of any kind, and two name nothing of ours.
  expect(unbound).toEqual([
    ...["agenda_item.question_id", "agenda_template_item.question_id"],
    ...["audit_event.actor_id", "audit_event.group_id", "audit_event.subject_id"],
    ...["contribution.external_id", "idempotency_key.actor_id", "outbox.message_id", "outbox.subject_id"],
    ...["plan_run.draft_id", "plan_run.previous_draft_id"],
    ...["search_change.record_id", "search_document.record_id", "security_event.account_id"],
  ]);
});

it("reads with a connection that cannot write", async () => {
  const store = testStore();
  await expect(sql`delete from theme`.execute(store.read)).rejects.toThrow("readonly");
});

it("sees what another process wrote", async () => {
  const store = testStore();
  const other = openStore(`${store.folder}/zbornik.sqlite`);
  const before = await changeNumber(store);
  await writeTransaction(other, addTheme("T01"));
  await other.close();
  expect(await changeNumber(store)).toBe(before + 1);
});

it("waits for another process that writes without holding up what else goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-wait-"));
  const file = join(folder, "zbornik.sqlite");
  migrate(file);
  const other = openRaw(file);
  const store = openStore(file);
  other.exec("begin immediate");
  let isWritten = false;
  const writing = writeTransaction(store, addTheme("waits")).then(() => {
    isWritten = true;
  });
  let turns = 0;
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (!isWritten) turns++;
  }
  expect(turns).toBe(20);
  other.exec("commit");
  await writing;
  const codes = await store.read.selectFrom("theme").select("code").orderBy("position").execute();
  expect(codes.map(({ code }) => code)).toEqual(["waits"]);
  expect(store.engine.check().filter(({ fault }) => fault)).toEqual([]);
  await store.close();
  other.close();
  rmSync(folder, { recursive: true });
});

it("copies what is committed while somebody writes", async () => {
  const store = testStore();
  await writeTransaction(store, addTheme("T01"));
  const copy = join(store.folder, "copy.sqlite");
  await writeTransaction(store, async (db) => {
    await addTheme("T02")(db);
    await store.engine.backUp(copy);
  });
  const copied = openStore(copy);
  expect(await copied.read.selectFrom("theme").select("code").execute()).toEqual([{ code: "T01" }]);
  await copied.close();
});

it("leaves all that was committed in the one file when it is closed, whichever connections were used", async () => {
  const store = testStore();
  await writeTransaction(store, addTheme("T01"));
  await store.close();
  expect(readdirSync(store.folder)).toEqual(["zbornik.sqlite"]);
});
