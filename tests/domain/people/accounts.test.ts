import { describe, expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { createAdministrator } from "#app/domain/people/create-administrator.server.ts";
import { deactivateAccount, reactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { editProfile } from "#app/domain/people/edit-profile.server.ts";
import { endSignIns } from "#app/domain/people/end-sign-ins.server.ts";
import { findAccounts } from "#app/domain/people/find-accounts.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { resetPassword } from "#app/domain/people/reset-password.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aSignIn } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const address = "ana@test.example";
const oldPassword = "river stone lamp";
const newPassword = "seven quiet boats";

async function withAna(store: Store) {
  const w = await world(store);
  const account = { address, name: "Ana", passwordHash: await hashPassword(oldPassword) };
  const { accountId } = await registerAccount(store, null, account, now);
  return { w, accountId, actor: await w.actor(accountId) };
}

async function signIn(store: Store, accountId: string, token: string): Promise<void> {
  const until = later(60).toISOString();
  await writeTransaction(store, (db) => aSignIn(db, { account_id: accountId, token, expires_at: until }));
}

const signIns = async (store: Store) =>
  (await store.read.selectFrom("sign_in").select("token_hash").execute()).map(({ token_hash }) => token_hash).sort();

const mint = (store: Store, accountId: string, at = now) => mintReset(store, accountId, at);

describe("resetting a password", () => {
  it("works once with the newest link, ends every sign-in of the account and tells by mail", async () => {
    const store = testStore();
    const { w, accountId } = await withAna(store);
    await signIn(store, accountId, "here");
    await signIn(store, accountId, "there");
    await signIn(store, w.people.organiser, "neighbour");
    const older = await mint(store, accountId);
    const token = await mint(store, accountId);
    await expect(resetPassword(store, { token: older, newPassword }, now)).rejects.toThrow(NotFound);
    await resetPassword(store, { token, newPassword }, now);
    expect(await checkPassword(store.read, address, newPassword)).toEqual({ accountId });
    expect(await checkPassword(store.read, address, oldPassword)).toBeNull();
    expect(await signIns(store)).toEqual([sha256("neighbour")]);
    await expect(resetPassword(store, { token, newPassword: oldPassword }, now)).rejects.toThrow(NotFound);
    const mails = await store.read.selectFrom("outbox").select(["template", "address"]).execute();
    expect(mails).toEqual([{ template: "password-changed", address }]);
  });

  it("works once when it is used twice at the same time", async () => {
    const store = testStore();
    const { accountId } = await withAna(store);
    const token = await mint(store, accountId);
    const tries = await Promise.allSettled([
      resetPassword(store, { token, newPassword }, now),
      resetPassword(store, { token, newPassword: "another long one" }, now),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends after half an hour, and for a shut account at once", async () => {
    const store = testStore();
    const { w, accountId } = await withAna(store);
    const token = await mint(store, accountId);
    await expect(resetPassword(store, { token, newPassword }, later(30))).rejects.toThrow(NotFound);
    const fresh = await mint(store, accountId);
    await deactivateAccount(store, await w.actor(w.people.administrator), { accountId }, now);
    await expect(resetPassword(store, { token: fresh, newPassword }, now)).rejects.toThrow(NotFound);
  });

  it("refuses a weak password and leaves the link", async () => {
    const store = testStore();
    const { accountId } = await withAna(store);
    const token = await mint(store, accountId);
    await expect(resetPassword(store, { token, newPassword: "short" }, now)).rejects.toThrow(Refused);
    await resetPassword(store, { token, newPassword }, later(29));
    expect(await checkPassword(store.read, address, newPassword)).toEqual({ accountId });
  });
});

describe("changing a password", () => {
  it("needs the current one, ends the other sign-ins and the reset link, and tells by mail", async () => {
    const store = testStore();
    const { w, accountId, actor } = await withAna(store);
    await signIn(store, accountId, "this one");
    await signIn(store, accountId, "stolen");
    await signIn(store, w.people.organiser, "neighbour");
    const link = await mint(store, accountId);
    const wrong = changePassword(store, actor, { currentPassword: "wrong", newPassword, token: "this one" }, now);
    await expect(wrong).rejects.toThrow(Refused);
    expect(await signIns(store)).toHaveLength(3);
    await changePassword(store, actor, { currentPassword: oldPassword, newPassword, token: "this one" }, now);
    expect(await signIns(store)).toEqual([sha256("neighbour"), sha256("this one")].sort());
    await expect(resetPassword(store, { token: link, newPassword: oldPassword }, now)).rejects.toThrow(NotFound);
    expect(await checkPassword(store.read, address, newPassword)).toEqual({ accountId });
    const mails = await store.read.selectFrom("outbox").select(["template", "recipient_id"]).execute();
    expect(mails).toEqual([{ template: "password-changed", recipient_id: accountId }]);
  });

  it("refuses a new one that breaks the rules", async () => {
    const store = testStore();
    const { actor } = await withAna(store);
    const input = { currentPassword: oldPassword, newPassword: address, token: "t" };
    const refusal = await changePassword(store, actor, input, now).catch((error) => error);
    expect(refusal.faults).toEqual([{ field: "newPassword", message: { key: "account.passwordIsName" } }]);
  });
});

describe("deactivating", () => {
  it("ends sign-ins at once and makes the account nobody, until it is opened again", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, speakerBa, speakerAl } = w.people;
    await signIn(store, speakerBa, "open tab");
    await signIn(store, speakerAl, "neighbour");
    const actor = await w.actor(administrator);
    await deactivateAccount(store, actor, { accountId: speakerBa }, now);
    expect(await signIns(store)).toEqual([sha256("neighbour")]);
    expect(await w.actor(speakerBa)).toEqual({ accountId: null, isAdministrator: false, memberships: [] });
    expect((await w.actor(speakerAl)).memberships).toHaveLength(1);
    await reactivateAccount(store, actor, { accountId: speakerBa }, now);
    expect((await w.actor(speakerBa)).memberships).toMatchObject([{ groupId: w.groupId, speaks: true }]);
    const events = await store.read.selectFrom("audit_event").select(["event", "subject_id"]).orderBy("seq").execute();
    expect(events).toEqual([
      { event: "account.deactivated", subject_id: speakerBa },
      { event: "account.reactivated", subject_id: speakerBa },
    ]);
  });

  it("is not for oneself, and for others than administrators there is no such thing", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, organiser, observer } = w.people;
    const self = deactivateAccount(store, await w.actor(administrator), { accountId: administrator }, now);
    await expect(self).rejects.toThrow(Refused);
    const other = deactivateAccount(store, await w.actor(organiser), { accountId: observer }, now);
    await expect(other).rejects.toThrow(NotFound);
    const collator = new Intl.Collator("en");
    await expect(findAccounts(store.read, await w.actor(organiser), collator)).rejects.toThrow(NotFound);
    expect(await findAccounts(store.read, await w.actor(administrator), collator)).toHaveLength(12);
  });
});

