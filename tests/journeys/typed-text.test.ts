import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
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
    await signInUnseen(context, site.origin, "participant.ba");
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

  it("what was typed comes back after the page was left, the tab closed, and nobody finds it after signing out", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    const address = "/contributions/new?kind=lesson";
    await open(page, address);
    await page.route("**/contributions/drafts", (route) => route.abort());
    await page.fill("[name=title]", "Prekinuto usred pisanja");
    await page.locator("[name=kind][value=proposal]").check();
    const copies = (of: Page) =>
      of.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("zbornik-form:")));
    await expect.poll(async () => (await copies(page)).length).toBe(1);
    const [[name, stored]] = (await copies(page)) as [[string, string]];
    expect([/contributions|lesson/.test(name), stored.includes("Prekinuto")]).toEqual([false, false]);
    // Another window with the same form begins with an empty one.
    const beside = await context.newPage();
    await open(beside, address);
    await beside.waitForTimeout(2_500);
    expect(await beside.inputValue("[name=title]")).toBe("");
    await beside.close();
    await page.close();
    const later = await context.newPage();
    await later.route("**/contributions/drafts", (route) => route.abort());
    await open(later, address);
    await expect.poll(() => later.inputValue("[name=title]")).toBe("Prekinuto usred pisanja");
    expect(await later.locator("[name=kind][value=proposal]").isChecked()).toBe(true);
    expect(await later.locator(".saved").innerText()).toContain("Vraćeno je ono što ste ovdje upisali");
    await later.locator("header summary").last().click();
    await later.locator('form[action="/sign-out"] button').click();
    await later.waitForURL(/\/bs$/);
    expect(await copies(later)).toEqual([]);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(later, address);
    await later.waitForTimeout(600);
    expect(await later.inputValue("[name=title]")).toBe("");
    await context.close();
  });

  it("Back after the page of the browser's own error brings the text back", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    await page.fill("[name=title]", "Vraćeno poslije greške");
    await page.waitForTimeout(500);
    await context.setOffline(true);
    await page.goto("/rounds").catch(() => undefined);
    await context.setOffline(false);
    await page.goBack();
    await alive(page);
    await expect.poll(() => page.inputValue("[name=title]")).toBe("Vraćeno poslije greške");
    await context.close();
  });

  it("the form names the kind that is about to be posted, also of what is put back", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    const named = () =>
      Promise.all([
        page.locator("h1").innerText(),
        main(page).locator("[name=intent][value=submit]").innerText(),
        page.locator("[name=kind]:checked").inputValue(),
      ]);
    const practice = ["Novi zapis: Dobra praksa", "Zabilježi dobru praksu", "practice"];
    const challenge = ["Novi zapis: Izazov", "Zabilježi izazov", "challenge"];
    await open(page, "/contributions/new");
    await expect.poll(named).toEqual(practice);
    await page.locator("[name=kind][value=challenge]").check();
    await expect.poll(named).toEqual(challenge);
    await page.route("**/contributions/drafts", (route) => route.abort());
    await page.fill("[name=title]", "Vrsta se vraća s tekstom");
    await page.waitForTimeout(600);
    await page.reload();
    await expect.poll(named).toEqual(challenge);
    await context.close();
  });

  it("a button that is pressed says that it sends, and sends once", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
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

/** A snapshot of a participant, submitted. @returns the address of its form */
async function submitted(page: Page, title: string): Promise<string> {
  await open(page, "/contributions/new?kind=need");
  await page.fill("[name=title]", title);
  await page.fill("[name=summary]", "Jedna rečenica.");
  await page.locator("[name=intent][value=submit]").click();
  await page.waitForURL(/\/contributions\/REL-/);
  return `${new URL(page.url()).pathname}/edit`;
}

const kept = (page: Page, address: RegExp) =>
  page.waitForResponse((response) => address.test(response.url()) && response.request().method() === "POST");

describe("what is being typed", { timeout: 90_000 }, () => {
  it("into a record that was submitted is kept, comes back, and is gone once it is saved", async () => {
    const { context, page, faults } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    const form = await submitted(page, "Dopuniti kasnije");
    await open(page, form);
    const answer = kept(page, /pending-edits/);
    await page.fill("[name=body]", "Dug opis koji niko nije sačuvao.");
    expect((await answer).status()).toBe(200);
    await expect.poll(() => page.locator(".saved").innerText()).toContain("zadržano je u");
    await page.goto("/rounds");
    await open(page, form);
    expect(await page.inputValue("[name=body]")).toBe("Dug opis koji niko nije sačuvao.");
    expect(await page.locator("main .notice").first().innerText()).toContain("onakav kakvim ste ga ostavili");
    await page.locator("[name=intent][value=save]").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await expect.poll(() => main(page).innerText()).toContain("Dug opis koji niko nije sačuvao.");
    await open(page, form);
    expect([await page.locator("main .notice").count(), await page.inputValue("[name=body]"), faults]).toEqual([
      ...[0, "Dug opis koji niko nije sačuvao.", []],
    ]);
    await context.close();
  });

  it.each([true, false])("is there after another language and theme, scripts: %s", async (scripts) => {
    const { context, page } = await person(browser, site.origin, { scripts });
    const title = `Naslov u toku, ${scripts ? "sa skriptama" : "bez skripti"}`;
    const isThere = async (selector: string) => {
      await page.waitForSelector(selector);
      await page.waitForLoadState();
      if (scripts) await alive(page);
    };
    await signInUnseen(context, site.origin, "participant.rs");
    await page.goto("/contributions/new?kind=need");
    await page.fill("[name=title]", title);
    await page.fill("[name=summary]", "Rečenica u toku.");
    await page
      .locator("header summary")
      .filter({ hasText: /English|Bosanski/ })
      .click();
    await page.getByRole("button", { name: "Bosanski" }).click();
    await isThere("html[lang=bs]");
    const typed = async () => [await page.inputValue("[name=title]"), await page.inputValue("[name=summary]")];
    expect(await typed()).toEqual([title, "Rečenica u toku."]);
    await page.fill("[name=summary]", "Rečenica u toku, i još.");
    await page.locator("header summary").last().click();
    await page.getByRole("button", { name: "Tamn" }).click();
    await isThere("html[data-theme=dark]");
    const kind = new URL(page.url()).searchParams.get("kind");
    expect([kind, await typed()]).toEqual(["need", [title, "Rečenica u toku, i još."]]);
    await page.locator("header summary").last().click();
    await page.getByRole("button", { name: "Svijetl" }).click();
    await isThere("html[data-theme=light]");
    await page.locator("[name=intent][value=submit]").click();
    await page.waitForURL(/\/contributions\/REL-/);
    expect(await titles(title)).toEqual(["captured"]);
    await page.goto("/contributions/new?kind=need");
    expect(await typed()).toEqual(["", ""]);
    await page.locator("header summary").filter({ hasText: "Bosanski" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForSelector("html[lang=en]");
    await context.close();
  });

  it("in two windows is settled: both texts are shown, and none is lost", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    const form = await submitted(page, "U dva prozora");
    const other = await context.newPage();
    await open(page, form);
    await open(other, form);
    await page.fill("[name=title]", "U dva prozora, prvi");
    await page.fill("[name=body]", "Opis iz prvog prozora.");
    await page.locator("[name=intent][value=save]").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
    await other.fill("[name=summary]", "Rečenica iz drugog prozora.");
    await other.fill("[name=body]", "Opis iz drugog prozora.");
    await other.locator("[name=intent][value=save]").click();
    await other.locator(".errors").waitFor();
    expect([await other.inputValue("[name=title]"), await other.inputValue("[name=body]")]).toEqual([
      ...["U dva prozora, prvi", "Opis iz drugog prozora."],
    ]);
    expect(await main(other).innerText()).toContain("Opis iz prvog prozora.");
    await other.locator("[name=intent][value=save]").click();
    await other.waitForURL((url) => !url.pathname.endsWith("/edit"));
    const all = ["U dva prozora, prvi", "Rečenica iz drugog prozora.", "Opis iz drugog prozora."];
    const missing = async () => {
      const text = await main(other).innerText();
      return all.filter((one) => !text.includes(one));
    };
    await expect.poll(missing).toEqual([]);
    await context.close();
  });

  it("is there after a reload straight after typing, also where the page was made before the server had it", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    const form = await submitted(page, "Osvježeno usred pisanja");
    await open(page, form);
    const first = kept(page, /pending-edits/);
    await page.fill("[name=body]", "Stariji tekst.");
    expect((await first).status()).toBe(200);
    await page.fill("[name=body]", "Noviji tekst.");
    await page.waitForTimeout(200);
    // What is sent while the page is left arrives once the new page is there.
    let late: Promise<unknown> = Promise.resolve();
    let posts = 0;
    await context.route("**/pending-edits", async (route) => {
      if (posts++ > 0) return route.continue();
      const data = route.request().postData() ?? "";
      const headers = await route.request().allHeaders();
      late = page.waitForEvent("load").then(() => context.request.post(route.request().url(), { data, headers }));
      await route.abort();
    });
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await page.waitForTimeout(150);
    await page.reload();
    await alive(page);
    await late;
    await expect.poll(() => page.inputValue("[name=body]")).toBe("Noviji tekst.");
    const next = kept(page, /pending-edits/);
    await page.fill("[name=body]", "Noviji tekst, i dalje.");
    expect((await next).status()).toBe(200);
    expect(await page.locator(".saved").innerText()).not.toContain("drugom prozoru");
    await context.close();
  });

  it("as a draft is one draft, also when an answer is lost and the form is sent meanwhile", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    let lost = 0;
    await page.route("**/contributions/drafts", async (route) => {
      // It arrives and is written; its answer does not come back.
      if (lost++ === 0) await route.fetch();
      await route.abort();
    });
    const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("/contributions/drafts"));
    await page.fill("[name=title]", "Samo jedan nacrt");
    await failed;
    expect(await titles("Samo jedan nacrt")).toEqual(["draft"]);
    await page.fill("[name=summary]", "I onda poslano.");
    await page.locator("[name=intent][value=submit]").click();
    await page.waitForURL(/\/contributions\/REL-/);
    expect(await titles("Samo jedan nacrt")).toEqual(["captured"]);
    await context.close();
  });

  it("is kept on after the form was refused", async () => {
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "participant.ba");
    await open(page, "/contributions/new?kind=need");
    await page.fill("[name=title]", "Odbijeno pa dopisano");
    await page.locator("[name=intent][value=submit]").click();
    await page.locator(".errors").waitFor();
    const answer = kept(page, /contributions\/drafts/);
    await page.fill("[name=title]", "Odbijeno pa dopisano, dalje");
    expect((await answer).status()).toBe(200);
    await expect.poll(() => titles("Odbijeno pa dopisano, dalje")).toEqual(["draft"]);
    await context.close();
  });
});

describe("after Back", { timeout: 60_000 }, () => {
  it("without scripts the form that was sent leads to what it made, and makes no second one", async () => {
    const { context, page } = await person(browser, site.origin, { scripts: false });
    await signInUnseen(context, site.origin, "participant.ba");
    await page.goto("/contributions/new?kind=need");
    await page.fill("[name=title]", "Poslano jednom");
    await page.fill("[name=summary]", "Rečenica.");
    await page.locator("main [name=intent][value=submit]").click();
    await page.waitForURL(/\/contributions\/REL-/);
    const made = new URL(page.url()).pathname;
    await page.goBack();
    expect(await page.inputValue("[name=title]")).toBe("Poslano jednom");
    await page.locator("main [name=intent][value=submit]").click();
    await page.waitForURL(/\/contributions\/REL-/);
    expect([new URL(page.url()).pathname, await titles("Poslano jednom")]).toEqual([made, ["captured"]]);
    await context.close();
  });
});
