import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { address, password, post, type SiteToSignIn, siteToSignIn } from "#tests/routes/account/site-to-sign-in.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";
import type { World } from "#tests/support/world.ts";

let store: SiteToSignIn["store"];

let w: World;

let site: Site;

let browser: PlainBrowser;

beforeEach(async () => {
  ({ store, w, site, browser } = await siteToSignIn());
});

afterEach(() => site.close());

describe("signing in", () => {
  it("replaces a cookie that was there before, and leads to where one was going", async () => {
    browser.cookies.set("zbornik", "planted");
    const page = await browser.signIn(address, password, "/sign-in?redirectTo=%2Faccount");
    expect([browser.trail, new URL(page.url).pathname]).toEqual([[303, 200], "/account"]);
    expect(browser.cookies.get("zbornik")).not.toBe("planted");
    await browser.open("/sign-in");
    expect(new URL(browser.page.url).pathname).toBe("/home");
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "/%09/evil.example", "javascript:alert(1)"])(
    "does not lead to %s",
    async (target) => {
      await browser.open(`/sign-in?redirectTo=${encodeURIComponent(target)}`);
      const hidden = browser.page.document.querySelector('[name="redirectTo"]')?.getAttribute("value");
      expect(hidden?.startsWith("/")).toBe(true);
      const answer = await post(browser, "/sign-in", { address, password, redirectTo: target });
      expect(new URL(answer.headers.get("location") ?? "", site.origin).origin).toBe(site.origin);
    },
  );

  it("says the same of a wrong password and of an unknown address, and gives no password back", async () => {
    const wrong = await browser.signIn(address, "wrong password entirely");
    const text = browser.text;
    const unknown = await browser.signIn("nobody@test.example", "wrong password entirely");
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(browser.text).toBe(text);
    expect(unknown.html).not.toContain("wrong password entirely");
    expect(unknown.html).toContain("nobody@test.example");
    const mask = (html: string) =>
      html
        .replace(/[\w-]{16,}/g, "")
        .replaceAll(address, "")
        .replaceAll("nobody@test.example", "");
    expect(mask(unknown.html)).toBe(mask(wrong.html));
  });

  it("refuses the eleventh attempt at an account from one address, with the seconds to wait, and nobody else", async () => {
    for (let n = 0; n < 10; n++) await post(browser, "/sign-in", { address, password: "wrong" });
    const refused = await post(browser, "/sign-in", { address, password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    const neighbour = await post(browser, "/sign-in", { address: "observer@test.example", password });
    expect(neighbour.status).toBe(303);
  });

  it("does not lock the owner out of an account that is guessed at from elsewhere", async () => {
    await site.close();
    site = await serve(store, { SMTP_URL: "", TRUST_PROXY: "1" });
    const from = (ip: string, guess: string) =>
      fetch(new URL("/sign-in", site.origin), {
        method: "POST",
        body: new URLSearchParams({ address, password: guess }),
        headers: { origin: site.origin, "x-forwarded-for": ip },
        redirect: "manual",
      }).then(({ status }) => status);
    const statuses = [];
    for (let n = 0; n < 12; n++) statuses.push(await from("192.0.2.1", "wrong"));
    expect(statuses.slice(-3)).toEqual([422, 429, 429]);
    expect(await from("198.51.100.7", password)).toBe(303);
  });

  it("ends at once for an account that is shut, and cannot begin again", async () => {
    await browser.signIn(address, password);
    expect((await browser.open("/account")).status).toBe(200);
    const administrator = await w.actor(w.people.administrator);
    await deactivateAccount(store, administrator, { accountId: w.people.organiser });
    await browser.open("/account");
    expect(new URL(browser.page.url).pathname).toBe("/sign-in");
    expect((await browser.signIn(address, password)).status).toBe(422);
  });

  it("ends by signing out, for the copied cookie too", async () => {
    await browser.signIn(address, password);
    const copy = new PlainBrowser(site.origin);
    copy.cookies.set("zbornik", browser.cookies.get("zbornik")!);
    expect((await copy.open("/account")).status).toBe(200);
    await browser.open("/sign-out");
    await browser.submit({}, { button: "Sign out" });
    expect(browser.cookies.has("zbornik")).toBe(false);
    await copy.open("/account");
    expect(new URL(copy.page.url).pathname).toBe("/sign-in");
  });
});

it("stores no hash of a form that holds a password", async () => {
  await browser.signIn(address, password);
  const form = { _key: "abcdefgh12345678", currentPassword: password, newPassword: "seven quiet boats" };
  expect((await post(browser, "/account/password", form)).status).toBe(303);
  expect(await store.read.selectFrom("idempotency_key").selectAll().execute()).toEqual([]);
  const signIns = await store.read.selectFrom("sign_in").select("token_hash").execute();
  expect(signIns).toEqual([{ token_hash: sha256(browser.cookies.get("zbornik")!) }]);
});
