import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { count, invited, now, self } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const membershipsOf = (store: Store, accountId: string) =>
  store.read
    .selectFrom("membership")
    .select(["group_id", "role", "beneficiary_id", "institution_id", "speaks", "ended_at"])
    .where("account_id", "=", accountId)
    .execute();

describe("accepting", () => {
  it("makes an account and the membership of the row, and the link works once", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    const { accountId } = await acceptInvitation(store, anonymous, { ...self, token }, now);
    const account = await store.read
      .selectFrom("account")
      .select(["address", "name", "locale", "city", "zone", "is_administrator", "current_group_id"])
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow();
    expect(account).toEqual({
      address: "guest@test.example",
      name: "Nova Članica",
      locale: "bs",
      city: "pristina",
      zone: "Europe/Belgrade",
      is_administrator: 0,
      current_group_id: w.groupId,
    });
    expect(await membershipsOf(store, accountId)).toEqual([
      {
        group_id: w.groupId,
        role: "participant",
        beneficiary_id: w.beneficiaries.ba,
        institution_id: w.institutions.ba,
        speaks: 1,
        ended_at: null,
      },
    ]);
    await expect(acceptInvitation(store, anonymous, { ...self, token }, now)).rejects.toThrow(NotFound);
    await expect(acceptInvitation(store, { accountId }, { way: "signed-in", token }, now)).rejects.toThrow(NotFound);
  });

  it("makes one account when the link is used several times at once", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    const before = await count(store, "account");
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptInvitation(store, anonymous, { ...self, token }, now)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
      "rejected",
    ]);
    expect(await count(store, "account")).toBe(before + 1);
    const rows = await store.read.selectFrom("invitation").select(["accepted_at", "token_hash"]).execute();
    expect(rows).toEqual([{ accepted_at: now.toISOString(), token_hash: null }]);
  });

  it("takes nothing but name, language, city and password from the form", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w, { role: "observer", beneficiaryId: null, institutionId: null });
    const more = { role: "organiser", isAdministrator: true, address: "other@test.example", groupId: w.otherGroupId };
    const { accountId } = await acceptInvitation(store, anonymous, { ...self, ...more, token }, now);
    const actor = await w.actor(accountId);
    expect(actor.isAdministrator).toBe(false);
    expect(actor.memberships.map(({ groupId, role }) => ({ groupId, role }))).toEqual([
      { groupId: w.groupId, role: "observer" },
    ]);
  });

  it("refuses a weak password and consumes nothing", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    await expect(acceptInvitation(store, anonymous, { ...self, newPassword: "short", token }, now)).rejects.toThrow(
      Refused,
    );
    await expect(
      acceptInvitation(store, anonymous, { ...self, newPassword: "guest@test.example", token }, now),
    ).rejects.toThrow(Refused);
    expect((await findInvitation(store.read, token, now)).address).toBe("guest@test.example");
  });

  it("ends after two weeks", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    expect((await findInvitation(store.read, token, later(13))).name).toBe("Guest");
    await expect(findInvitation(store.read, token, later(14))).rejects.toThrow(NotFound);
    await expect(acceptInvitation(store, anonymous, { ...self, token }, later(14))).rejects.toThrow(NotFound);
  });

  it("takes the password of the account that has the address, and no other way to it", async () => {
    const store = testStore();
    const w = await world(store);
    const address = "otherparticipantba@test.example";
    const { token } = await invited(store, w, {
      address,
      role: "consultant",
      beneficiaryId: null,
      institutionId: null,
    });
    const accountId = w.people.otherParticipantBa;
    const password_hash = await hashPassword("river stone lamp");
    await writeTransaction(store, (db) =>
      db.updateTable("account").set({ password_hash }).where("id", "=", accountId).execute(),
    );
    const accept = (who: string | null, way: { way: "signed-in" } | { way: "confirm"; password: string }) =>
      acceptInvitation(store, { accountId: who }, { ...way, token }, now);
    await expect(accept(null, { way: "confirm", password: "river stone lam" })).rejects.toThrow(
      "account.wrongPassword",
    );
    await expect(accept(null, { way: "signed-in" })).rejects.toThrow(NotFound);
    await expect(accept(w.people.observer, { way: "signed-in" })).rejects.toThrow(NotFound);
    expect(await membershipsOf(store, accountId)).toHaveLength(1);
    expect(await accept(null, { way: "confirm", password: "river stone lamp" })).toEqual({ accountId });
    expect(await membershipsOf(store, accountId)).toHaveLength(2);
  });

  it("gives an account that has the address the membership, and no other account", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w, {
      address: "otherparticipantba@test.example",
      role: "consultant",
      beneficiaryId: null,
    });
    expect((await findInvitation(store.read, token, now)).accountId).toBe(w.people.otherParticipantBa);
    await expect(
      acceptInvitation(store, { accountId: w.people.observer }, { way: "signed-in", token }, now),
    ).rejects.toThrow(NotFound);
    await expect(acceptInvitation(store, anonymous, { ...self, token }, now)).rejects.toThrow(Refused);
    await acceptInvitation(store, { accountId: w.people.otherParticipantBa }, { way: "signed-in", token }, now);
    const roles = (await w.actor(w.people.otherParticipantBa)).memberships.map(({ groupId, role }) => [groupId, role]);
    expect(roles).toEqual([
      [w.groupId, "consultant"],
      [w.otherGroupId, "participant"],
    ]);
  });
});
