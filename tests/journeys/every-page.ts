import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, person, signInUnseen, type View } from "#tests/journeys/browser.ts";
import { bringAxe, findTooWide, inspect, sizes } from "#tests/journeys/inspect.ts";
import { everyPage } from "#tests/journeys/pages.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { writing } from "#tests/support/store.ts";

const full = process.env.JOURNEYS === "full";
const allViews: View[] = [
  { theme: "light", width: 1280 },
  { theme: "dark", width: 320 },
  { theme: "dark", width: 1280 },
  { theme: "light", width: 320 },
];
/** People who look at their pages at the same time: while one waits for the server, the other is drawn. */
const lanes = 2;

interface Usual {
  view: View;
  windows: typeof sizes;
  /** One page in so many. */
  oneIn: number;
}

/**
 * Declares that every page is well in a language. `npm test` looks in one view at all pages or at a part of them, and
 * in the windows that are given for what sticks out; `npm run check` at all pages in all views and windows.
 */
export function everyPageIsWell(language: "en" | "bs", usual: Usual): void {
  const views = full ? allViews : [usual.view];
  const windows = full ? sizes : usual.windows;
  let site: Awaited<ReturnType<typeof siteWithDemo>>;
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof everyPage>>;

  beforeAll(async () => {
    site = await siteWithDemo();
    browser = await openBrowser();
    const all = await everyPage(site.store);
    pages = all.filter((_, at) => full || at % usual.oneIn === 0);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.end();
  });

  it("every page has nothing that axe finds, does not scroll sideways and logs no error", {
    timeout: 600_000,
  }, async () => {
    await writing(site.store).updateTable("account").set({ locale: language }).execute();
    const findings: string[] = [];
    const lookAs = async (who: string | null) => {
      const { context, page, faults } = await person(browser, site.origin, { ...views[0], locale: language });
      await bringAxe(context);
      if (who) await signInUnseen(context, site.origin, who);
      for (const { path } of pages.filter((candidate) => candidate.who === who)) {
        await page.goto(path.replace(/^\/en(?=\/|$)/, `/${language}`));
        const found = [...(await inspect(page, views)), ...(await findTooWide(page, windows)), ...faults.splice(0)];
        findings.push(...found.map((finding) => `${who ?? "visitor"} ${path}: ${finding}`));
      }
      await context.close();
    };
    const waiting = [...new Set(pages.map(({ who }) => who))];
    const lane = async () => {
      for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) await lookAs(who);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(findings).toEqual([]);
  });
}
