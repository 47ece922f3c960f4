import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { address, password, post, siteToSignIn } from "#tests/routes/account/site-to-sign-in.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";
import type { Site } from "#tests/support/site.ts";
import type { World } from "#tests/support/world.ts";

let w: World;
let site: Site;
let browser: PlainBrowser;

beforeEach(async () => {
  ({ w, site, browser } = await siteToSignIn());
});
afterEach(() => site.close());

describe("choices in the head of a page", () => {
  it("keep the language and come back to the page", async () => {
    await browser.signIn(address, password);
    await browser.open("/members");
    await browser.submit({}, { button: "language=bs" });
    expect(browser.page.url).toBe(`${site.origin}/members`);
    expect(browser.page.document.documentElement.getAttribute("lang")).toBe("bs");
    const evil = await post(browser, "/language", { language: "en", back: "//evil.example/x" });
    expect(evil.headers.get("location")).toBe("/");
  });

  it("keep the theme in a cookie, and forget it", async () => {
    await browser.signIn(address, password);
    await browser.open("/members");
    await browser.submit({}, { button: "theme=dark" });
    expect(browser.page.document.documentElement.getAttribute("data-theme")).toBe("dark");
    await browser.submit({}, { button: "theme=system" });
    expect(browser.cookies.has("zbornik_theme")).toBe(false);
    const pink = await post(browser, "/theme", { theme: "pink" });
    expect([pink.headers.get("location"), pink.headers.get("set-cookie")]).toEqual(["/", null]);
  });

  it("open one's own groups only", async () => {
    await browser.signIn(address, password);
    expect((await post(browser, "/current-group", { group: w.groupId })).status).toBe(303);
    expect((await post(browser, "/current-group", { group: w.otherGroupId })).status).toBe(404);
  });
});
