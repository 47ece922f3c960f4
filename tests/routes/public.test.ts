import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import type { Store } from "#db/store.ts";
import { demoPassword, demoStore } from "#tests/support/demo.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { searchIn } from "#tests/support/searching.ts";
import { type Site, serve } from "#tests/support/site.ts";

let store: Store & { folder: string };
let site: Site;

beforeAll(async () => {
  store = await demoStore();
  site = await serve(store);
});

afterAll(async () => {
  await site.close();
  await store.close();
});

const publicRecords = async () =>
  (await searchIn(store, anonymous, { query: "", locale: "en", limit: 100, types: ["contribution"] })).hits;

it("shows the first page in both languages, without scripts, small, with its alternates", async () => {
  const browser = new PlainBrowser(site.origin);
  for (const locale of ["en", "bs"]) {
    const page = await browser.open(`/${locale}`);
    expect([page.status, page.document.documentElement.getAttribute("lang")]).toEqual([200, locale]);
    expect(page.document.querySelectorAll("script").length).toBe(0);
    expect(page.document.querySelectorAll("h1").length).toBe(1);
    expect(page.document.querySelectorAll(".card").length).toBeLessThanOrEqual(3);
    expect(Buffer.byteLength(page.html)).toBeLessThan(60_000);
    const links = [...page.html.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/gi)];
    expect(links.map(([, language, href]) => [language, href])).toEqual([
      ["en", `${site.origin}/en`],
      ["bs", `${site.origin}/bs`],
    ]);
    expect(page.document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(`${site.origin}/${locale}`);
    expect(page.document.querySelector("meta[name=description]")?.getAttribute("content")).toBeTruthy();
  }
});

it("answers the same the first time and from store", async () => {
  const browser = new PlainBrowser(site.origin);
  const first = await browser.open("/en/about?first");
  const second = await browser.open("/en/about?first");
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.html).toBe(first.html);
});

it("opens communiqués and standing pages, and knows no others", async () => {
  const browser = new PlainBrowser(site.origin);
  await browser.open("/bs");
  await browser.follow("sastala se bilateralno");
  expect([browser.page.status, new URL(browser.page.url).pathname]).toEqual([
    200,
    "/bs/news/second-meeting-november-2020",
  ]);
  for (const page of ["about", "help", "privacy", "accessibility", "news", "knowledge"]) {
    expect((await browser.open(`/en/${page}`)).status).toBe(200);
  }
  for (const path of ["/en/imprint", "/bs/news/none", "/en/knowledge/REL-2020-0000", "/en/knowledge/a/b"]) {
    expect([path, (await browser.open(path)).status]).toEqual([path, 404]);
  }
});

it("leads addresses in no language of the interface to the sign-in page, like any other", async () => {
  const browser = new PlainBrowser(site.origin);
  for (const path of ["/mk", "/xx/about", "/mk/news/second-meeting-november-2020"]) {
    await browser.open(path);
    expect([path, new URL(browser.page.url).pathname]).toEqual([path, "/sign-in"]);
  }
});

it("shows public records and no others, to anybody and to those signed in", async () => {
  const hits = await publicRecords();
  expect(hits.length).toBeGreaterThan(0);
  const shown = hits[0]!;
  const hidden = await store.read
    .selectFrom("contribution")
    .select("number")
    .where("sharing", "<>", "public")
    .where("status", "not in", ["draft", "withdrawn"])
    .executeTakeFirstOrThrow();
  const visitor = new PlainBrowser(site.origin);
  const organiser = new PlainBrowser(site.origin);
  await organiser.signIn("organiser@demo.example", demoPassword);
  for (const browser of [visitor, organiser]) {
    expect(
      (await browser.open(`/en/knowledge/${shown.recordType === "contribution" ? shown.number : ""}`)).status,
    ).toBe(200);
    expect((await browser.open(`/en/knowledge/${hidden.number}`)).status).toBe(404);
    await browser.open("/en/knowledge");
    expect(browser.text).not.toContain(hidden.number);
  }
});

it("searches public records with a plain form, and keeps what was chosen", async () => {
  const browser = new PlainBrowser(site.origin);
  await browser.open("/en");
  await browser.submit({ q: "plan" }, { form: "/en/knowledge" });
  expect(new URL(browser.page.url).pathname).toBe("/en/knowledge");
  const kind = browser.page.document.querySelector<HTMLInputElement>("input[name=kind]")!.getAttribute("value")!;
  await browser.submit({ kind }, { button: "Apply filters" });
  expect(new URL(browser.page.url).search).toBe(`?q=plan&kind=${kind}`);
  expect(browser.page.document.querySelector(`input[type=checkbox][value=${kind}]`)?.hasAttribute("checked")).toBe(
    true,
  );
  expect(browser.page.document.querySelectorAll(".active a").length).toBeGreaterThan(0);
});

it("sends no script to who has to sign in", async () => {
  const visitor = new PlainBrowser(site.origin);
  for (const path of ["/sign-in", "/forgotten-password", "/reset/rst_unknown"]) {
    const { status, document, headers } = await visitor.open(path);
    expect([path, status, document.querySelectorAll("script").length]).toEqual([
      path,
      path.includes("rst") ? 404 : 200,
      0,
    ]);
    expect([path, headers.get("content-security-policy")?.includes("nonce")]).toEqual([path, false]);
  }
  await visitor.signIn("wrong@demo.example", "wrong wrong wrong");
  expect(visitor.page.status).toBe(422);
  expect(visitor.page.document.querySelector("#errors")?.hasAttribute("autofocus")).toBe(true);
  expect(visitor.page.document.querySelectorAll("script").length).toBe(0);
});

// As the server compresses what it renders.
const asSent = { params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 16 } };

it("sends pages small enough for slow connections, with all their scripts", async () => {
  const member = new PlainBrowser(site.origin);
  await member.signIn("participant.ba@demo.example", demoPassword);
  const [own] = await store.read
    .selectFrom("contribution")
    .innerJoin("account", "account.id", "contribution.author_id")
    .where("account.address", "=", "participant.ba@demo.example")
    .select("contribution.number")
    .execute();
  const pages = ["/home", "/search?q=release", "/contributions/new?kind=practice&depth=full", "/references", "/rounds"];
  for (const path of [...pages, `/contributions/${own?.number}`, `/contributions/${own?.number}/edit`]) {
    const { status, document, html } = await member.open(path);
    expect([path, status]).toEqual([path, 200]);
    const loaded = [...document.querySelectorAll("script[src], link[rel=modulepreload], link[rel=stylesheet]")];
    const addresses = new Set(loaded.map((one) => one.getAttribute("src") ?? one.getAttribute("href") ?? ""));
    let bytes = brotliCompressSync(html, asSent).length;
    for (const address of addresses) {
      const answer = await fetch(site.origin + address, { headers: { "accept-encoding": "br" } });
      bytes += Number(answer.headers.get("content-length"));
    }
    expect([path, addresses.size > 5, bytes < 150_000 ? "small" : bytes]).toEqual([path, true, "small"]);
  }
});

it("says in every page that it is HTML, or browsers lay it out as they did in the nineties", async () => {
  for (const path of ["/en", "/bs/knowledge", "/sign-in", "/nowhere"]) {
    expect([path, (await (await fetch(site.origin + path)).text()).slice(0, 15)]).toEqual([path, "<!DOCTYPE html>"]);
  }
});
