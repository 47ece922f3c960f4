import { describe, expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { now } from "#tests/domain/people/joining.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

describe("the roster", () => {
  it("shows everybody names and roles, addresses only to those who manage", async () => {
    const store = testStore();
    const w = await world(store);
    const seenBy = async (who: keyof World["people"]) =>
      (await findMembers(store.read, await w.actor(w.people[who]), w.groupId)).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
    const observer = await seenBy("observer");
    const named = observer.map((one) => [one.name, one.role, one.delegation?.names.en ?? null, one.speaks]);
    expect(named).toEqual([
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

  it("shows shut accounts to those who manage, marked, and to nobody else", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    await deactivateAccount(store, administrator, { accountId: w.people.participantAl }, now);
    const named = async (who: keyof World["people"]) =>
      (await findMembers(store.read, await w.actor(w.people[who]), w.groupId))
        .filter(({ name }) => name === "participantAl")
        .map(({ deactivated }) => deactivated);
    expect(await named("organiser")).toEqual([true]);
    expect(await named("observer")).toEqual([]);
  });
});
