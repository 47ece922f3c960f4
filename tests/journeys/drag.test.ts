import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// A session of a draft is dragged to another time, by a mouse and by a finger.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let browser: Browser;
let path: string;

beforeAll(async () => {
  site = await siteWithDemo();
  browser = await openBrowser();
  const draft = await site.store.read
    .selectFrom("plan_draft")
    .innerJoin("round", "round.id", "plan_draft.round_id")
    .select(["plan_draft.id", "round.id as roundId"])
    .where("round.slug", "=", "screening-planned")
    .where("plan_draft.released_at", "is", null)
    .executeTakeFirstOrThrow();
  path = `/rounds/${draft.roundId}/plan/drafts/${draft.id}`;
});
afterAll(async () => {
  await browser?.close();
  await site?.end();
});

const kosovo = "Kosovo*";
const cell = (page: Page) => page.locator(".timetable td.slot", { hasText: kosovo });
/** The time that somebody of the delegation cannot, and one at which everybody can. */
const busy = ".drop--bad >> text=cannot";
const place = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) return expect.unreachable(selector);
  return { x: box.x + box.width / 2, y: box.y + Math.min(10, box.height / 2) };
};
const grip = async (page: Page) => {
  await cell(page).locator(".grip").scrollIntoViewIfNeeded();
  const box = await cell(page).locator(".grip").boundingBox();
  if (!box) return expect.unreachable("grip");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

it("shows who cannot while a mouse drags, lets go at Escape, and moves where it is dropped", {
  timeout: 60_000,
}, async () => {
  const { context, page, faults } = await person(browser, site.origin);
  await signInUnseen(context, site.origin, "organiser");
  await page.goto(path);
  const from = await grip(page);
  const before = await cell(page).innerText();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await page.locator(busy).first().waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect([await page.locator(".drop-layer").count(), await cell(page).innerText()]).toEqual([0, before]);

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await page.locator(".drop--free").first().waitFor();
  const to = await place(page, ".drop--free:has-text('14:15')");
  // It lies over the rows of its time, half way into that of two.
  const row = await page.locator('.drop-area:has-text("14:15") tr[data-minute="840"]').first().boundingBox();
  if (!row) return expect.unreachable("row");
  expect(Math.abs(to.y - 10 - (row.y + row.height / 2))).toBeLessThan(4);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  expect(await page.locator(".drag-ghost").innerText()).toContain("14:15");
  await page.mouse.up();
  await page.waitForURL(/#placed-/);
  await expect.poll(() => cell(page).innerText()).toContain("14:15–16:30");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(kosovo);
  await expect.poll(() => page.locator("#announcer").textContent()).toMatch(/^Kosovo\*: now .*14:15–16:30/);
  expect(faults).toEqual([]);
  await context.close();
});

it("is taken by its grip where a finger drags", { timeout: 60_000 }, async () => {
  const { context, page } = await person(browser, site.origin);
  await signInUnseen(context, site.origin, "organiser");
  await page.goto(path);
  const from = await grip(page);
  const touch = await context.newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  await send("touchMove", [{ x: from.x + 10, y: from.y + 10 }]);
  await send("touchMove", [{ x: from.x + 20, y: from.y + 20 }]);
  await page.locator(".drop--free").first().waitFor();
  const to = await place(page, ".drop--free:has-text('13:30')");
  await send("touchMove", [to]);
  await send("touchEnd", []);
  await page.waitForURL(/#placed-/);
  await expect.poll(() => cell(page).innerText()).toContain("13:30–15:45");
  await context.close();
});
