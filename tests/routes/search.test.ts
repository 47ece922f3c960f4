import { afterAll, beforeAll, expect, it } from "vitest";
import type { Store } from "#db/store.ts";
import { demoPassword, demoStore } from "#tests/support/demo.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";

let store: Store & { folder: string };
let site: Site;
let browser: PlainBrowser;

beforeAll(async () => {
  store = await demoStore();
  site = await serve(store);
  browser = new PlainBrowser(site.origin);
  await browser.signIn("consultant@demo.example", demoPassword);
});

afterAll(async () => {
  await site.close();
  await store.close();
});

const numbers = () =>
  [...browser.page.document.querySelectorAll(".results-main .number")].map((node) => node.textContent);

it("finds the same in either script and marks the words of the original", async () => {
  await browser.open(`/search?q=${encodeURIComponent("размена информација")}`);
  const cyrillic = numbers();
  await browser.open("/search?q=razmjena+informacija");
  expect(numbers()).toEqual(cyrillic);
  expect(cyrillic.length).toBeGreaterThan(0);
  expect(browser.page.document.querySelectorAll(".hit mark").length).toBeGreaterThan(0);
});

it("shows a reference by its number first", async () => {
  await browser.open("/search?q=cm+rec+2010+1");
  expect(browser.page.document.querySelector(".results-main .list-item")?.textContent).toContain("CM/Rec(2010)1");
  await browser.follow("Council of Europe Probation Rules");
  expect(new URL(browser.page.url).pathname).toBe("/references/coe-probation");
});

it("narrows by ticks, and widens by the links of the filters in force", async () => {
  await browser.open("/search");
  const all = browser.text;
  await browser.submit({ kind: ["need", "lesson"] }, { button: "Apply filters" });
  // A form sends its empty fields too, and is led on.
  expect(new URL(browser.page.url).search).toBe("?kind=need&kind=lesson");
  expect(browser.text).not.toBe(all);
  await browser.follow("Lesson");
  expect(new URL(browser.page.url).search).toBe("?kind=need");
  await browser.follow("Need");
  expect(new URL(browser.page.url).search).toBe("");
  expect(browser.text).toBe(all);
});

it("ticks what was typed, and takes it out of the words when it is removed", async () => {
  await browser.open(`/search?q=${encodeURIComponent("plan kind:need,lesson")}`);
  const ticked = [...browser.page.document.querySelectorAll("input[name=kind][checked]")];
  expect(ticked.map((input) => input.getAttribute("value"))).toEqual(["need", "lesson"]);
  await browser.follow("Lesson");
  expect(new URL(browser.page.url).search).toBe("?q=plan&kind=need");
});

const field = (name: string) => browser.page.document.querySelector(`.facets [name=${name}]`);
const inForce = () =>
  [...browser.page.document.querySelectorAll(".active a")].map((link) => link.firstChild?.textContent?.trim());
const chosen = () => field("evidence")?.querySelector("option[selected]")?.getAttribute("value");

it("asks for dates, stages and translations without typing", async () => {
  await browser.open("/search?q=plan");
  await browser.submit(
    { after: "2019-11-04", before: "2031-01-01", evidence: ">=3", has: ["translation", "references"] },
    { button: "Apply filters" },
  );
  const { searchParams } = new URL(browser.page.url);
  expect([...searchParams]).toEqual([
    ...[
      ["q", "plan"],
      ["after", "2019-11-04"],
      ["before", "2031-01-01"],
      ["evidence", ">=3"],
    ],
    ...[
      ["has", "translation"],
      ["has", "references"],
    ],
  ]);
  expect(inForce()).toEqual([
    ...["Evidence stage at least 3", "Before 1 Jan 2031", "From 4 Nov 2019", "With a translation", "With references"],
    "Remove all filters",
  ]);
  expect([field("after"), field("before")].map((input) => input?.getAttribute("value"))).toEqual([
    "2019-11-04",
    "2031-01-01",
  ]);
  expect(chosen()).toBe(">=3");
  await browser.follow("From 4 Nov 2019");
  const narrowed = new URL(browser.page.url).searchParams;
  expect([narrowed.get("after"), narrowed.get("before"), narrowed.get("evidence")]).toEqual([
    null,
    "2031-01-01",
    ">=3",
  ]);
  await browser.follow("Remove all filters");
  expect(new URL(browser.page.url).search).toBe("?q=plan");
});

