import { describe, expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { resetPassword } from "#app/domain/people/reset-password.server.ts";
import { address, mint, newPassword, now, oldPassword, signIn, signIns, withAna } from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";

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
