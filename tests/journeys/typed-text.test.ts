import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, person, signIn } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// What was typed is there, or comes back: without a connection, in another language, in a second window, after Back.

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

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, words: string | RegExp) => main(page).getByRole("button", { name: words }).first().click();
const alive = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((name) => name.startsWith("__react")));

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await alive(page);
}

async function titles(title: string): Promise<string[]> {
  const rows = await site.store.read
    .selectFrom("contribution_version")
    .innerJoin("contribution", "contribution.id", "contribution_version.contribution_id")
    .select("contribution.status")
    .where("title", "=", title)
    .execute();
  return rows.map(({ status }) => status);
}

describe("without a connection", { timeout: 60_000 }, () => {
  it("the form stays, says what is true, and is sent again with the same button", async () => {
    const { context, page, faults } = await person(browser, site.origin);
    await signIn(page, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    await page.fill("[name=title]", "Bez veze");
    await page.fill("[name=summary]", "Rečenica bez veze.");
    await context.setOffline(true);
    await press(page, "Zabilježi");
    await page.locator(".errors").waitFor();
    expect(await page.locator(".errors").innerText()).toContain("Nema veze. Ništa nije poslano.");
    expect(await main(page).innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|zabilježena/);
    expect([await page.inputValue("[name=title]"), await page.inputValue("[name=summary]")]).toEqual([
      ...["Bez veze", "Rečenica bez veze."],
    ]);
    await context.setOffline(false);
    await press(page, "Zabilježi");
    await page.waitForURL(/\/contributions\/REL-/);
    expect([await titles("Bez veze"), faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))]).toEqual([
      ["captured"],
      [],
    ]);
    await context.close();
  });

  it("a button that is pressed says that it sends, and sends once", async () => {
    const { context, page } = await person(browser, site.origin);
    await signIn(page, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    await page.fill("[name=title]", "Dvaput pritisnuto");
    await page.fill("[name=summary]", "Jednom poslano.");
    let posts = 0;
    await page.route("**/contributions/new.data*", async (route) => {
      posts += 1;
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    const button = main(page).locator("[name=intent][value=submit]");
    await button.click();
    expect([await button.getAttribute("aria-busy"), await button.getAttribute("data-sending")]).toEqual([
      ...["true", "Šaljem…"],
    ]);
    await button.click({ force: true });
    await page.waitForURL(/\/contributions\/REL-/);
    expect([posts, await titles("Dvaput pritisnuto")]).toEqual([1, ["captured"]]);
    await context.close();
  });
});