it("shows in the panel what was typed, and keeps what the panel has no field for", async () => {
  const typed = 'plan after:"4. studenog 2019" after:2018 before:2031 date:2019-2030 evidence:1..4 has:summary';
  await browser.open(`/search?q=${encodeURIComponent(typed)}`);
  expect([field("after"), field("before")].map((input) => input?.getAttribute("value"))).toEqual([
    "2019-11-04",
    "2031-01-01",
  ]);
  expect(chosen()).toBe("1..4");
  await browser.submit({}, { button: "Apply filters" });
  expect(Object.fromEntries(new URL(browser.page.url).searchParams)).toEqual({
    ...{ q: "plan", after: "2019-11-04", before: "2031-01-01", date: "2019-01-01..2030-12-31" },
    ...{ evidence: "1..4", has: "summary" },
  });
  await browser.open(`/search?q=${encodeURIComponent("plan date:31.2.2020")}`);
  expect(browser.text).toContain("“date: 31.2.2020” is not a date.");
});

it("says what to try when nothing is found", async () => {
  await browser.open("/search?q=xyzzyplugh");
  expect(browser.page.status).toBe(200);
  expect(browser.text).toContain("Nothing was found");
});

it("escapes what was typed", async () => {
  await browser.open(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  expect(browser.page.status).toBe(200);
  expect(browser.page.document.querySelector("main img")).toBeNull();
});

it("takes any parameters", async () => {
  for (const query of [
    "?kind=&kind=%00",
    "?cursor=abc&sort=none",
    "?theme=T99,T01&round=x&round=y",
    `?q=${"a".repeat(5000)}`,
  ]) {
    expect([query, (await browser.open(`/search${query}`)).status]).toEqual([query, 200]);
  }
});

it("lists references and filters them by text", async () => {
  await browser.open("/references");
  expect(browser.page.document.querySelectorAll("main .list-item").length).toBe(53);
  await browser.submit({ q: "ERG22+" }, { form: "/references" });
  await browser.follow("Extremism Risk");
  expect(browser.text).toContain("ERG-R");
  expect((await browser.open("/references/none")).status).toBe(404);
});

it("leads from words that name a theme to all its records, in every language", async () => {
  await browser.open("/search?q=exchange+of+information+kind:practice,need,challenge,lesson,proposal");
  await browser.follow("the theme Information exchange and data protection");
  const { searchParams } = new URL(browser.page.url);
  expect([searchParams.get("theme"), searchParams.get("q") ?? "", searchParams.has("kind")]).toEqual(["T12", "", true]);
  const found = browser.text;
  await browser.open("/search?q=razmjena+informacija");
  const link = [...browser.page.document.querySelectorAll(".results-main a")].find((one) =>
    one.textContent?.includes("the theme Information exchange"),
  );
  const count = Number(/^\d+/.exec(link?.textContent?.trim() ?? "")?.[0]);
  expect(count).toBeGreaterThan(5);
  expect(found).toContain(`${count} results`);
});

it("corrects what was meant as a filter by a link, in the word of the page", async () => {
  const nearOf = (page: PlainBrowser) => {
    const link = page.page.document.querySelector(
      ".results-main p.minor a[href*=theme], .results-main p.minor a[href*=tema]",
    );
    return [link?.textContent, new URL(link?.getAttribute("href") ?? "", site.origin).searchParams.get("q")];
  };
  await browser.open("/search?q=plan+tmea:T05");
  expect(nearOf(browser)).toEqual(["theme:", "plan theme:T05"]);
  const bosnian = new PlainBrowser(site.origin);
  await bosnian.signIn("participant.ba@demo.example", demoPassword);
  await bosnian.open("/search?q=plan+thema:T05");
  expect(nearOf(bosnian)).toEqual(["tema:", "plan tema:T05"]);
});
