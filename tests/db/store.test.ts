import { sql } from "kysely";
import { expect, it } from "vitest";
import { isConstraint } from "#db/engine.ts";
import {
  AttemptReused,
  atomically,
  attemptOn,
  changeNumber,
  type Db,
  insertMany,
  insertManyNumbered,
  readSnapshot,
  writeTransaction,
} from "#db/store.ts";
import { addTheme } from "#tests/db/add-theme.ts";
import { testStore } from "#tests/support/store.ts";

const attempt = { key: "key-12345678", actorId: "a", route: "/x", bodyHash: "h" };

it("rolls everything back when the change fails", async () => {
  const store = testStore();
  const before = await changeNumber(store);
  await expect(
    writeTransaction(store, async (db) => {
      await addTheme("T01")(db);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect([await changeNumber(store), await store.read.selectFrom("theme").selectAll().execute()]).toEqual([before, []]);
});

it("raises the change number with every change", async () => {
  const store = testStore();
  const before = await changeNumber(store);
  await writeTransaction(store, addTheme("T01"));
  await writeTransaction(store, addTheme("T02"));
  expect(await changeNumber(store)).toBe(before + 2);
});

it("refuses a transaction inside a transaction instead of waiting for ever", async () => {
  const store = testStore();
  await expect(writeTransaction(store, () => writeTransaction(store, addTheme("T01")))).rejects.toThrow("inside");
});

it("lets transactions of two requests follow each other", async () => {
  const store = testStore();
  const codes = Array.from({ length: 20 }, (_, at) => `T${at}`);
  await Promise.all(codes.map((code) => writeTransaction(store, addTheme(code))));
  expect(await store.read.selectFrom("theme").select("code").execute()).toHaveLength(20);
});

it("answers a repeated attempt with the first result and changes nothing", async () => {
  const store = testStore();
  const first = await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
  const change = await changeNumber(store);
  const second = await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
  expect([first, second, await changeNumber(store)]).toEqual([{ code: "T01" }, { code: "T01" }, change]);
});

it.each([{ bodyHash: "other" }, { actorId: "b" }, { route: "/y" }])(
  "refuses a used key for something else: %o",
  async (other) => {
    const store = testStore();
    await writeTransaction(attemptOn(store, attempt), addTheme("T01"));
    await expect(writeTransaction(attemptOn(store, { ...attempt, ...other }), addTheme("T02"))).rejects.toThrow(
      AttemptReused,
    );
  },
);

it("consumes no key when the attempt is refused", async () => {
  const store = testStore();
  await expect(
    writeTransaction(attemptOn(store, attempt), async () => Promise.reject(new Error("no"))),
  ).rejects.toThrow();
  expect(await writeTransaction(attemptOn(store, attempt), addTheme("T01"))).toEqual({ code: "T01" });
});

it("raises nothing for what changes nothing, and for what nobody could notice", async () => {
  const store = testStore();
  const before = await changeNumber(store);
  await writeTransaction(store, (db) =>
    db
      .deleteFrom("theme")
      .execute()
      .then(() => null),
  );
  await writeTransaction(attemptOn(store, attempt), async () => null);
  const address = { address: "a@example.org", name: "A", locale: "en", zone: "UTC", created_at: "" };
  await writeTransaction(store, (db) =>
    db
      .insertInto("account")
      .values({ id: "a", ...address })
      .execute()
      .then(() => 0),
  );
  expect(await changeNumber(store)).toBe(before + 1);
  const signIn = { token_hash: "0".repeat(64), account_id: "a", expires_at: "", absolute_until: "", created_at: "" };
  await writeTransaction(store, (db) => db.insertInto("sign_in").values(signIn).execute(), { quiet: true });
  expect([await changeNumber(store), await store.read.selectFrom("sign_in").selectAll().execute()]).toEqual([
    before + 1,
    [{ ...signIn, confirmed_at: "", network: "", browser: "" }],
  ]);
});

it("refuses to be quiet about what somebody could notice", async () => {
  const store = testStore();
  const quietly = (change: (db: Db) => Promise<unknown>) =>
    writeTransaction(store, async (db) => void (await change(db)), { quiet: true });
  await expect(quietly(addTheme("T01"))).rejects.toThrow("must not write theme");
  await expect(quietly((db) => db.updateTable("round").set({ city: "" }).execute())).rejects.toThrow("round");
  await expect(quietly((db) => db.deleteFrom("contribution").execute())).rejects.toThrow("contribution");
  await expect(quietly((db) => sql`delete from theme`.execute(db))).rejects.toThrow("plain SQL");
});

it("inserts many rows at once, skips those that are there, and numbers them in order", async () => {
  const store = testStore();
  const row = (code: string) => ({ id: code, code, labels: "{}", position: 1 });
  const codes = ["a", "b", "c"];
  await writeTransaction(store, (db) => insertMany(db, "theme", codes.map(row)));
  await writeTransaction(store, (db) => insertMany(db, "theme", ["c", "d"].map(row), { skipExisting: true }));
  await expect(writeTransaction(store, (db) => insertMany(db, "theme", ["e", "d"].map(row)))).rejects.toSatisfy(
    isConstraint,
  );
  const stored = await store.read.selectFrom("theme").select("code").orderBy("code").execute();
  expect(stored.map(({ code }) => code)).toEqual([...codes, "d"]);
  const words = ["z", "a", "m"].map((form) => ({ form, languages: "sr" }));
  const numbers = await writeTransaction(store, (db) => insertManyNumbered(db, "search_word", words));
  const numbered = await store.read.selectFrom("search_word").select(["id", "form"]).orderBy("id").execute();
  expect(numbered).toEqual(numbers.map((id, at) => ({ id, form: words[at]?.form })));
  expect(await writeTransaction(store, (db) => insertManyNumbered(db, "search_word", []))).toEqual([]);
});

it("takes a part of a transaction back and goes on with the rest", async () => {
  const store = testStore();
  await writeTransaction(store, async (db) => {
    await addTheme("kept")(db);
    await expect(
      atomically(db, async () => {
        await addTheme("gone")(db);
        await addTheme("kept")(db);
      }),
    ).rejects.toSatisfy(isConstraint);
    await atomically(db, () => addTheme("later")(db));
  });
  const codes = await store.read.selectFrom("theme").select("code").orderBy("code").execute();
  expect(codes.map(({ code }) => code)).toEqual(["kept", "later"]);
});

it("reads one moment, while others write and ask for the change number", async () => {
  const store = testStore();
  const codesIn = async (db: Db) => (await db.selectFrom("theme").select("code").execute()).map(({ code }) => code);
  let asked: Promise<number> | undefined;
  const before = await changeNumber(store);
  const seen = await readSnapshot(store, async (db) => {
    const first = await codesIn(db);
    await writeTransaction(store, addTheme("T01"));
    asked = changeNumber(store);
    return [first, await codesIn(db)];
  });
  expect([seen, await codesIn(store.read), await asked]).toEqual([[[], []], ["T01"], before + 1]);
});

it("finds nothing in an empty list", async () => {
  const store = testStore();
  await writeTransaction(store, addTheme("T01"));
  const themes = store.read.selectFrom("theme").select("code");
  expect(await themes.where("code", "in", []).execute()).toEqual([]);
  expect(await themes.where("code", "not in", []).execute()).toHaveLength(1);
  const within = themes.where((eb) => eb.or([eb("code", "in", []), eb.and([eb("code", "in", []), eb.lit(true)])]));
  expect(await within.execute()).toEqual([]);
  const inner = store.read.selectFrom("theme as other").select("other.code").where("other.code", "in", []);
  expect(await themes.where("code", "in", inner).execute()).toEqual([]);
  expect(await themes.where("code", "not in", inner).execute()).toHaveLength(1);
});
