import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
let browser: PlainBrowser;
beforeAll(async () => {
  target = await openTarget();
  browser = new PlainBrowser(target.site.origin);
  await browser.signIn("participantba@test.example", password);
});
afterAll(() => target.close());

const chosen = () =>
  [...browser.page.document.querySelectorAll("input[name=reminders][checked]")].map((box) => box.getAttribute("value"));
const stored = () =>
  target.store.read
    .selectFrom("mail_choice")
    .select(["account_id", "day_before", "hour_before", "after_end"])
    .execute();

it("lets each person choose which reminders they get, without scripts", async () => {
  await browser.open("/account");
  await browser.follow("Choose mails");
  expect(chosen()).toEqual(["day", "hour", "after"]);
  await browser.submit({ reminders: ["hour"] }, { button: "Save" });
  expect(browser.text).toContain("Your choice is saved.");
  expect(chosen()).toEqual(["hour"]);
  const mine = { account_id: target.w.people.participantBa, day_before: 0, after_end: 0 };
  expect(await stored()).toEqual([{ ...mine, hour_before: 1 }]);
  await browser.submit({ reminders: null }, { button: "Save" });
  expect(chosen()).toEqual([]);
  expect(await stored()).toEqual([{ ...mine, hour_before: 0 }]);
});

it("refuses what is no reminder", async () => {
  expect(
    (await ask(target, "observer", "/account/mails", { form: { reminders: "week", news: "at-once" } })).status,
  ).toBe(422);
  expect(await stored()).toHaveLength(1);
});
