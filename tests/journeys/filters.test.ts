import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let browser: Browser;

beforeAll(async () => {
  site = await siteWithDemo();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.end();
});

const count = (page: Page) => page.locator(".results-main [role=status]").innerText();

it("filters act at once, keep the place, and say how many there are", { timeout: 60_000 }, async () => {
  const { context, page, faults } = await person(browser, site.origin);
  await signInUnseen(context, site.origin, "consultant");
  await page.goto("/search");
  await page.waitForFunction(() => Object.keys(document.body).some((name) => name.startsWith("__react")));
  const all = await count(page);
  await page.locator("#f-kind-need").check();
  await page.locator("#f-kind-lesson").check();
  await page.waitForURL(/kind=need&kind=lesson/);
  await expect.poll(() => count(page)).not.toBe(all);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-kind-lesson");
  await page.locator("#f-lang").focus();
  await page.locator("#f-lang").selectOption("en");
  await page.waitForURL(/lang=en/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("f-lang");
  expect(faults).toEqual([]);
  await context.close();
});

it("without scripts the button stands near whatever filter is at hand", { timeout: 60_000 }, async () => {
  const { context, page } = await person(browser, site.origin, { scripts: false });
  await signInUnseen(context, site.origin, "consultant");
  await page.goto("/search");
  const apply = await page.locator(".facets-apply button").boundingBox();
  expect(apply && apply.y + apply.height).toBeLessThanOrEqual(900);
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK });
  await context.close();
});
