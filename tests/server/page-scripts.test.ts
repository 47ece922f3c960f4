import { join } from "node:path";
import { expect, it } from "vitest";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { readPageScripts } from "#app/server/page-scripts.server.ts";

const scripts = readPageScripts(join(import.meta.dirname, "../../build/client/assets"));
const all = Object.keys(messagesOf("bs"));

it("tells of each built page what it asks for, which is far from everything", () => {
  const keysOf = (page: string) => new Set(all.filter(scripts.asks(page)));
  const search = keysOf(scripts.pageAt("/search"));
  expect(scripts.pageAt("/search")).toBe("routes/search/search");
  expect([search.has("shell.skip"), search.has("search.title")]).toEqual([true, true]);
  expect(
    Array.from(search).filter((key) => /^(plan|minutes|availability|calendars)\.(?!title|open)/.test(key)),
  ).toEqual([]);
  for (const page of scripts.all()) expect([page, keysOf(page).size < all.length / 3]).toEqual([page, true]);
});

it("knows the data of a page as that page, and what no page has as the page that says so", () => {
  expect(scripts.pageAt("/rounds/x.data")).toBe(scripts.pageAt("/rounds/x"));
  expect(scripts.pageAt("/_root.data")).toBe(scripts.pageAt("/"));
  expect(scripts.pageAt("/no/such/page/at/all/ever")).toBe("routes/public/nowhere");
});
