import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { chooseGroup } from "#app/domain/people/choose-group.server.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("opens only one's own groups", async () => {
  const store = testStore();
  const w = await world(store);
  const actor = await w.actor(w.people.organiser);
  await expect(chooseGroup(store, actor, w.otherGroupId)).rejects.toThrow(NotFound);
  await expect(chooseGroup(store, actor, "nowhere")).rejects.toThrow(NotFound);
  await chooseGroup(store, actor, w.groupId);
  const rows = await store.read.selectFrom("account").select("id").where("current_group_id", "=", w.groupId).execute();
  expect(rows).toEqual([{ id: w.people.organiser }]);
});
