import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { signedIn } from "#tests/support/demo-people.ts";
import { choice, choices, errors, filledIn, pathOf, rows, said } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";

// Six sessions, one with each delegation, in fewer than thirty clicks: in one go, and one after another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let nora: PlainBrowser;
let round: string;
let clicks: number;

const delegations = ["Albania", "Bosnia and Herzegovina", "Kosovo*", "Montenegro", "North Macedonia", "Serbia"];
const template = "Bilateral session: preparation for release, 125 min";

beforeAll(async () => {
  site = await siteWithDemo();
  nora = await signedIn(site, "organiser");
  await nora.submit({}, { button: "Preparation for release and post-penal support" });
});

afterAll(() => site.end());

beforeEach(async () => {
  await nora.open("/rounds/new");
  const days = { startsOn: "2099-03-02", endsOn: "2099-03-04" };
  await nora.submit(
    { "title.en": "Spring", ...days, city: "sarajevo", format: "bilateral-online" },
    { button: "Plan a round" },
  );
  round = pathOf(nora);
  clicks = 0;
});

async function follow(words: string): Promise<void> {
  clicks += 1;
  await nora.follow(words);
}

/** Fills in and sends: to choose from a list takes two clicks, to tick one for each box, to type one into the field. */
async function submit(fields: Record<string, string | string[]>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const isList = nora.page.document.querySelector(`select[name="${name}"]`) !== null;
    clicks += isList ? 2 : [value].flat().length;
  }
  clicks += 1;
  await nora.submit(fields, { button });
}

/** As the list names a session to whom nobody gave a link. */
const named = (delegation: string) => `${delegation} no link to the call yet`;
const listed = () => rows(nora, "Sessions").map(([when, name, , language, length]) => [when, name, language, length]);

it("takes one page for all of them", async () => {
  expect(rows(nora, "Without a session").map(([name]) => name)).toEqual(delegations);
  await follow("One session with each delegation");
  await submit(
    {
      templateId: choice(nora, "templateId", template),
      consultantIds: choices(nora, "consultantIds", ["Clara Ejemplo"]),
      language: "bs",
    },
    "Schedule them all",
  );
  expect([errors(nora), pathOf(nora), said(nora)]).toEqual([
    [],
    round,
    ["The sessions are scheduled. A mail with a calendar entry to everybody invited is in the outbox."],
  ]);
  expect(listed()).toEqual([
    ["Monday 2 March 2099, 09:00–11:05", named("Albania"), "Bosnian", "125 min"],
    ["Monday 2 March 2099, 11:30–13:35", named("Bosnia and Herzegovina"), "Bosnian", "125 min"],
    ["Monday 2 March 2099, 14:00–16:05", named("Kosovo*"), "Bosnian", "125 min"],
    ["Tuesday 3 March 2099, 09:00–11:05", named("Montenegro"), "Bosnian", "125 min"],
    ["Tuesday 3 March 2099, 11:30–13:35", named("North Macedonia"), "Bosnian", "125 min"],
    ["Tuesday 3 March 2099, 14:00–16:05", named("Serbia"), "Bosnian", "125 min"],
  ]);
  expect(rows(nora, "Without a session")).toEqual([]);
  expect(clicks).toBeLessThan(30);
  expect(clicks).toBe(7);
});

it("keeps what was chosen from one session to the next", async () => {
  await follow("Schedule Albania");
  const chosen = {
    templateId: choice(nora, "templateId", template),
    consultantIds: choices(nora, "consultantIds", ["Clara Ejemplo"]),
    language: "bs",
  };
  // The other test holds Clara at nine of the first day.
  await submit({ ...chosen, date: "2099-03-04" }, "Schedule, then the next one");
  expect(said(nora)).toEqual([
    "The session is scheduled, and a mail with a calendar entry to everybody invited is in the outbox. This is the next one.",
  ]);
  expect(nora.text).toContain("Bilateral session with the delegation of Bosnia and Herzegovina");
  expect(filledIn(nora, "date", "time", "minutes", "language", "templateId", "consultantIds")).toEqual({
    ...{ date: "2099-03-04", time: "11:30", minutes: "125", language: "Bosanski" },
    ...{ templateId: template, consultantIds: ["Clara Ejemplo"] },
  });
  await submit({}, "Schedule, then the next one");
  await submit({}, "Schedule, then the next one");
  // The last day is full: the first one is proposed, where Clara is in another round.
  await submit({ date: "2099-03-03", time: "16:30" }, "Schedule, then the next one");
  await submit({ date: "2099-03-02", time: "16:15" }, "Schedule, then the next one");
  await submit({ date: "2099-03-04", time: "16:15" }, "Schedule, then the next one");
  expect([errors(nora), pathOf(nora), said(nora)]).toEqual([
    [],
    round,
    [
      "The session is scheduled, and a mail with a calendar entry to everybody invited is in the outbox. Every delegation has a session now.",
    ],
  ]);
  expect(
    listed()
      .map(([, name]) => name)
      .sort(),
  ).toEqual(delegations.map(named));
  expect(clicks).toBeLessThan(30);
});

it("says in which row somebody would be in two places, and nothing is lost", async () => {
  await follow("One session with each delegation");
  const consultantIds = choices(nora, "consultantIds", ["Clara Ejemplo"]);
  await submit({ consultantIds }, "Schedule them all");
  expect(errors(nora)).toContain("Length (min): Give the length, or choose an agenda template.");
  await submit({ minutes: "60" }, "Schedule them all");
  expect([nora.page.status, errors(nora)[0]]).toEqual([
    422,
    "People would be in two sessions at once. Choose another time or other people, or confirm.",
  ]);
  const albania = nora.page.document.querySelector("ul.rows > li");
  expect(albania?.textContent).toContain("Clara Ejemplo is in “Bilateral session with the delegation of Albania”");
  expect(filledIn(nora, "minutes", "consultantIds")).toEqual({ minutes: "60", consultantIds: ["Clara Ejemplo"] });
  await submit({ confirmConflicts: "on" }, "Schedule them all");
  expect(rows(nora, "Sessions").length).toBe(6);
});
