import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, person, signIn } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// What a page says and shows to who does not look at it as a whole: to screen readers, to the keyboard.

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

/** Keeps what live regions come to say, beginning with what stands in them before the script takes over. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    document.addEventListener("DOMContentLoaded", () => {
      for (const region of document.querySelectorAll("[role=status]")) said.push(`at once: ${region.textContent}`);
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
          if (region?.textContent) said.push(region.textContent);
        }
      }).observe(document, { childList: true, characterData: true, subtree: true });
    });
  });
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const alive = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((name) => name.startsWith("__react")));

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await alive(page);
}

describe("what a deed led to", { timeout: 60_000 }, () => {
  it("is said in a region that was empty before, and the focus is on the heading", async () => {
    const { context, page, faults } = await person(browser, site.origin);
    await listen(page);
    await signIn(page, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    await page.fill("[name=title]", "Prevoz do suda");
    await page.fill("[name=summary]", "Potreban je dogovor o prevozu.");
    await page.getByRole("main").getByRole("button", { name: "Zabilježi" }).click();
    await page.waitForURL(/\/contributions\/REL-/);
    const notice = await page.locator("main > .notice").innerText();
    await expect.poll(async () => (await said(page)).at(-1)).toBe(notice.trim());
    await expect.poll(() => focused(page)).toBe("H1");
    expect((await said(page)).filter((text) => /^at once: ./.test(text))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is said after a whole document, too", async () => {
    const { context, page } = await person(browser, site.origin);
    await listen(page);
    await signIn(page, "organiser");
    await open(page, "/account");
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>("main form[method=post]");
      form?.submit();
    });
    await page.locator("main > .notice--good").waitFor();
    await alive(page);
    const notice = await page.locator("main > .notice--good").innerText();
    await expect.poll(() => said(page)).toContain(notice.trim());
    expect(await said(page)).not.toContain(`at once: ${notice.trim()}`);
    await expect.poll(() => focused(page)).toBe("H1");
    await context.close();
  });

  it("leaves the focus alone where nothing was done", async () => {
    const { context, page } = await person(browser, site.origin);
    await signIn(page, "organiser");
    await open(page, "/rounds");
    await page.waitForTimeout(300);
    expect(await focused(page)).toBe("BODY");
    await context.close();
  });
});
