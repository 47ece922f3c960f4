import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask, verdict } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
  // Everybody gave the password a while ago.
  await writing(target.store)
    .updateTable("sign_in")
    .set({ confirmed_at: new Date(Date.now() - 16 * 60_000).toISOString() })
    .execute();
});
afterEach(() => target.close());

const token = { name: "Script", scopes: "search:read", days: "30" };
const tokens = async () => (await target.store.read.selectFrom("api_token").select("id").execute()).length;
const confirm = (given: string) =>
  ask(target, "observer", paths.accountConfirmation(), {
    form: { password: given, redirectTo: paths.accountTokens() },
  });

describe("the password is asked for again", () => {
  it("before a token is made, and then not for a quarter of an hour", async () => {
    const before = await tokens();
    const page = await ask(target, "observer", paths.accountTokens());
    expect([page.body.includes("Confirm your password"), page.body.includes('name="days"')]).toEqual([true, false]);
    const refused = await ask(target, "observer", paths.accountTokens(), { form: token });
    expect([refused.status, refused.body.includes("confirm your password first"), await tokens()]).toEqual([
      ...[422, true, before],
    ]);
    // What was typed is still there.
    expect(refused.body).toContain('value="Script"');
    expect((await confirm("wrong")).status).toBe(422);
    const led = await confirm(password);
    expect([led.status, led.headers.location]).toEqual([303, paths.accountTokens()]);
    expect((await ask(target, "observer", paths.accountTokens(), { form: token })).status).toBe(200);
    expect(await tokens()).toBe(before + 1);
    // For this sign-in alone.
    expect((await ask(target, "organiser", paths.accountTokens(), { form: token })).status).toBe(422);
  });

  it("before an administrator joins a group, makes another one, or helps with a password", async () => {
    const { observer } = target.w.people;
    const sensitive = [
      [paths.groupMembership(target.w.groupId), { role: "observer", reason: "Somebody asked me to look." }],
      [`/administration/accounts/${observer}/administrator`, { administers: "on" }],
      [`/administration/accounts/${observer}/reset`, { reason: "The phone with the password is lost." }],
    ] as const;
    for (const [path, form] of sensitive) {
      const opened = await ask(target, "administrator", path);
      expect([path, opened.status, opened.headers.location]).toEqual([path, 302, paths.accountConfirmation(path)]);
      const refused = await ask(target, "administrator", path, { form });
      expect([path, refused.status, refused.body.includes("confirm your password first")]).toEqual([path, 422, true]);
      if ("reason" in form) expect(refused.body).toContain(form.reason);
      // Hidden from others as before.
      expect([path, verdict(await ask(target, "observer", path))]).toEqual([path, 404]);
    }
  });

  it("before somebody who is signed in joins by an invitation", async () => {
    const address = "guest@test.example";
    await writing(target.store)
      .updateTable("account")
      .set({ address })
      .where("id", "=", target.w.people.otherConsultant)
      .execute();
    const link = paths.invitation(target.things.invitationToken);
    const members = () =>
      target.store.read
        .selectFrom("membership")
        .select("id")
        .where("account_id", "=", target.w.people.otherConsultant)
        .execute();
    const before = (await members()).length;
    expect((await ask(target, "otherConsultant", link)).body).toContain('name="password"');
    const left = await ask(target, "otherConsultant", link, { form: { way: "signed-in" } });
    expect([left.status, left.headers.location]).toEqual([303, link]);
    expect((await members()).length).toBe(before);
    const joined = await ask(target, "otherConsultant", link, { form: { way: "confirm", password } });
    expect([joined.status, (await members()).length]).toEqual([303, before + 1]);
  });

  it("not before others are shut out", async () => {
    expect((await ask(target, "observer", paths.accountSignIns(), { form: {} })).status).toBe(303);
  });
});

it("leads nowhere else", async () => {
  const form = { password, redirectTo: "//evil.example" };
  const led = await ask(target, "observer", paths.accountConfirmation(), { form });
  expect([led.status, led.headers.location]).toEqual([303, "/account"]);
});

it("counts wrong passwords with those of signing in", async () => {
  const statuses = [];
  for (let n = 0; n < 11; n++) statuses.push((await confirm("wrong")).status);
  expect(statuses.slice(9)).toEqual([422, 429]);
});
