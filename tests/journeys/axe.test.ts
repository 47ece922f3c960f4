import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, openBrowser, overflows, person, signIn, type Theme } from "#tests/journeys/browser.ts";
import { everyPage } from "#tests/journeys/pages.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// `npm test`: every page in English in both themes, in Bosnian once. `npm run check`: all of it in both.
const full = process.env.JOURNEYS === "full";
const runs: { language: "en" | "bs"; theme: Theme; width: number }[] = [
  { language: "en", theme: "light", width: 1280 },
  { language: "en", theme: "dark", width: 320 },
  { language: "bs", theme: "light", width: 320 },
  ...(full ? [{ language: "bs" as const, theme: "dark" as const, width: 1280 }] : []),
];

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

describe.each(runs)("every page in $language, $theme, $width px", ({ language, theme, width }) => {
  it("has nothing that axe finds, does not scroll sideways and logs no error", { timeout: 300_000 }, async () => {
    const pages = await everyPage(site.store);
    await site.store.writer.updateTable("account").set({ locale: language }).execute();
    const findings: string[] = [];
    for (const who of new Set(pages.map((page) => page.who))) {
      const { context, page, faults } = await person(browser, site.origin, { theme, width, locale: language });
      if (who) await signIn(page, who);
      for (const { path } of pages.filter((candidate) => candidate.who === who)) {
        await page.goto(path.replace(/^\/en(?=\/|$)/, `/${language}`));
        const found = [
          ...(await axe(page)),
          ...((await overflows(page)) ? ["scrolls sideways"] : []),
          ...faults.splice(0),
        ];
        if ((await page.locator("h1").count()) !== 1) found.push("not one h1");
        findings.push(...found.map((finding) => `${who ?? "visitor"} ${path}: ${finding}`));
      }
      await context.close();
    }
    expect(findings).toEqual([]);
  });
});
