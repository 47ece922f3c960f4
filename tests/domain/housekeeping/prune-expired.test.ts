import { expect, it } from "vitest";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { writeTransaction } from "#db/store.ts";
import { aSignIn } from "#tests/support/factories/people.ts";
import { commits, testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T00:00:00.000Z");

it("removes ended sign-ins and old keys, keeps the rest, and writes nothing when there is nothing", async () => {
  const store = testStore();
  const { people } = await world(store);
  const key = (name: string, at: string) => ({
    key: name,
    actor_id: "a",
    route: "/",
    body_hash: "h",
    result: "null",
    created_at: at,
  });
  await writeTransaction(store, async (db) => {
    await aSignIn(db, { account_id: people.organiser, expires_at: "2026-09-30T12:00:00.000Z" });
    await aSignIn(db, { account_id: people.organiser, expires_at: "2026-10-01T12:00:00.000Z" });
    await db
      .insertInto("idempotency_key")
      .values([key("old-old-old", "2026-09-01T00:00:00.000Z"), key("new-new-new", "2026-09-30T00:00:00.000Z")])
      .execute();
  });
  expect(await pruneExpired(store, now)).toBe(2);
  const left = await store.read.selectFrom("sign_in").select("expires_at").execute();
  const keys = await store.read.selectFrom("idempotency_key").select("key").execute();
  expect([left, keys]).toEqual([[{ expires_at: "2026-10-01T12:00:00.000Z" }], [{ key: "new-new-new" }]]);
  const change = await commits(store);
  expect([await pruneExpired(store, now), await commits(store)]).toEqual([0, change]);
});
