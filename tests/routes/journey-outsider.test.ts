import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { postSnapshot, signedIn } from "#tests/support/demo-people.ts";
import { counts, pathOf, said, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

// What another delegation and the public notice of a record: nothing before it is shared, everything that is shared
// at once. The tests build on one another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let selma: PlainBrowser;
let haris: PlainBrowser;
let milan: PlainBrowser;
let record: string;
const title = "Vatrogasni most prema gradu";
const reference = "coe-probation";

beforeAll(async () => {
  site = await siteWithDemo();
  [selma, haris, milan] = await Promise.all([
    signedIn(site, "participant.ba"),
    signedIn(site, "participant2.ba"),
    signedIn(site, "participant.rs"),
  ]);
});

afterAll(() => site.end());

/** Everything that could tell somebody of a record, without what differs on every request. */
async function traces(browser: PlainBrowser): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const search = ["/search", "/search?q=vatrogasni", "/search?q=most&kind=practice", `/search?q=${"prema gradu"}`];
  const addresses = ["/home", "/rounds", "/contributions", "/references", `/references/${reference}`, ...search];
  for (const address of addresses) {
    await browser.open(address);
    found[address] = browser.page.html.replace(/nonce="[^"]*"|"?[\w-]{20,}"?/g, "");
  }
  await browser.open("/rounds");
  await browser.follow("Third meeting");
  found.round = browser.text;
  return found;
}

const total = (browser: PlainBrowser) => texts(browser, ".results-main [role=status]")[0];

/** The delegation shares the record more widely; who speaks for it need not ask. */
async function share(level: string): Promise<void> {
  await haris.open(`${record}/sharing`);
  await haris.submit({ level });
  expect(said(haris)).toEqual(["Zapis se dijeli sa širim krugom."]);
}

/** Beyond the group somebody else reads it first. */
async function shareAndRead(level: string): Promise<void> {
  await haris.open(`${record}/sharing`);
  await haris.submit({ level });
  expect(said(haris)).toEqual(["Saglasnost je data. Nivo se povećava kada zapis pročita još neko."]);
  const consultant = await signedIn(site, "consultant");
  await consultant.open(`${record}/second-reading`);
  await consultant.submit({}, { button: "I have read it" });
}

it("nothing of a record that stays in its delegation", async () => {
  const before = await traces(milan);
  record = await postSnapshot(selma, "practice", title);
  await selma.open(`${record}/edit`);
  await selma.submit({ referenceId: [reference, ""], referenceRule: ["59", ""] }, { button: "intent=save" });
  expect(await traces(milan)).toEqual(before);
  await milan.open(record);
  const hidden = [milan.page.status, milan.text];
  await milan.open("/contributions/REL-2020-ZZZZ");
  expect(hidden).toEqual([404, milan.text]);
});

it("everything, with the right attribution, once the delegation shares it with the group", async () => {
  await milan.open("/search?q=vatrogasni");
  expect([total(milan), counts(milan, "beneficiary")]).toEqual(["0 results", {}]);
  await milan.open(`/references/${reference}`);
  const citing = texts(milan, "main .list-item .number");
  await share("group");
  await milan.open("/search?q=vatrogasni");
  expect([total(milan), counts(milan, "beneficiary"), counts(milan, "kind"), counts(milan, "institution")]).toEqual([
    "1 result",
    { "Bosnia and Herzegovina": 1 },
    { "Good practice": 1 },
    {},
  ]);
  await milan.follow(title);
  expect(pathOf(milan)).toBe(record);
  const [year, number] = [record.split("-")[1], record.split("/")[2]];
  expect(texts(milan, "main dd")).toEqual([
    "The working group",
    "Only the beneficiary is named",
    "Bosnia and Herzegovina",
    "Preparation for release and post-penal support",
    "Bosanski original",
    expect.stringContaining(
      `Bosnia and Herzegovina, Preparation for release and post-penal support (${year}): ${title}. ${number}. Zbornik. ${site.origin}${record} (accessed `,
    ),
  ]);
  // The round, never the session.
  expect(texts(milan, ".chain li").map((link) => link.slice(0, 5))).toEqual(["Round", "This "]);
  for (const source of ["Selma", "Centar za socijalni rad", "/sessions/"])
    expect(milan.page.html).not.toContain(source);
  await milan.open(`/references/${reference}`);
  expect(texts(milan, "main .list-item .number").sort()).toEqual([...citing, number].sort());
});

it("everything in public on the very next request once it is public, and nothing after it is lowered", async () => {
  const visitor = new PlainBrowser(site.origin);
  const address = `/bs/knowledge/${record.split("/")[2]}`;
  const seen = async () => {
    const status = (await visitor.open(address)).status;
    await visitor.open("/bs/knowledge");
    const listed = [counts(visitor, "kind")["Dobra praksa"], visitor.text.includes(title)];
    await visitor.open("/bs");
    return [status, ...listed, visitor.text.includes(title)];
  };
  const before = await seen();
  expect(before).toEqual([404, expect.any(Number), false, false]);
  // A page that is in store already.
  expect(await seen()).toEqual(before);
  await shareAndRead("public");
  expect(await seen()).toEqual([200, (before[1] as number) + 1, true, true]);
  await haris.open(`${record}/sharing`);
  await haris.submit({ level: "group" }, { button: "Smanji nivo" });
  expect(await seen()).toEqual(before);
  await share("public");
  expect((await seen())[0]).toBe(200);
  await selma.open(`${record}/withdrawal`);
  await selma.submit({ reason: "Nije tačno." });
  expect(await seen()).toEqual(before);
  await milan.open(record);
  expect(milan.page.status).toBe(404);
});

it("shows a visitor what is public, in either language", async () => {
  const visitor = new PlainBrowser(site.origin);
  const pages = ["", "/about", "/news", "/knowledge"];
  const heads: Record<string, [number, string | undefined]> = {};
  for (const path of pages.flatMap((page) => [`/en${page}`, `/bs${page}`])) {
    heads[path] = [(await visitor.open(path)).status, texts(visitor, "h1")[0]];
  }
  expect(heads).toEqual({
    "/en": [200, "Preparing for release: a regional exchange on violent extremism in prisons (demonstration)"],
    "/bs": [200, expect.stringMatching(/^Priprema za otpust: regionalna razmjena/) as unknown as string],
    "/en/about": [200, "About this platform"],
    "/bs/about": [200, "O platformi"],
    "/en/news": [200, "Communiqués"],
    "/bs/news": [200, "Saopćenja"],
    "/en/knowledge": [200, "Public knowledge"],
    "/bs/knowledge": [200, "Javno znanje"],
  });
  await visitor.open("/en/news");
  await visitor.follow("delegation by delegation");
  const communique = visitor.page.url;
  await visitor.follow("Bosanski");
  expect([visitor.page.url, visitor.page.document.documentElement.lang]).toEqual([
    communique.replace("/en/", "/bs/"),
    "bs",
  ]);
  for (const inside of ["/home", "/search", "/rounds", record]) {
    await visitor.open(inside);
    expect([pathOf(visitor), visitor.page.html.includes(title)]).toEqual(["/sign-in", false]);
  }
});
