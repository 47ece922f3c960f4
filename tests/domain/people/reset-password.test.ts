import { describe, expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { resetPassword } from "#app/domain/people/reset-password.server.ts";
import {
  address,
  later,
  mint,
  newPassword,
  now,
  oldPassword,
  signIn,
  signIns,
  withAna,
} from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";

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
