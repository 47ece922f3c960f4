import { describe, expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { account, now, plain } from "#tests/domain/people/joining.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const reader = { locale: "en", collator: new Intl.Collator("bs") };

describe("the roster", () => {
  it("shows everybody names and roles, addresses only to those who manage", async () => {
    const store = testStore();
    const w = await world(store);
    const seenBy = async (who: keyof World["people"]) =>
      findMembers(store.read, await w.actor(w.people[who]), w.groupId, reader);
    const observer = await seenBy("observer");
    expect(observer.map(({ name, role, delegation, speaks }) => [name, role, delegation, speaks])).toEqual([
      ["consultant", "consultant", null, false],
      ["observer", "observer", null, false],
      ["organiser", "organiser", null, false],
      ["participantAl", "participant", "Albania", false],
      ["participantBa", "participant", "Bosnia and Herzegovina", false],
      ["secondConsultant", "consultant", null, false],
      ["speakerAl", "participant", "Albania", true],
      ["speakerBa", "participant", "Bosnia and Herzegovina", true],
    ]);
    expect(observer.map(({ address }) => address)).toEqual(observer.map(() => null));
    expect((await seenBy("organiser")).map(({ address }) => address)).toEqual(
      observer.map(({ name }) => `${name.toLowerCase()}@test.example`),
    );
    await expect(seenBy("otherOrganiser")).rejects.toThrow(NotFound);
  });

  it("names a beneficiary with its mark and sorts by the alphabet of the reader", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    const names = ["Žarko", "Zlata", "Čedo", "Cvita"];
    for (const name of names) {
      const accountId = await account(store, name);
      const input = { ...plain, role: "participant", beneficiaryId: w.beneficiaries.xk } as const;
      await addMember(store, administrator, { ...input, groupId: w.groupId, accountId }, now);
    }
    const roster = await findMembers(store.read, await w.actor(w.people.observer), w.groupId, reader);
    const added = roster.filter(({ name }) => names.includes(name));
    expect(added.map(({ name, delegation }) => [name, delegation])).toEqual([
      ["Cvita", "Kosovo*"],
      ["Čedo", "Kosovo*"],
      ["Zlata", "Kosovo*"],
      ["Žarko", "Kosovo*"],
    ]);
  });

  it("shows shut accounts to those who manage, marked, and to nobody else", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    await deactivateAccount(store, administrator, { accountId: w.people.participantAl }, now);
    const named = async (who: keyof World["people"]) =>
      (await findMembers(store.read, await w.actor(w.people[who]), w.groupId, reader))
        .filter(({ name }) => name === "participantAl")
        .map(({ deactivated }) => deactivated);
    expect(await named("organiser")).toEqual([true]);
    expect(await named("observer")).toEqual([]);
  });
});
