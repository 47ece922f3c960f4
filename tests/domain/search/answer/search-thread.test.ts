import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { SearchThread } from "#app/domain/search/answer/search-thread.server.ts";
import { rebuildIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { noteChanges } from "#app/domain/search/index/write-documents.server.ts";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { search } from "#app/domain/search/search.server.ts";
import { SearchNotReady } from "#app/domain/search/search-not-ready.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { writeTransaction } from "#db/store.ts";
import { addContributions, addSession } from "#tests/domain/search/search-world.ts";
import { demoStore } from "#tests/support/demo.ts";
import { memoryIndex, searchIn } from "#tests/support/searching.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const file = join(import.meta.dirname, "../../../../build/node/search-thread.mjs");
const open: SearchThread[] = [];
afterEach(async () => {
  for (const thread of open.splice(0)) await thread.close();
});

function start(store: ReturnType<typeof testStore>, { threadFile = file, patience = 20_000 } = {}) {
  if (!existsSync(file)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const notes: string[] = [];
  let tellLoaded = (): void => undefined;
  const loaded = new Promise<void>((resolve) => {
    tellLoaded = resolve;
  });
  const thread = new SearchThread({
    file: threadFile,
    database: join(store.folder, "zbornik.sqlite"),
    sources: searchSources,
    patience,
    tell: (note) => {
      notes.push(note);
      if (note.includes("in memory")) tellLoaded();
    },
  });
  open.push(thread);
  return { thread, loaded, notes };
}

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  await addContributions(store, w, [{ title: "Plan otpusta" }, { title: "Mentor" }]);
  const reader = await w.actor(w.people.consultant);
  return { store, w, reader };
}

it("lets who comes early wait for the index, and answers as without a thread", async () => {
  const { store, reader } = await prepared();
  const { thread, loaded } = start(store);
  const ask = () => search(store.read, reader, { query: "plan", locale: "en" }, thread);
  const early = await ask();
  expect(early).toEqual(await searchIn(store, reader, { query: "plan", locale: "en" }));
  await loaded;
  expect(await ask()).toEqual(early);
  expect(await thread.suggest(reader, parseQuery("mentro"), ["contribution"])).toEqual([
    { start: 0, end: 6, text: "mentor" },
  ]);
});

it("finds a saved record with the next search, and holds what the disk does after every change", async () => {
  const { store, w, reader } = await prepared();
  const { thread, loaded } = start(store);
  await loaded;
  for (let n = 0; n < 30; n++) {
    await addContributions(store, w, [{ title: `Novost${n}` }]);
    const { hits } = await search(store.read, reader, { query: `novost${n}`, locale: "en" }, thread);
    expect(hits.map((hit) => hit.title.text)).toEqual([`Novost${n}`]);
  }
  expect(await thread.digest()).toEqual((await memoryIndex(store)).contents.digest());
});

it("hides at once what a reader may no longer see, also when nobody searched in between", async () => {
  const { store, w } = await prepared();
  const memory = await memoryIndex(store);
  const session = await addSession(store, w, ["consultant"]);
  await addContributions(store, w, [{ title: "Povjerljivo", session, attribution: "group", sharing: "group" }]);
  const reader = await w.actor(w.people.consultant);
  const sessions = async () =>
    (await search(store.read, reader, { query: "povjerljivo", locale: "en" }, memory)).facets.session.length;
  expect(await sessions()).toBe(1);
  await writeTransaction(store, async (db) => {
    await db
      .updateTable("session_person")
      .set({ removed_at: "2026-11-26T00:00:00.000Z" })
      .where("session_id", "=", session)
      .execute();
  });
  // As the thread does from time to time.
  memory.contents.follow();
  expect(await sessions()).toBe(0);
});

it("loses no record while the index is made again", async () => {
  const store = await demoStore();
  const { thread, loaded } = start(store);
  await loaded;
  const account = await store.read
    .selectFrom("account")
    .select("id")
    .where("address", "=", "consultant@demo.example")
    .executeTakeFirstOrThrow();
  const reader = await findActor(store.read, account.id);
  const ask = async (query: string) => {
    const { total, hits } = await search(store.read, reader, { query, locale: "bs", limit: 50 }, thread);
    return [total, hits.map(({ id }) => id)];
  };
  const before = await ask("otpust");
  const all = await ask("");
  let isDone = false;
  const rebuilt = rebuildIndex(store, searchSources, { all: true }).finally(() => {
    isDone = true;
  });
  let asked = 0;
  while (!isDone) {
    expect(await ask("otpust")).toEqual(before);
    expect(await ask("")).toEqual(all);
    asked++;
  }
  expect(await rebuilt).toBeGreaterThan(100);
  expect(asked).toBeGreaterThan(0);
  expect(await ask("otpust")).toEqual(before);
  expect(await thread.digest()).toEqual((await memoryIndex(store)).contents.digest());
  await thread.close();
  await store.close();
}, 60_000);

it("answers while its thread makes the index of an earlier analyser again", async () => {
  const store = await demoStore();
  await writing(store).updateTable("search_document").set({ analyser: 1 }).execute();
  await writing(store).updateTable("search_state").set({ analyser: 1 }).execute();
  const { thread, loaded, notes } = start(store);
  await loaded;
  const isRenewed = () => notes.includes("search index made again");
  let answered = 0;
  for (let asked = 0; asked < 500 && !isRenewed(); asked++) {
    const { total } = await search(store.read, anonymous, { query: "", locale: "bs" }, thread);
    expect(total).toBeGreaterThan(0);
    if (!isRenewed()) answered++;
  }
  await expect.poll(isRenewed, { timeout: 40_000 }).toBe(true);
  expect(answered).toBeGreaterThan(1);
  expect(await thread.digest()).toEqual((await memoryIndex(store)).contents.digest());
  await thread.close();
  await store.close();
}, 60_000);

it("says that it is not ready while the index is loaded, and is started again after a crash", async () => {
  const { store, reader } = await prepared();
  const { thread, notes } = start(store, { threadFile: join(store.folder, "missing.mjs"), patience: 50 });
  const ask = () => search(store.read, reader, { query: "plan", locale: "en", types: ["contribution"] }, thread);
  await expect(ask()).rejects.toThrow(SearchNotReady);
  await expect.poll(() => notes.length).toBeGreaterThan(0);
  expect(notes[0]).toMatch(/crashed/);
  expect(await thread.digest()).toBeNull();
  await expect(ask()).rejects.toThrow(SearchNotReady);
  // What it lacked is there the next time.
  writeFileSync(join(store.folder, "missing.mjs"), `await import(${JSON.stringify(pathToFileURL(file).href)});`);
  await expect
    .poll(
      () =>
        ask()
          .then(({ total }) => total)
          .catch(() => null),
      { timeout: 40_000 },
    )
    .toBe(1);
}, 60_000);

it("refuses those who were waiting when it crashed, and answers again soon after", async () => {
  const { store, reader } = await prepared();
  const { thread, loaded, notes } = start(store);
  await loaded;
  const ask = () => search(store.read, reader, { query: "plan", locale: "en", types: ["contribution"] }, thread);
  expect((await ask()).total).toBe(1);
  // A change that it cannot take in: nobody fulfils the type. Whoever asks now waits in vain.
  await writeTransaction(store, (db) => noteChanges(db, "nothing", ["none"]));
  await expect.poll(() => notes.some((note) => note.includes("crashed")), { timeout: 40_000 }).toBe(true);
  await writeTransaction(store, (db) =>
    db
      .deleteFrom("search_change")
      .executeTakeFirst()
      .then(() => null),
  );
  const total = () =>
    ask().then(
      (found) => found.total,
      (error: unknown) => (error instanceof SearchNotReady ? null : Number.NaN),
    );
  await expect.poll(total, { timeout: 40_000 }).toBe(1);
}, 60_000);
