import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
import { findTooWide } from "#tests/journeys/inspect.ts";
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
    await signInUnseen(context, site.origin, "participant.ba");
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
    await signInUnseen(context, site.origin, "organiser");
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
    await signInUnseen(context, site.origin, "organiser");
    await open(page, "/rounds");
    await page.waitForTimeout(300);
    expect(await focused(page)).toBe("BODY");
    await context.close();
  });
});

describe("the keyboard", { timeout: 60_000 }, () => {
  it("lists its keys on ?, closes on Escape and gives the focus back; not in fields", async () => {
    const { context, page, faults } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(page, "/rounds");
    const link = page.getByRole("main").getByRole("link").first();
    await link.focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Tipke" });
    expect(await dialog.innerText()).toContain("Idi na pretragu");
    expect(await dialog.getByRole("link").getAttribute("href")).toBe("/bs/help#keys");
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("/");
    await page.keyboard.press("?");
    expect([await dialog.isVisible(), await page.inputValue("#q"), faults]).toEqual([false, "?", []]);
    await context.close();
  });

  it("closes a menu that it leaves", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(page, "/rounds");
    await page.locator(".header summary").last().click();
    await page.keyboard.press("Tab");
    expect(await page.locator(".header details[open]").count()).toBe(1);
    await page.locator("main a").first().focus();
    expect(await page.locator(".header details[open]").count()).toBe(0);
    await context.close();
  });
});

describe("help", { timeout: 60_000 }, () => {
  it("is reached from a page where it is about that page, and lists its parts", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "organiser");
    await open(page, "/outbox");
    await page.locator(".footer").getByRole("link", { name: "Help" }).click();
    await page.waitForURL(/\/en\/help#mails$/);
    const targets = await page
      .locator(".contents a")
      .evaluateAll((links) => links.map((one) => document.querySelector(one.getAttribute("href") ?? "")?.tagName));
    expect(targets.length).toBeGreaterThan(8);
    expect(new Set(targets)).toEqual(new Set(["H2"]));
    expect(await page.locator("#mails").count()).toBe(1);
    await context.close();
  });
});

describe("the bar of a phone", { timeout: 60_000 }, () => {
  it.each([true, false])("opens what it has no room for where it stands; scripts: %s", async (scripts) => {
    const { context, page } = await person(browser, site.origin, { width: 320, scripts });
    await signInUnseen(context, site.origin, "participant.ba");
    await page.goto("/rounds");
    if (scripts) await alive(page);
    const people = page.locator(".nav-more").getByRole("link", { name: "Osobe" });
    expect(await people.isVisible()).toBe(false);
    await page.locator(".nav-more summary").click();
    const place = await people.boundingBox();
    expect([place && place.y > 0 && place.y < 844, await page.evaluate(() => window.scrollY)]).toEqual([true, 0]);
    if (scripts) {
      await page.keyboard.press("Escape");
      expect(await people.isVisible()).toBe(false);
      await page.locator(".nav-more summary").click();
    }
    await people.click();
    await page.waitForURL(/\/members$/);
    await context.close();
  });
});

// Every page is measured with the fonts of the site by the accessibility run.
describe("without the fonts of the site", { timeout: 120_000 }, () => {
  it("nothing sticks out of a window that is narrow, or whose text is large", async () => {
    const { context, page } = await person(browser, site.origin, { width: 320 });
    await context.route("**/*.woff2", (route) => route.abort());
    await signInUnseen(context, site.origin, "participant.ba");
    const wide: string[] = [];
    const record = await site.store.read
      .selectFrom("contribution")
      .select("number")
      .where("sharing", "=", "public")
      .orderBy("number")
      .executeTakeFirstOrThrow();
    const paths = ["/bs", "/home", "/rounds", "/search", "/search?q=smestaj", "/contributions", "/bs/help", "/account"];
    for (const path of [...paths, `/contributions/${record.number}`]) {
      await page.goto(path);
      wide.push(...(await findTooWide(page)).map((what) => `${path}: ${what}`));
    }
    expect(wide).toEqual([]);
    await context.close();
  });
});