it("signs out everywhere, and only the one who asks", async () => {
  const store = testStore();
  const { w, accountId, actor } = await withAna(store);
  await signIn(store, accountId, "here");
  await signIn(store, accountId, "there");
  await signIn(store, w.people.organiser, "neighbour");
  await endSignIns(store, actor, now);
  expect(await signIns(store)).toEqual([sha256("neighbour")]);
});

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

describe("making an administrator", () => {
  it("creates the account on an empty installation", async () => {
    const store = testStore();
    const input = { address: "Ana@Test.example", name: "Ana", password: oldPassword };
    const { accountId, existed } = await createAdministrator(store, input, now);
    expect(existed).toBe(false);
    expect(await checkPassword(store.read, address, oldPassword)).toEqual({ accountId });
  });

  it("promotes an account that exists and leaves its password", async () => {
    const store = testStore();
    const { w, accountId } = await withAna(store);
    const made = await createAdministrator(store, { address, name: "Other name", password: newPassword }, now);
    expect(made).toEqual({ accountId, existed: true });
    expect((await w.actor(accountId)).isAdministrator).toBe(true);
    expect(await checkPassword(store.read, address, oldPassword)).toEqual({ accountId });
    expect(await checkPassword(store.read, address, newPassword)).toBeNull();
  });

  it.each([
    [{ address: "a@b.org,evil@x.org", password: oldPassword }, "address"],
    [{ address, password: "short" }, "password"],
  ])("refuses %o", async (input, field) => {
    const store = testStore();
    const refusal = await createAdministrator(store, { name: "Ana", ...input }, now).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal.faults[0].field).toBe(field);
  });
});
