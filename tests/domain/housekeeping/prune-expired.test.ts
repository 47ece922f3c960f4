import { expect, it } from "vitest";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { changeNumber, writeTransaction } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T00:00:00.000Z");

it("removes ended sign-ins and old keys, keeps the rest, and writes nothing when there is nothing", async () => {
  const store = testStore();
  const { people } = await world(store);
  const signIn = (hash: string, until: string) => ({
    token_hash: hash.repeat(64),
    account_id: people.organiser,
    expires_at: until,
    absolute_until: until,
    created_at: "2026-09-30T00:00:00.000Z",
  });
  const key = (name: string, at: string) => ({
    key: name,
    actor_id: "a",
    route: "/",
    body_hash: "h",
    result: "null",
    created_at: at,
  });
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("sign_in")
      .values([signIn("a", "2026-09-30T12:00:00.000Z"), signIn("b", "2026-10-01T12:00:00.000Z")])
      .execute();
    await db
      .insertInto("idempotency_key")
      .values([key("old-old-old", "2026-09-01T00:00:00.000Z"), key("new-new-new", "2026-09-30T00:00:00.000Z")])
      .execute();
  });
  expect(await pruneExpired(store, now)).toBe(2);
  const left = await store.read.selectFrom("sign_in").select("expires_at").execute();
  const keys = await store.read.selectFrom("idempotency_key").select("key").execute();
  expect([left, keys]).toEqual([[{ expires_at: "2026-10-01T12:00:00.000Z" }], [{ key: "new-new-new" }]]);
  const change = await changeNumber(store);
  expect([await pruneExpired(store, now), await changeNumber(store)]).toEqual([0, change]);
});
