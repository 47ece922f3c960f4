import { afterAll, beforeAll, expect, it } from "vitest";
import type { Store } from "#db/connect.server.ts";
import { demoPassword, demoStore } from "#tests/support/demo.ts";
import { Reader } from "#tests/support/reader.ts";
import { type Site, serve } from "#tests/support/site.ts";

let store: Store & { folder: string };
let site: Site;
let reader: Reader;

beforeAll(async () => {
  store = await demoStore();
  site = await serve(store);
  reader = new Reader(site.origin);
  await reader.signIn("consultant@demo.example", demoPassword);
});

afterAll(async () => {
  await site.close();
  await store.close();
});

const numbers = () => [...reader.page.document.querySelectorAll(".results-main .nr")].map((node) => node.textContent);

it("finds the same in either script and marks the words of the original", async () => {
  await reader.open(`/search?q=${encodeURIComponent("размена информација")}`);
  const cyrillic = numbers();
  await reader.open("/search?q=razmjena+informacija");
  expect(numbers()).toEqual(cyrillic);
  expect(cyrillic.length).toBeGreaterThan(0);
  expect(reader.page.document.querySelectorAll(".hit mark").length).toBeGreaterThan(0);
});

it("shows a reference by its number first", async () => {
  await reader.open("/search?q=cm+rec+2010+1");
  expect(reader.page.document.querySelector(".results-main .rec")?.textContent).toContain("CM/Rec(2010)1");
  await reader.follow("Council of Europe Probation Rules");
  expect(new URL(reader.page.url).pathname).toBe("/references/coe-probation");
});

it("narrows by ticks, and widens by the links of the filters in force", async () => {
  await reader.open("/search");
  const all = reader.text;
  await reader.submit({ kind: ["need", "lesson"] }, { button: "Apply filters" });
  expect(new URL(reader.page.url).search).toBe("?kind=need&kind=lesson");
  expect(reader.text).not.toBe(all);
  await reader.follow("Lesson");
  expect(new URL(reader.page.url).search).toBe("?kind=need");
  await reader.follow("Need");
  expect(new URL(reader.page.url).search).toBe("");
  expect(reader.text).toBe(all);
});

it("ticks what was typed, and takes it out of the words when it is removed", async () => {
  await reader.open(`/search?q=${encodeURIComponent("plan kind:need,lesson")}`);
  const ticked = [...reader.page.document.querySelectorAll("input[name=kind][checked]")];
  expect(ticked.map((input) => input.getAttribute("value"))).toEqual(["need", "lesson"]);
  await reader.follow("Lesson");
  expect(new URL(reader.page.url).search).toBe("?q=plan&kind=need");
});

it("says what to try when nothing is found", async () => {
  await reader.open("/search?q=xyzzyplugh");
  expect(reader.page.status).toBe(200);
  expect(reader.text).toContain("Nothing was found");
});

it("escapes what was typed", async () => {
  await reader.open(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  expect(reader.page.status).toBe(200);
  expect(reader.page.document.querySelector("main img")).toBeNull();
});

it("takes any parameters", async () => {
  for (const query of [
    "?kind=&kind=%00",
    "?cursor=abc&sort=none",
    "?theme=T99,T01&round=x&round=y",
    `?q=${"a".repeat(5000)}`,
  ]) {
    expect([query, (await reader.open(`/search${query}`)).status]).toEqual([query, 200]);
  }
});

it("lists references and filters them by text", async () => {
  await reader.open("/references");
  expect(reader.page.document.querySelectorAll("main .rec").length).toBe(53);
  await reader.submit({ q: "ERG22+" }, { form: "/references" });
  await reader.follow("Extremism Risk");
  expect(reader.text).toContain("ERG-R");
  expect((await reader.open("/references/none")).status).toBe(404);
});
