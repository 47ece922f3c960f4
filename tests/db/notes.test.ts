import { beforeEach, describe, expect, it } from "vitest";
import { type Note, openNotes } from "#db/notes.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { changeNumber, type Store } from "#db/store.ts";
import { commits, testStore } from "#tests/support/store.ts";

let store: Store & { folder: string };
let told: { error: unknown; lost: number }[];
beforeEach(() => {
  store = testStore();
  told = [];
});

const open = () => openNotes(store, { byItself: false, tell: (error, lost) => void told.push({ error, lost }) });

/** Notes a key of an attempt, as something that can be seen afterwards. */
const saying =
  (key: string): Note =>
  (db) =>
    db
      .insertInto("idempotency_key")
      .values({ key: `note-of-${key}`, actor_id: "a", route: "/", body_hash: "h", result: "null", created_at: "x" })
      .execute();
const written = async () => {
  const rows = await store.read.selectFrom("idempotency_key").select("key").orderBy("key").execute();
  return rows.map(({ key }) => key.slice(8)).join("");
};

describe("notes", () => {
  it("are written together, the last one under a key alone, and nobody notices", async () => {
    const notes = open();
    const before = [await commits(store), await changeNumber(store)];
    for (const key of ["a", "b"]) notes.add(saying(key));
    notes.add(saying("c"), "same");
    notes.add(saying("d"), "same");
    expect(await written()).toBe("");
    await notes.flush();
    expect([await written(), told]).toEqual(["abd", []]);
    expect([await commits(store), await changeNumber(store)]).toEqual([before[0]! + 1, before[1]]);
    await notes.flush();
    expect(await commits(store)).toBe(before[0]! + 1);
  });

  it("wait while they cannot be written, and are written when that goes again", async () => {
    const notes = open();
    const other = openRaw(store.engine.address);
    other.exec("begin immediate");
    notes.add(saying("a"));
    await notes.flush();
    expect([told.length, await written()]).toEqual([1, ""]);
    other.exec("rollback");
    other.close();
    notes.add(saying("b"));
    await notes.flush();
    expect(await written()).toBe("ab");
  });

  it("that can never be written do not keep the others", async () => {
    const notes = open();
    notes.add(saying("a"));
    notes.add(saying("a"));
    notes.add(saying("b"));
    await notes.flush();
    expect([await written(), told.map(({ lost }) => lost)]).toEqual(["ab", [1]]);
  });

  it("are bounded: the oldest go first, and it is told how many", async () => {
    const notes = open();
    const other = openRaw(store.engine.address);
    other.exec("begin immediate");
    for (let n = 0; n < 5003; n++) notes.add(saying(n < 3 ? "abc"[n]! : `later ${n}`));
    await notes.flush();
    other.exec("rollback");
    other.close();
    await notes.flush();
    const rows = await store.read.selectFrom("idempotency_key").select("key").execute();
    expect([rows.length, rows.some(({ key }) => key === "note-of-a"), told[0]?.lost]).toEqual([5000, false, 3]);
  });

  it("are written when the book is closed, and by themselves", async () => {
    const notes = open();
    notes.add(saying("a"));
    await notes.close();
    expect(await written()).toBe("a");
    const byItself = openNotes(store, { tell: () => undefined });
    byItself.add(saying("b"));
    await expect.poll(written, { timeout: 5000 }).toBe("ab");
    await byItself.close();
  });
});

it("writes only where nobody notices", async () => {
  const notes = open();
  notes.add((db) => db.updateTable("account").set({ name: "x" }).execute());
  await notes.flush();
  expect(String(told[0]?.error)).toContain("must not write account");
});
