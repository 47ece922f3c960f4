import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, person, signIn, type View } from "#tests/journeys/browser.ts";
import { bringAxe, findTooWide, inspect, sizes } from "#tests/journeys/inspect.ts";
import { everyPage } from "#tests/journeys/pages.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { writing } from "#tests/support/store.ts";

// `npm test`: every page in English on a wide window in light colours, and in Bosnian, whose words are longer, on a
// narrow one in dark colours and in the windows in which most is tight. `npm run check`: all of it in both.
const full = process.env.JOURNEYS === "full";
const wide = { theme: "light", width: 1280 } as const;
const narrow = { theme: "dark", width: 320 } as const;
const others: View[] = [
  { theme: "dark", width: 1280 },
  { theme: "light", width: 320 },
];
const runs: { language: "en" | "bs"; views: View[] }[] = [
  { language: "en", views: full ? [wide, narrow, ...others] : [wide] },
  { language: "bs", views: full ? [narrow, wide, ...others] : [narrow] },
];
const tight = sizes.filter(({ width, text }) => width === 768 || text === "200%");
/** People who look at their pages at the same time: while one waits for the server, the other is drawn. */
const lanes = 2;

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let browser: Browser;
let pages: Awaited<ReturnType<typeof everyPage>>;

beforeAll(async () => {
  site = await siteWithDemo();
  browser = await openBrowser();
  pages = await everyPage(site.store);
});
afterAll(async () => {
  await browser?.close();
  await site?.end();
});

describe.each(runs)("every page in $language", ({ language, views }) => {
  it("has nothing that axe finds, does not scroll sideways and logs no error", { timeout: 300_000 }, async () => {
    await writing(site.store).updateTable("account").set({ locale: language }).execute();
    const findings: string[] = [];
    const lookAs = async (who: string | null) => {
      const { context, page, faults } = await person(browser, site.origin, { ...views[0], locale: language });
      await bringAxe(context);
      if (who) await signIn(page, who);
      for (const { path } of pages.filter((candidate) => candidate.who === who)) {
        await page.goto(path.replace(/^\/en(?=\/|$)/, `/${language}`));
        const found = [
          ...(await inspect(page, views)),
          ...(await findTooWide(page, full ? sizes : language === "bs" ? tight : [])),
          ...faults.splice(0),
        ];
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
});
