import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { signedIn } from "#tests/support/demo-people.ts";
import { errors, filledIn, pathOf, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

// What people read when something cannot be: in their language, with a way on, and nothing of the inside.

let site: Awaited<ReturnType<typeof siteWithDemo>>;

beforeAll(async () => {
  site = await siteWithDemo();
});

afterAll(() => site.end());

const visitor = (language: string) => new PlainBrowser(site.origin, { "accept-language": language });

/** Status, language and headline of the page; nothing of the inside may be on it. */
function told(browser: PlainBrowser) {
  expect(browser.page.html).not.toMatch(/node_modules|\.[jt]sx?:\d+|\n\s+at \S|SQLITE_|build\/server/);
  return [browser.page.status, browser.page.document.documentElement.lang, texts(browser, "h1")[0]];
}

describe.each([
  ["en", ["Page not found", "Not allowed", "Too large"]],
  ["bs", ["Stranica nije pronađena", "Nije dopušteno", "Preveliko"]],
])("in the language of the browser, %s", (language, [missing, forbidden, large]) => {
  it("says that there is no such page", async () => {
    const browser = visitor(language);
    for (const path of [`/${language}/nothing`, `/${language}/news/nothing`, "/en%2fnews", `/${language}//news`]) {
      await browser.open(path);
      expect([path, ...told(browser)]).toEqual([path, 404, language, missing]);
    }
  });

  it("says that a form came from elsewhere or is too large", async () => {
    const browser = visitor(language);
    const body = new URLSearchParams({ address: "a@b.example", password: "x" });
    await browser.request("POST", "/sign-in", body, { origin: "https://evil.example" });
    expect(told(browser)).toEqual([403, language, forbidden]);
    await browser.request("POST", "/sign-in", new URLSearchParams({ address: "a".repeat(1_100_000) }));
    expect(told(browser)).toEqual([413, language, large]);
  });
});

it("follows the language of the account, not of the browser", async () => {
  const selma = await signedIn(site, "participant.ba");
  await selma.open("/sessions/0000000000000000");
  expect(told(selma)).toEqual([404, "bs", "Stranica nije pronađena"]);
  await selma.open("/rounds/new");
  expect(told(selma)).toEqual([403, "bs", "Nije dopušteno"]);
});

it("says on a page what cannot be opened any more", async () => {
  const nora = await signedIn(site, "organiser");
  await nora.follow("Bilateral session with the delegation of Albania");
  const session = pathOf(nora);
  await nora.open(`${session}/cancellation`);
  await nora.submit({ reason: "The line is down." }, { button: "Cancel and tell everybody" });
  await nora.open(`${session}/edit`);
  expect(told(nora)).toEqual([422, "en", "This could not be done"]);
});

it("names its address to who asks for another one", async () => {
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve) => {
    const { port } = new URL(site.origin);
    httpRequest({ port, path: "/en", headers: { host: "other.example" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
    }).end();
  });
  expect([answer.status, answer.text.includes(site.origin), answer.text.includes("other.example")]).toEqual([
    421,
    true,
    false,
  ]);
});

it.each([
  [
    "en",
    "Address or password is wrong. Check both and try again.",
    "Too many attempts. Wait 15 minutes and try again.",
  ],
  [
    "bs",
    "Adresa ili lozinka nije tačna. Provjerite oboje i pokušajte ponovo.",
    "Previše pokušaja. Sačekajte 15 minuta i pokušajte ponovo.",
  ],
])(
  "says in %s that address and password do not fit, and after many attempts to wait",
  async (language, wrong, wait) => {
    const browser = visitor(language);
    const address = `${language}@demo.example`;
    await browser.signIn(address, "wrong password");
    expect([browser.page.status, errors(browser), filledIn(browser, "address")]).toEqual([422, [wrong], { address }]);
    for (let attempt = 1; attempt < 10; attempt++) await browser.submit({ address, password: "wrong password" });
    expect(browser.page.status).toBe(422);
    await browser.submit({ address, password: "wrong password" });
    expect([browser.page.status, errors(browser)]).toEqual([429, [wait]]);
    expect(Number(browser.page.headers.get("retry-after"))).toBeGreaterThan(60);
  },
);

it("does not do again what was sent twice, and refuses another text under the same key", async () => {
  const selma = await signedIn(site, "participant.ba");
  await selma.open("/contributions/new?kind=need");
  const form = selma.page;
  const need = { title: "Obuka za mentore", summary: "Za službe izvan zatvora." };
  await selma.submit(need, { button: "intent=submit" });
  const record = pathOf(selma);
  selma.page = form;
  await selma.submit(need, { button: "intent=submit" });
  expect(pathOf(selma)).toBe(record);
  selma.page = form;
  await selma.submit({ ...need, title: "Nešto drugo" }, { button: "intent=submit" });
  expect([selma.page.status, errors(selma), filledIn(selma, "title")]).toEqual([
    409,
    [
      "Ovaj obrazac je već poslan i ono što je njime nastalo je sačuvano. Sada je u obrascu nešto drugo, i to nije sačuvano. Možete izmijeniti ono što je nastalo, ili ponovo pritisnuti dugme: tada iz ovog obrasca nastaje još jedno.",
      "Otvorite ono što je nastalo",
    ],
    { title: "Nešto drugo" },
  ]);
  expect(selma.page.document.querySelector(`.errors a[href="${record}"]`)).not.toBeNull();
  await selma.submit({}, { button: "intent=submit" });
  expect([selma.trail, texts(selma, "h1")]).toEqual([[303, 200], ["Nešto drugo"]]);
});

it("changes the language and stays on the page", async () => {
  const browser = visitor("en");
  await browser.open("/sign-in?redirectTo=%2Frounds");
  await browser.submit({}, { button: "language=bs" });
  expect([browser.page.url, browser.page.document.documentElement.lang]).toEqual([
    `${site.origin}/sign-in?redirectTo=%2Frounds`,
    "bs",
  ]);
  const milan = await signedIn(site, "participant.rs");
  await milan.open("/search?kind=need&sort=newest");
  await milan.submit({}, { button: "language=bs" });
  expect([milan.page.url, milan.page.document.documentElement.lang]).toEqual([
    `${site.origin}/search?kind=need&sort=newest`,
    "bs",
  ]);
  // It is the language of the account from now on.
  expect((await signedIn(site, "participant.rs")).page.document.documentElement.lang).toBe("bs");
  await browser.open("/en/about");
  await browser.follow("Bosanski");
  expect(pathOf(browser)).toBe("/bs/about");
});
