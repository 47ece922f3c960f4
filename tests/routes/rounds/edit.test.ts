import { afterEach, beforeEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
  const { store, w } = target;
  await writeTransaction(store, (db) =>
    aMembership(db, { account_id: w.people.otherOrganiser, group_id: w.groupId, role: "organiser" }),
  );
}, 60_000);
afterEach(() => target.close());

const noon = { format: "bilateral-online", city: "sarajevo" };

it("says that it was oneself who saved the same in another window, and when", async () => {
  const here = await windowOf("organiser");
  const there = await windowOf("organiser");
  await there.submit({ ...noon, "title.en": "There" });
  const { status } = await here.submit({ ...noon, "title.en": "Here" });
  expect(status).toBe(409);
  expect(here.text).toMatch(/You changed this in another window, \w+ \d+ \w+ \d{4}/);
  expect(here.text).toMatch(/You saved this in another window, \w+ \d+ \w+ \d{4}/);
  expect(here.text).not.toContain("Somebody else");
});

it("says that it was somebody else, and not who", async () => {
  const here = await windowOf("organiser");
  const there = await windowOf("otherOrganiser");
  await there.submit({ ...noon, "title.en": "There" });
  const { status } = await here.submit({ ...noon, "title.en": "Here" });
  expect(status).toBe(409);
  expect(here.text).toContain("Somebody else saved this meanwhile.");
  expect(here.text).not.toContain("another window");
});

/** The form of the round, open in a window of somebody's. */
async function windowOf(who: "organiser" | "otherOrganiser"): Promise<PlainBrowser> {
  const browser = new PlainBrowser(target.site.origin);
  await browser.signIn(`${who.toLowerCase()}@test.example`, password);
  await browser.open(paths.roundEdit(target.w.roundId));
  return browser;
}
