import { expect, it } from "vitest";
import { createAdmin } from "#app/cli/commands/create-admin.server.ts";
import { testStore } from "#tests/support/store.ts";

const out = { line: () => undefined, error: () => undefined };

it("makes an account in the language that is asked for, pages and mails", async () => {
  const store = testStore();
  const made = (address: string, ...more: string[]) =>
    createAdmin(store, ["--address", address, "--name", "Ana", ...more], out);
  expect([
    await made("en@test.example"),
    await made("bs@test.example", "--language", "bs"),
    await made("no@test.example", "--language", "Bosnian"),
  ]).toEqual([0, 0, 2]);
  const rows = store.read
    .selectFrom("account")
    .select(["address", "locale", "mail_locale"])
    .orderBy("address")
    .execute();
  expect(await rows).toEqual([
    { address: "bs@test.example", locale: "bs", mail_locale: "bs" },
    { address: "en@test.example", locale: "en", mail_locale: "en" },
  ]);
});
