import { expect, it } from "vitest";
import { Refused } from "#app/domain/errors.ts";
import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { count, now } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("registers accounts for the command line without mails, one per address", async () => {
  const store = testStore();
  await world(store);
  const account = { address: "Seed@Test.example", name: "Seed", passwordHash: null, city: "skopje" } as const;
  const { accountId } = await registerAccount(store, null, account, now);
  await expect(registerAccount(store, null, { ...account, address: "seed@test.EXAMPLE" }, now)).rejects.toThrow(
    Refused,
  );
  const row = await store.read
    .selectFrom("account")
    .select(["address", "zone"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ address: "seed@test.example", zone: "Europe/Skopje" });
  expect(await count(store, "outbox")).toBe(0);
});
