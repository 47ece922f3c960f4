import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { address, password, post, type SiteToSignIn, siteToSignIn } from "#tests/routes/account/site-to-sign-in.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";
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

/** Lets every sign-in of an account run out by itself. */
async function runOut(store: Store, accountId: string): Promise<void> {
  await writeTransaction(store, async (db) => {
    const past = new Date(Date.now() - 1000).toISOString();
    await db.updateTable("sign_in").set({ expires_at: past }).where("account_id", "=", accountId).execute();
  });
}

describe("a form that arrives after the sign-in has run out", () => {
  const fields = { name: "Organiser with a new name\nand more", locale: "en", city: "skopje", tag: "one" };

  async function sentTooLate(who = browser) {
    await who.signIn(address, password);
    await runOut(store, w.people.organiser);
    const first = await post(who, "/account", fields);
    expect(first.status).toBe(307);
    const answer = await post(who, first.headers.get("location")!, fields);
    return { status: answer.status, html: await answer.text() };
  }

  const sealOf = (html: string) => /name="kept" value="([\w-]+)"/.exec(html)?.[1] ?? "";

  it("is kept, sealed, and sent to where it was going with one button", async () => {
    const { status, html } = await sentTooLate();
    expect(status).toBe(401);
    expect(html).not.toContain("new name");
    const kept = sealOf(html);
    await browser.request("POST", "/sign-in", new URLSearchParams({ address, password, kept, redirectTo: "/account" }));
    expect(browser.page.status).toBe(200);
    expect(browser.text).toContain("What you sent before was not saved yet");
    expect(browser.page.document.querySelector("header")?.textContent).toContain("organiser");
    expect(await nameOf(w.people.organiser)).toBe("organiser");
    await browser.submit({}, { button: "Send it now" });
    expect([browser.trail, new URL(browser.page.url).pathname]).toEqual([[303, 200], "/account"]);
    expect(await nameOf(w.people.organiser)).toBe("Organiser with a new name and more");
  });

  it("is kept as well after the hourly pruning and a restart", async () => {
    await browser.signIn(address, password);
    await runOut(store, w.people.organiser);
    await pruneExpired(store);
    await site.close();
    site = await serve(store, { SMTP_URL: "" });
    const answer = await post(browser, `/sign-in?kept=${encodeURIComponent("/account")}`, fields, site.origin);
    expect([answer.status, sealOf(await answer.text()).length > 100]).toEqual([401, true]);
  });

  it("is kept also when the sign-in was ended in another window of the same browser", async () => {
    await browser.signIn(address, password);
    await browser.open("/contributions/new");
    const owner = browser.page.document.querySelector('[name="_owner"]')?.getAttribute("value") ?? "";
    expect(owner).not.toContain(w.people.organiser);
    await browser.request("POST", "/sign-out", new URLSearchParams());
    expect(browser.cookies.has("zbornik")).toBe(false);
    const late = { title: "Typed before", summary: "One sentence.", kind: "need", language: "en", intent: "draft" };
    const sent = async (sealed: string) => {
      const first = await post(browser, "/contributions/new", { ...late, _owner: sealed });
      const html = await (await post(browser, first.headers.get("location")!, { ...late, _owner: sealed })).text();
      return sealOf(html);
    };
    expect([await sent(""), await sent(`${owner.slice(0, -2)}AA`)]).toEqual(["", ""]);
    const kept = await sent(owner);
    const other = { address: "observer@test.example", password, kept };
    await browser.request("POST", "/sign-in", new URLSearchParams(other));
    expect([browser.text.includes("came from another account"), browser.page.html.includes("Typed before")]).toEqual([
      ...[true, false],
    ]);
    await browser.request("POST", "/sign-in", new URLSearchParams({ address, password, kept }));
    await browser.submit({}, { button: "Send it now" });
    expect([new URL(browser.page.url).pathname.startsWith("/contributions/"), browser.page.status]).toEqual([
      true,
      200,
    ]);
    expect(browser.page.html).toContain("Typed before");
  });

  it("is dropped for another account", async () => {
    const { html } = await sentTooLate();
    const other = { address: "observer@test.example", password, kept: sealOf(html), redirectTo: "/account" };
    await browser.request("POST", "/sign-in", new URLSearchParams(other));
    expect(new URL(browser.page.url).pathname).toBe("/home");
    expect(browser.page.html).not.toContain("new name");
    expect(browser.text).toContain("came from another account");
  });

  it("is dropped when the seal was changed", async () => {
    const { html } = await sentTooLate();
    const kept = sealOf(html);
    const changed = `${kept.slice(0, -2)}${kept.endsWith("AA") ? "BB" : "AA"}`;
    await browser.request("POST", "/sign-in", new URLSearchParams({ address, password, kept: changed }));
    expect(browser.trail[0]).toBe(303);
    expect(browser.page.html).not.toContain("new name");
  });

  it("is not kept when it holds passwords", async () => {
    await browser.signIn(address, password);
    await runOut(store, w.people.organiser);
    const form = { currentPassword: password, newPassword: "seven quiet boats" };
    const first = await post(browser, "/account/password", form);
    const answer = await post(browser, first.headers.get("location")!, form);
    const html = await answer.text();
    expect([answer.status, sealOf(html), html.includes("seven quiet")]).toEqual([401, "", false]);
  });

  it("answers an id that does not exist like one that does", async () => {
    const { id } = await store.read.selectFrom("membership").select("id").executeTakeFirstOrThrow();
    const answers = await Promise.all(
      [id, "nobody-of-that-id"].map(async (one) => {
        const first = await post(browser, `/members/${one}`, fields);
        const page = await post(browser, first.headers.get("location")!, fields);
        const html = (await page.text()).replaceAll(one, "").replace(/[\w-]{16,}/g, "");
        return [first.status, page.status, html];
      }),
    );
    expect(answers[0]!.slice(0, 2)).toEqual([307, 401]);
    expect(answers[1]).toEqual(answers[0]);
  });
});

async function nameOf(accountId: string): Promise<string | undefined> {
  const row = await store.read.selectFrom("account").select("name").where("id", "=", accountId).executeTakeFirst();
  return row?.name;
}
