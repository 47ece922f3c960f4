import { verify } from "@node-rs/argon2";
import { expect, it, vi } from "vitest";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { requestPasswordReset } from "#app/domain/people/request-password-reset.server.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

// Counted, not timed: a third party's function wrapped, so that every call is seen.
vi.hoisted(() => vi.resetModules());
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});

it("does one hash and one query for known, unknown, shut and passwordless accounts alike", async () => {
  const store = testStore();
  const w = await world(store);
  const passwordHash = await hashPassword("river stone lamp");
  const known = await registerAccount(store, null, { address: "known@test.example", name: "Known", passwordHash });
  const shut = await registerAccount(store, null, { address: "shut@test.example", name: "Shut", passwordHash });
  await deactivateAccount(store, await w.actor(w.people.administrator), shut);
  const attempt = async (address: string, password: string) => {
    vi.mocked(verify).mockClear();
    const before = store.asked();
    const found = await checkPassword(store.read, address, password);
    return { found, hashes: vi.mocked(verify).mock.calls.length, queries: store.asked() - before };
  };
  const same = { hashes: 1, queries: 1 };
  expect(await attempt("known@test.example", "river stone lamp")).toEqual({ found: known, ...same });
  expect(await attempt("known@test.example", "wrong password")).toEqual({ found: null, ...same });
  expect(await attempt("shut@test.example", "river stone lamp")).toEqual({ found: null, ...same });
  expect(await attempt("nobody@test.example", "river stone lamp")).toEqual({ found: null, ...same });
  expect(await attempt("organiser@test.example", "river stone lamp")).toEqual({ found: null, ...same });
});

it("answers a reset for known and unknown addresses with the same number of statements", async () => {
  const store = testStore();
  await world(store);
  const ask = async (address: string) => {
    const before = store.asked();
    await requestPasswordReset(store, { address });
    return { statements: store.asked() - before };
  };
  const known = await ask("organiser@test.example");
  const unknown = await ask("nobody@test.example");
  expect(unknown).toEqual(known);
  expect(known.statements).toBeGreaterThan(3);
  const mails = await store.read.selectFrom("outbox").select(["template", "address"]).execute();
  expect(mails).toEqual([{ template: "password-reset", address: "organiser@test.example" }]);
});
