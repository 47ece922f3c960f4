import { describe, expect, it } from "vitest";
import { Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { acceptInvitation, joinByInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { findInvitation, findOpenInvitations } from "#app/domain/people/find-invitation.server.ts";
import { inviteMember, withdrawInvitation } from "#app/domain/people/invite-member.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import type { Store } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const self = { name: "Nova Članica", locale: "bs", city: "pristina", newPassword: "river stone lamp" } as const;

function guest(w: World, change: Partial<InvitationInput> = {}): InvitationInput {
  return {
    groupId: w.groupId,
    address: "guest@test.example",
    name: "Guest",
    role: "participant",
    beneficiaryId: w.beneficiaries.ba,
    institutionId: w.institutions.ba,
    speaks: true,
    locale: "bs",
    ...change,
  };
}

async function invited(store: Store, w: World, change: Partial<InvitationInput> = {}) {
  const actor = await w.actor(w.people.organiser);
  const { invitationId } = await inviteMember(store, actor, guest(w, change), now);
  return { invitationId, token: await mint(store, invitationId) };
}

async function mint(store: Store, invitationId: string): Promise<string> {
  return (await mintInvitation(store, invitationId, now))!;
}

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
    const { accountId } = await acceptInvitation(store, { ...self, token }, now);
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
    await expect(acceptInvitation(store, { ...self, token }, now)).rejects.toThrow(NotFound);
    await expect(joinByInvitation(store, { token, accountId }, now)).rejects.toThrow(NotFound);
  });

  it("makes one account when the link is used several times at once", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    const before = await count(store, "account");
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptInvitation(store, { ...self, token }, now)),
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
    const { accountId } = await acceptInvitation(store, { ...self, ...more, token }, now);
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
    await expect(acceptInvitation(store, { ...self, newPassword: "short", token }, now)).rejects.toThrow(Refused);
    await expect(acceptInvitation(store, { ...self, newPassword: "guest@test.example", token }, now)).rejects.toThrow(
      Refused,
    );
    expect((await findInvitation(store.read, token, now)).address).toBe("guest@test.example");
  });

  it("ends after two weeks", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    expect((await findInvitation(store.read, token, later(13))).name).toBe("Guest");
    await expect(findInvitation(store.read, token, later(14))).rejects.toThrow(NotFound);
    await expect(acceptInvitation(store, { ...self, token }, later(14))).rejects.toThrow(NotFound);
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
    await expect(joinByInvitation(store, { token, accountId: w.people.observer }, now)).rejects.toThrow(NotFound);
    await expect(acceptInvitation(store, { ...self, token }, now)).rejects.toThrow(Refused);
    await joinByInvitation(store, { token, accountId: w.people.otherParticipantBa }, now);
    const roles = (await w.actor(w.people.otherParticipantBa)).memberships.map(({ groupId, role }) => [groupId, role]);
    expect(roles).toEqual([
      [w.groupId, "consultant"],
      [w.otherGroupId, "participant"],
    ]);
  });
});

