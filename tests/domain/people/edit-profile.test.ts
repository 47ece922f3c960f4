import { expect, it } from "vitest";
import { editProfile } from "#app/domain/people/edit-profile.server.ts";
import { now, withAna } from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";

it("takes the zone of the city", async () => {
  const store = testStore();
  const { accountId, actor } = await withAna(store);
  await editProfile(store, actor, { name: "Ana B", locale: "bs", city: "new-york" }, now);
  const row = await store.read
    .selectFrom("account")
    .select(["name", "locale", "city", "zone"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  expect(row).toEqual({ name: "Ana B", locale: "bs", city: "new-york", zone: "America/New_York" });
});
