import { expect, it } from "vitest";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { memberList } from "#app/views/people/member-list.ts";
import { account, now, plain } from "#tests/domain/people/joining.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { world } from "#tests/support/world.ts";

it("names a beneficiary with its mark and sorts by the alphabet of the viewer", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const names = ["Žarko", "Zlata", "Čedo", "Cvita"];
  for (const name of names) {
    const accountId = await account(store, name);
    const input = { ...plain, role: "participant", beneficiaryId: w.beneficiaries.xk } as const;
    await addMember(store, administrator, { ...input, groupId: w.groupId, accountId }, now);
  }
  const found = await findMembers(store.read, await w.actor(w.people.observer), w.groupId);
  const added = memberList(found, viewer(undefined, now, "bs")).filter(({ name }) => names.includes(name));
  expect(added.map(({ name, role, delegation }) => [name, role, delegation])).toEqual([
    ["Cvita", "Učesnik", "Kosovo*"],
    ["Čedo", "Učesnik", "Kosovo*"],
    ["Zlata", "Učesnik", "Kosovo*"],
    ["Žarko", "Učesnik", "Kosovo*"],
  ]);
});