describe("inviting", () => {
  it("replaces the older open invitation of the same person to the same group", async () => {
    const store = testStore();
    const w = await world(store);
    const first = await invited(store, w);
    const other = await invited(store, w, { address: "second@test.example" });
    const again = await invited(store, w, { name: "Guest Again" });
    await expect(findInvitation(store.read, first.token, now)).rejects.toThrow(NotFound);
    expect((await findInvitation(store.read, other.token, now)).address).toBe("second@test.example");
    const open = await findOpenInvitations(store.read, await w.actor(w.people.organiser), w.groupId, now);
    expect(open.map(({ id }) => id).sort()).toEqual([other.invitationId, again.invitationId].sort());
  });

  it("queues one mail without the link, and stores the link only hashed", async () => {
    const store = testStore();
    const w = await world(store);
    const { invitationId, token } = await invited(store, w);
    const mails = await store.read
      .selectFrom("outbox")
      .select(["template", "address", "parameters", "subject_id"])
      .execute();
    expect(mails).toEqual([
      {
        template: "invitation",
        address: "guest@test.example",
        parameters: "{}",
        subject_id: invitationId,
      },
    ]);
    const everything = await dump(store);
    expect(everything).toContain(invitationId);
    expect(everything).not.toContain(token);
  });

  it("keeps names and addresses out of the audit log", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    await acceptInvitation(store, { ...self, token }, now);
    const events = await store.read.selectFrom("audit_event").selectAll().orderBy("seq").execute();
    expect(events.map(({ event }) => event)).toEqual([
      "invitation.sent",
      "account.created",
      "membership.began",
      "invitation.accepted",
    ]);
    expect(JSON.stringify(events)).not.toMatch(/guest|Nova|@/i);
  });

  const misfits: [string, Partial<InvitationInput>, string][] = [
    ["a delegation that is missing", { beneficiaryId: null }, "beneficiaryId"],
    ["a delegation of nowhere", { beneficiaryId: "nowhere" }, "beneficiaryId"],
    ["an institution of another delegation", { institutionId: "al" }, "institutionId"],
    ["somebody who is a member", { address: "observer@test.example" }, "address"],
  ];
  it.each(misfits)("refuses %s", async (_what, change, field) => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.organiser);
    const input = guest(w, change.institutionId === "al" ? { institutionId: w.institutions.al } : change);
    const refusal = await inviteMember(store, actor, input, now).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal.faults.map((fault: { field: string }) => fault.field)).toEqual([field]);
    expect(await count(store, "outbox")).toBe(0);
  });

  it("gives a delegation and its voice to participants only", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w, { role: "observer", speaks: true });
    const { accountId } = await acceptInvitation(store, { ...self, token }, now);
    expect((await w.actor(accountId)).memberships[0]).toMatchObject({
      role: "observer",
      beneficiaryId: null,
      speaks: false,
    });
  });

  it("is for organisers of the group and administrators; the group of others does not exist", async () => {
    const store = testStore();
    const w = await world(store);
    const tryAs = async (who: keyof World["people"], groupId = w.groupId) =>
      inviteMember(store, await w.actor(w.people[who]), guest(w, { groupId, address: `${who}@new.example` }), now).then(
        () => "done",
        (error) => error.constructor.name,
      );
    expect({
      organiser: await tryAs("organiser"),
      administrator: await tryAs("administrator"),
      participant: await tryAs("speakerBa"),
      consultant: await tryAs("consultant"),
      observer: await tryAs("observer"),
      otherOrganiser: await tryAs("otherOrganiser"),
      noSuchGroup: await tryAs("organiser", "nowhere"),
      noSuchGroupForAdministrator: await tryAs("administrator", "nowhere"),
    }).toEqual({
      organiser: "done",
      administrator: "done",
      participant: Forbidden.name,
      consultant: Forbidden.name,
      observer: Forbidden.name,
      otherOrganiser: NotFound.name,
      noSuchGroup: NotFound.name,
      noSuchGroupForAdministrator: NotFound.name,
    });
  });

  it("can be taken back by those who may invite; the link ends", async () => {
    const store = testStore();
    const w = await world(store);
    const { invitationId, token } = await invited(store, w);
    const other = await w.actor(w.people.otherOrganiser);
    await expect(withdrawInvitation(store, other, { invitationId }, now)).rejects.toThrow(NotFound);
    expect((await findInvitation(store.read, token, now)).id).toBe(invitationId);
    await withdrawInvitation(store, await w.actor(w.people.organiser), { invitationId }, now);
    await expect(acceptInvitation(store, { ...self, token }, now)).rejects.toThrow(NotFound);
  });
});

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

async function count(store: Store, table: "account" | "outbox"): Promise<number> {
  return (await store.read.selectFrom(table).select("id").execute()).length;
}

async function dump(store: Store): Promise<string> {
  const tables = ["invitation", "outbox", "audit_event", "idempotency_key", "account"] as const;
  const rows = await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}
