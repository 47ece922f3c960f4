import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mintInvitation, mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { paths } from "#app/paths.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const password = "river stone lamp";
const address = "organiser@test.example";

let store: Store & { folder: string };
let w: World;
let site: Site;
let browser: PlainBrowser;

beforeEach(async () => {
  store = testStore();
  w = await world(store);
  const hash = await hashPassword(password);
  await writeTransaction(store, async (db) => {
    await db.updateTable("account").set({ password_hash: hash }).execute();
  });
  site = await serve(store, { SMTP_URL: "" });
  browser = new PlainBrowser(site.origin);
});

afterEach(() => site.close());

/** Sends a form as a browser does that keeps method and body on a 307. */
async function post(who: PlainBrowser, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { origin: site.origin, ...(cookie ? { cookie } : {}) };
  return fetch(new URL(path, site.origin), { method: "POST", body, headers, redirect: "manual" });
}

/** Lets every sign-in of an account run out by itself. */
async function runOut(accountId: string): Promise<void> {
  await writeTransaction(store, async (db) => {
    const past = new Date(Date.now() - 1000).toISOString();
    await db.updateTable("sign_in").set({ expires_at: past }).where("account_id", "=", accountId).execute();
  });
}

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

describe("a form that arrives after the sign-in has run out", () => {
  const fields = { name: "Organiser with a new name\nand more", locale: "en", city: "skopje", tag: "one" };

  async function sentTooLate(who = browser) {
    await who.signIn(address, password);
    await runOut(w.people.organiser);
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
    await runOut(w.people.organiser);
    await pruneExpired(store);
    await site.close();
    site = await serve(store, { SMTP_URL: "" });
    const answer = await post(browser, `/sign-in?kept=${encodeURIComponent("/account")}`, fields);
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
    await runOut(w.people.organiser);
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

describe("secret links", () => {
  it("set a password once; opening them changes nothing", async () => {
    const link = paths.reset(await mintReset(store, w.people.organiser, new Date()));
    await browser.open(link);
    await browser.open(link);
    expect([browser.page.status, browser.page.html.includes(address)]).toEqual([200, true]);
    expect((await browser.submit({ newPassword: "short" })).status).toBe(422);
    expect(browser.page.html).not.toContain('value="short"');
    await browser.submit({ newPassword: "seven quiet boats" });
    expect(new URL(browser.page.url).pathname).toBe("/sign-in");
    expect((await browser.open(link)).status).toBe(404);
    expect((await browser.signIn(address, password)).status).toBe(422);
    expect((await browser.signIn(address, "seven quiet boats")).status).toBe(200);
    expect(site.log.join("\n")).not.toContain(link.split("/").at(-1));
  });

  it("of an invitation make an account and sign in; a second use says that it is gone", async () => {
    const link = await inviteGuest("guest@test.example");
    await browser.open(link);
    expect(browser.page.document.querySelector('[name="name"]')?.getAttribute("value")).toBe("Guest");
    await browser.submit({ newPassword: "seven quiet boats", city: "tirana", locale: "bs" });
    expect([browser.trail, new URL(browser.page.url).pathname]).toEqual([[303, 200], "/home"]);
    await browser.open("/members");
    expect([browser.page.status, browser.page.document.documentElement.getAttribute("lang")]).toEqual([200, "bs"]);
    const second = new PlainBrowser(site.origin);
    expect((await second.open(link)).status).toBe(404);
  });

  it("of an invitation to somebody who has an account ask for its password", async () => {
    const link = await inviteGuest("otherconsultant@test.example");
    await browser.open(link);
    expect(browser.page.document.querySelector('[name="newPassword"]')).toBeNull();
    expect((await browser.submit({ password: "wrong" })).status).toBe(422);
    await browser.submit({ password });
    expect(new URL(browser.page.url).pathname).toBe("/home");
    const roles = (await w.actor(w.people.otherConsultant)).memberships.map(({ groupId, role }) => [groupId, role]);
    expect(roles).toEqual([
      [w.groupId, "observer"],
      [w.otherGroupId, "consultant"],
    ]);
  });
});

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

it("stores no hash of a form that holds a password", async () => {
  await browser.signIn(address, password);
  const form = { _key: "abcdefgh12345678", currentPassword: password, newPassword: "seven quiet boats" };
  expect((await post(browser, "/account/password", form)).status).toBe(303);
  expect(await store.read.selectFrom("idempotency_key").selectAll().execute()).toEqual([]);
  const signIns = await store.read.selectFrom("sign_in").select("token_hash").execute();
  expect(signIns).toEqual([{ token_hash: sha256(browser.cookies.get("zbornik")!) }]);
});

async function inviteGuest(guest: string): Promise<string> {
  const standing = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const invitation = { ...standing, groupId: w.groupId, address: guest, name: "Guest", locale: "en" } as const;
  const { invitationId } = await inviteMember(store, await w.actor(w.people.organiser), invitation);
  return paths.invitation((await mintInvitation(store, invitationId, new Date()))!);
}

async function nameOf(accountId: string): Promise<string | undefined> {
  const row = await store.read.selectFrom("account").select("name").where("id", "=", accountId).executeTakeFirst();
  return row?.name;
}
