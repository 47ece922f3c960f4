import { afterEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
afterEach(() => target.close());

const reason = "Lost the telephone with the password.";

it("asks an administrator for a reason, which is said to the owner after signing in and to administrators", async () => {
  target = await openTarget({ SMTP_URL: "" });
  const { speakerBa } = target.w.people;
  const path = paths.accountReset(speakerBa);
  const unsaid = await ask(target, "administrator", path, { form: { reason: " " } });
  expect([unsaid.status, unsaid.body.includes("Reason: This is needed.")]).toEqual([422, true]);
  expect(await target.store.read.selectFrom("password_help").select("id").execute()).toEqual([]);
  const made = await ask(target, "administrator", path, { form: { reason } });
  expect([made.status, made.headers.location]).toEqual([303, path]);
  expect(await target.site.writeNotes()).toEqual([]);

  const browser = new PlainBrowser(target.site.origin);
  await browser.signIn("speakerba@test.example", password);
  await browser.open(paths.home());
  expect(browser.text).toContain(`made a link that sets a new password for your account`);
  expect(browser.text).toContain(reason);
  await browser.open(paths.accountSignIns());
  expect(browser.text).toContain(reason);
  const log = await ask(target, "administrator", paths.adminSecurity({ account: target.w.people.administrator }));
  const table = /<tbody[\s\S]*<\/tbody>/.exec(log.body)?.[0] ?? "";
  expect([table.includes("speakerBa"), table.includes("administrator"), log.body.includes(reason)]).toEqual([
    ...[true, true, true],
  ]);

  for (const asker of ["participant", "organiser", "otherDelegation"] as const) {
    for (const seen of [paths.home(), paths.accountSignIns(), paths.members(), paths.adminSecurity()]) {
      expect([asker, seen, (await ask(target, asker, seen)).body.includes(reason)]).toEqual([asker, seen, false]);
    }
  }
});
