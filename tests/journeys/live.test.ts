import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { sure } from "#app/sure.ts";
import { writeTransaction } from "#db/store.ts";
import { missingMessages, openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// A session goes on: two people write at once, one loses the connection, something is captured, and all see the same.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let browser: Browser;
/** Sessions that go on now, one for each telling, with their shared items in order. */
let sessions: { id: string; items: { id: string; title: string }[] }[];

beforeAll(async () => {
  site = await siteWithDemo();
  browser = await openBrowser();
  sessions = await goingOn();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.end();
});

/** Two sessions of the demonstration that are to come, moved to a few minutes ago. */
async function goingOn() {
  const db = site.store.read;
  const found = await db
    .selectFrom("session")
    .innerJoin("agenda_item", "agenda_item.session_id", "session.id")
    .select(["session.id", "agenda_item.id as item", "agenda_item.title"])
    .where("session.starts_at", ">", new Date().toISOString())
    .where("session.beneficiary_id", "is not", null)
    .where("session.status", "=", "scheduled")
    .where("visibility", "=", "shared")
    .orderBy("session.starts_at")
    .orderBy("session.id")
    .orderBy("position")
    .execute();
  const ids = [...new Set(found.map(({ id }) => id))].slice(0, 2);
  const starts_at = new Date(Date.now() - 5 * 60_000).toISOString();
  const ends_at = new Date(Date.now() + 55 * 60_000).toISOString();
  const now = { starts_at, ends_at };
  await writeTransaction(site.store, (db) => db.updateTable("session").set(now).where("id", "in", ids).execute());
  return ids.map((id) => ({
    id,
    items: found.filter((row) => row.id === id).map(({ item, title }) => ({ id: item, title })),
  }));
}

/** Who leads a session beside the organiser. */
async function consultantOf(sessionId: string): Promise<string> {
  const { address } = await site.store.read
    .selectFrom("session_person")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select("account.address")
    .where("session_id", "=", sessionId)
    .where("part", "=", "consultant")
    .executeTakeFirstOrThrow();
  return sure(address.split("@")[0]);
}

async function textOf(itemId: string): Promise<string> {
  const row = await site.store.read
    .selectFrom("minutes_text")
    .select("body")
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return row?.body ?? "";
}

const area = (page: Page) => page.locator("#writing textarea[name=body]");
const state = (page: Page) => page.locator("#writing [data-saving]").getAttribute("data-saving");
const saved = (page: Page) => expect.poll(() => state(page), { timeout: 10_000 }).toBe("saved");
const now = (page: Page) => page.locator("#now .live-item").innerText();
const move = (page: Page, which: string) => page.locator(`#now button[name=move][value=${which}]`).click();

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => Object.keys(document.body).some((name) => name.startsWith("__react")));
}

