import { describe, expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { now, plain } from "#tests/domain/people/joining.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

describe("joining without an invitation", () => {
  it("is for administrators, who may add themselves, with an event that says so", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, organiser, otherConsultant } = w.people;
    const input = { ...plain, groupId: w.groupId };
    const refused = addMember(store, await w.actor(organiser), { ...input, accountId: otherConsultant }, now);
    await expect(refused).rejects.toThrow(NotFound);
    await addMember(store, await w.actor(administrator), { ...input, accountId: administrator }, now);
    expect((await w.actor(administrator)).memberships.map(({ role }) => role)).toEqual(["observer"]);
    const events = await store.read
      .selectFrom("audit_event")
      .select(["actor_id", "event", "group_id", "details"])
      .execute();
    expect(events.map((row) => ({ ...row, details: JSON.parse(row.details) }))).toEqual([
      {
        actor_id: administrator,
        event: "membership.began",
        group_id: w.groupId,
        details: { account: administrator, role: "observer", beneficiary: null },
      },
    ]);
    const twice = addMember(store, await w.actor(administrator), { ...input, accountId: administrator }, now);
    await expect(twice).rejects.toThrow(Refused);
  });
});
