import { afterAll, beforeAll, expect, it } from "vitest";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { SearchNotReady } from "#app/domain/search/search-not-ready.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import type { Store } from "#db/store.ts";
import { demoPassword, demoStore } from "#tests/support/demo.ts";
import { texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";

// What people and programs are told while the search index is loaded, or its thread has crashed.

let store: Store & { folder: string };
let site: Site;
let isReady = false;
const refuse = () => Promise.reject(new SearchNotReady());

beforeAll(async () => {
  store = await demoStore();
  const index = await MemoryIndex.load(store, searchSources);
  const match: Matcher["match"] = (...given) => (isReady ? index.match(...given) : refuse());
  const matcher = { sources: searchSources, match, suggest: refuse, similar: refuse };
  site = await serve(store, {}, { matcher });
});

afterAll(async () => {
  await site.close();
  await store.close();
});

it.each([
  ["en", "The search is starting"],
  ["bs", "Pretraga se pokreće"],
])("says so in %s on the public search, which opens again by itself", async (locale, title) => {
  const browser = new PlainBrowser(site.origin);
  const page = await browser.open(`/${locale}/knowledge?q=plan`);
  expect([page.status, texts(browser, "h1")]).toEqual([503, [title]]);
  expect(page.headers.get("Retry-After")).toBe("2");
  expect(page.document.querySelector('meta[http-equiv="refresh"]')?.getAttribute("content")).toBe("2");
  expect((await browser.open(`/${locale}/news`)).status).toBe(200);
});

it.each([
  ["en", "The search is starting"],
  ["bs", "Pretraga se pokreće"],
])("shows the rest of the first page in %s, opens it again, and does not store it", async (locale, title) => {
  const browser = new PlainBrowser(site.origin);
  for (let time = 0; time < 2; time++) {
    const page = await browser.open(`/${locale}`);
    expect([page.status, page.headers.get("Refresh")]).toEqual([200, "2"]);
    expect(texts(browser, "#knowledge .empty").join()).toContain(title);
  }
  isReady = true;
  try {
    const page = await browser.open(`/${locale}`);
    expect([page.status, page.headers.get("Refresh")]).toEqual([200, null]);
    expect(texts(browser, "#knowledge .empty")).toEqual([]);
  } finally {
    isReady = false;
  }
});

it("says so inside, where a contribution and everything that does not search are shown all the same", async () => {
  const browser = new PlainBrowser(site.origin);
  await browser.signIn("consultant@demo.example", demoPassword);
  const found = await browser.open("/search?q=plan");
  expect([found.status, texts(browser, "h1")]).toEqual([503, ["The search is starting"]]);
  expect(found.document.querySelector('meta[http-equiv="refresh"]')).not.toBeNull();
  expect(found.document.title).toContain("The search is starting");
  const record = await store.read
    .selectFrom("contribution")
    .select("number")
    .where("sharing", "=", "public")
    .limit(1)
    .executeTakeFirstOrThrow();
  expect((await browser.open(`/contributions/${record.number}`)).status).toBe(200);
  expect((await browser.open("/")).status).toBe(200);
  expect((await browser.open("/references/coe-epr")).status).toBe(200);
  expect(texts(browser, "#cited .empty").join()).toContain("The search is starting");
});

it("tells programs when to ask again", async () => {
  const { id } = await store.read
    .selectFrom("account")
    .select("id")
    .where("address", "=", "consultant@demo.example")
    .executeTakeFirstOrThrow();
  const actor = await findActor(store.read, id);
  const { secret } = await createToken(store, actor, { name: "Test", scopes: ["search:read"], days: 30 }, new Date());
  const answer = await fetch(`${site.origin}/api/v1/search?q=plan`, { headers: { authorization: `Bearer ${secret}` } });
  expect([answer.status, answer.headers.get("Retry-After"), answer.headers.get("Content-Type")]).toEqual([
    503,
    "2",
    "application/problem+json",
  ]);
  expect(await answer.json()).toMatchObject({ status: 503, title: "Service Unavailable" });
});