describe("with scripts", { timeout: 120_000 }, () => {
  it("two people run, write and capture at once, and lose nothing", async () => {
    const { id, items } = sure(sessions[0]);
    const [first, second] = [sure(items[0]), sure(items[1])];
    const one = await person(browser, site.origin);
    const two = await person(browser, site.origin);
    await signInUnseen(one.context, site.origin, "organiser");
    await signInUnseen(two.context, site.origin, await consultantOf(id));
    const [organiser, consultant] = [one.page, two.page];
    await open(organiser, paths.live(id));
    await open(consultant, paths.live(id));
    expect(await missingMessages(organiser)).toEqual([]);
    // Somebody starts: the other sees it, and the clock of both moves.
    await move(organiser, "start");
    await expect.poll(() => now(consultant)).toBe(first.title);
    for (const page of [organiser, consultant]) {
      const clock = () => page.locator("#now .live-clock").innerText();
      const before = await clock();
      await expect.poll(clock, { timeout: 5000 }).not.toBe(before);
    }
    await expect.poll(() => organiser.locator("#people .is-good").count()).toBe(2);
    // Different items.
    await consultant.locator(`#item-${second.id}`).getByRole("link").click();
    await area(organiser).fill("They began in March. The list has no end.");
    await area(consultant).fill("Two officers are trained.");
    await saved(organiser);
    await saved(consultant);
    expect([await textOf(first.id), await textOf(second.id)]).toEqual([
      ...["They began in March. The list has no end.", "Two officers are trained."],
    ]);
    await expect.poll(() => organiser.locator(`#item-${second.id}`).innerText()).toContain("Two officers");
    // The same item, other lines: both are there, by themselves.
    await consultant.locator(`#item-${first.id}`).getByRole("link").click();
    await expect.poll(() => area(consultant).inputValue()).toContain("no end");
    await consultant.evaluate(() => (document.activeElement as HTMLElement).blur());
    await area(organiser).fill("They began in March. The list has no end.\nEach prison has an officer.");
    await saved(organiser);
    await expect.poll(() => area(consultant).inputValue()).toContain("Each prison has an officer.");
    // The same line, without a connection: both texts are shown, and brought together on demand.
    await two.context.setOffline(true);
    await area(consultant).fill("They began in March. The list has no end.\nEach prison needs two officers.");
    await expect.poll(() => state(consultant), { timeout: 10_000 }).toBe("offline");
    await area(organiser).fill("They began in March. The list has no end.\nEach prison has one officer.");
    await saved(organiser);
    await two.context.setOffline(false);
    const notice = consultant.locator("#writing .notice--warn");
    await notice.waitFor({ timeout: 40_000 });
    expect(await notice.innerText()).toContain("Each prison has one officer.");
    expect(await area(consultant).inputValue()).toContain("Each prison needs two officers.");
    await notice.locator("button").first().click();
    await saved(consultant);
    const both =
      "They began in March. The list has no end.\nEach prison has one officer.\nEach prison needs two officers.";
    expect(await textOf(first.id)).toBe(both);
    await expect.poll(() => area(organiser).inputValue()).toBe(both);
    // A record of a sentence, without leaving the keyboard or the page.
    const began = Date.now();
    await area(consultant).evaluate((element: HTMLTextAreaElement) => {
      const at = element.value.indexOf("The list");
      element.focus();
      element.setSelectionRange(at, at + "The list has no end.".length);
    });
    await consultant.keyboard.press("Control+Enter");
    await consultant.locator(".live-capture [name=kind][value=challenge]").check();
    await consultant.locator(".live-capture [name=title]").press("Control+Enter");
    await consultant.locator("#captures .rows li").first().waitFor();
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(await consultant.locator(".live-capture").count()).toBe(0);
    // Said where the eyes are, with the way to it.
    expect(await consultant.locator("#writing a[href^='/contributions/']").innerText()).toMatch(/^REL-|^SCR-/);
    await expect.poll(() => organiser.locator("#captures header").innerText()).toMatch(/\b1\b/);
    const made = await site.store.read
      .selectFrom("contribution")
      .innerJoin("contribution_version", "contribution_version.contribution_id", "contribution.id")
      .select(["kind", "agenda_item_id", "sharing", "status", "title", "summary"])
      .where("session_id", "=", id)
      .execute();
    expect(made).toEqual([
      {
        ...{ kind: "challenge", agenda_item_id: first.id, sharing: "bilateral", status: "captured" },
        ...{ title: "The list has no end", summary: "The list has no end." },
      },
    ]);
    // On, and back from a step that was a mistake.
    await move(consultant, "next");
    await expect.poll(() => now(organiser)).toBe(second.title);
    await move(organiser, "undo");
    await expect.poll(() => now(consultant)).toBe(first.title);
    const isOurs = (fault: string) => !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/.test(fault);
    expect([...one.faults, ...two.faults].filter(isOurs)).toEqual([]);
    await one.context.close();
    await two.context.close();
  });

  it("a text comes back that a closed window had not saved, and meets what was written meanwhile", async () => {
    const { id, items } = sure(sessions[0]);
    const item = sure(items[2] ?? items[1]);
    const { context, page } = await person(browser, site.origin);
    await signInUnseen(context, site.origin, "organiser");
    const path = paths.live(id, { item: item.id });
    await open(page, path);
    await page.route("**/live/items/**", (route) => route.abort());
    await area(page).pressSequentially("Not saved.");
    await expect.poll(() => state(page), { timeout: 10_000 }).toBe("offline");
    await page.close();
    const later = await context.newPage();
    await open(later, path);
    await expect.poll(() => area(later).inputValue()).toContain("Not saved.");
    await saved(later);
    expect(await textOf(item.id)).toContain("Not saved.");
    await context.close();
  });
});

it("works without scripts, in Bosnian too", { timeout: 60_000 }, async () => {
  const { id, items } = sure(sessions[1]);
  const { context, page } = await person(browser, site.origin, { scripts: false });
  await signInUnseen(context, site.origin, "organiser");
  await page.goto(paths.live(id));
  await move(page, "start");
  expect(await now(page)).toBe(sure(items[0]).title);
  await area(page).fill("Written without scripts.");
  await page.locator("#writing button").last().click();
  await page.waitForURL(/\/live/);
  expect(await page.locator(`#item-${sure(items[0]).id}`).innerText()).toContain("Written without scripts.");
  // Somebody else saves while the text is open: what both would be together is shown, and saved.
  await page.goto(paths.minutesItem(id, sure(items[0]).id));
  const other = await context.newPage();
  await other.goto(paths.minutesItem(id, sure(items[0]).id));
  await other.fill("[name=body]", "First.\nWritten without scripts.");
  await other.locator("main form .actions button").last().click();
  await other.waitForURL(/\/minutes(\?|#|$)/);
  await page.fill("[name=body]", "Written without scripts, twice.");
  await page.locator("main form .actions button").last().click();
  await page.locator("button[name=merge]").waitFor();
  const both = "First.\nWritten without scripts, twice.";
  expect(await page.locator("section[aria-labelledby=merged] .pre").allInnerTexts()).toEqual([both]);
  await page.locator("button[name=merge]").click();
  await page.waitForURL(/\/minutes(\?|#|$)/);
  expect(await textOf(sure(items[0]).id)).toBe(both);
  await page.goto(paths.live(id));
  await page.locator("#captures .actions a").click();
  await page.locator("[name=kind][value=need]").check();
  await page.fill("[name=title]", "Training without scripts");
  await page.fill("[name=summary]", "Staff need training.");
  await page.locator("main form button").last().click();
  await page.waitForURL(/\/live/);
  expect(await page.locator("#captures").innerText()).toContain("Training without scripts");
  await move(page, "next");
  expect(await now(page)).toBe(sure(items[1]).title);
  await move(page, "end");
  expect(await page.locator("#now header").innerText()).toMatch(/ended|završena/);
  await context.close();
});
