import { describe, expect, it } from "vitest";
import { Refused } from "#app/domain/errors.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { createAdministrator } from "#app/domain/people/create-administrator.server.ts";
import { address, newPassword, now, oldPassword, withAna } from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";

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
