import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { postSnapshot, signedIn } from "#tests/support/demo-people.ts";
import { choice, counts, pathOf, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";

// A consultant finds what a delegation posted, by words and by filters, and follows it back to where it was said.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let joost: PlainBrowser;
let challenge: string;
const practiceTitle = "Komšije čuvaju vezu s porodicom";
const challengeTitle = "Smještaj ističe drugog mjeseca";

beforeAll(async () => {
  site = await siteWithDemo();
  const selma = await signedIn(site, "participant.ba");
  await postSnapshot(selma, "practice", practiceTitle);
  challenge = await postSnapshot(selma, "challenge", challengeTitle);
  await selma.open(`${challenge}/edit`);
  const row = { referenceId: ["coe-probation", ""], referenceRule: ["59", ""] };
  await selma.submit({ ...row, themes: ["T10"], phase: "post-penal" }, { button: "intent=save" });
  joost = await signedIn(site, "consultant");
});

afterAll(() => site.end());

const titles = () => texts(joost, ".results-main .item-title");
const total = () => Number(/(\d+) results?$/.exec(tally())?.[1] ?? /of (\d+)$/.exec(tally())?.[1]);
const tally = () => texts(joost, ".results-main [role=status]")[0] ?? "";

it.each([
  ["komsije porodicom", "without diacritics", practiceTitle],
  ["комшије породицом", "in Cyrillic", practiceTitle],
  ["KOMŠIJAMA porodica", "in another form", practiceTitle],
  ["smestaj istice", "without diacritics, in Ekavian", challengeTitle],
  ["смјештај истиче", "in Cyrillic", challengeTitle],
])("finds by «%s», %s", async (words, _how, title) => {
  await joost.open("/home");
  await joost.submit({ q: words }, { form: "/search" });
  expect([pathOf(joost), titles()[0]]).toEqual(["/search", title]);
  const marked = texts(joost, ".results-main .item-title mark, .results-main .list-item mark");
  expect(marked.length).toBeGreaterThanOrEqual(2);
});

it("shows on every filter how many it leaves, and leaves so many", async () => {
  const values: [string, string][] = [
    ["kind", "Challenge"],
    ["theme", "Post-penal support"],
    ["beneficiary", "Bosnia and Herzegovina"],
    ["institution", "Centre for social work"],
    ["round", "Third meeting, bilateral online sessions"],
  ];
  await joost.open("/search");
  for (const [field, label] of values) {
    await joost.open("/search");
    const expected = counts(joost, field)[label];
    await joost.submit({ [field]: choice(joost, field, label) }, { button: "Apply filters" });
    expect([field, total()]).toEqual([field, expected]);
    expect(texts(joost, ".active a").map((one) => one.startsWith(label))).toEqual([true]);
  }
});

it("narrows by filters one after the other, down to the session", async () => {
  await joost.open("/search");
  const ticks: [string, string][] = [
    ["kind", "Challenge"],
    ["beneficiary", "Bosnia and Herzegovina"],
  ];
  for (const [field, label] of ticks) {
    await joost.submit({ [field]: choice(joost, field, label) }, { button: "Apply filters" });
  }
  const sessions = counts(joost, "session");
  expect(Object.values(sessions)).toEqual([1, 4, 1]);
  await joost.submit({ session: choice(joost, "session", Object.keys(sessions)[0]!) }, { button: "Apply filters" });
  expect([titles(), tally()]).toEqual([[challengeTitle], "1 result"]);
  // What else the session gave is one tick away.
  expect(counts(joost, "kind")).toEqual({ "Good practice": 1, Challenge: 1, "Agenda item": 10 });
});

it("opens the record and follows the chain back to the agenda item, and the reference to its page", async () => {
  await joost.follow(challengeTitle);
  expect(pathOf(joost)).toBe(challenge);
  const item = "Bilježimo: izazovi u prelaznom periodu";
  const link = [...joost.page.document.querySelectorAll(".chain a")].find((one) => one.textContent === item)!;
  const target = new URL(link.getAttribute("href")!, joost.page.url);
  await joost.open(target.pathname);
  expect(texts(joost, `${target.hash} > [lang]`)).toEqual([item]);
  expect(texts(joost, "#records .item-title")).toEqual([practiceTitle, challengeTitle]);
  await joost.follow(challengeTitle);
  await joost.follow("Council of Europe Probation Rules");
  expect(pathOf(joost)).toBe("/references/coe-probation");
  expect(texts(joost, "main .item-title")).toContain(challengeTitle);
});
