import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { calendarFacts } from "#tests/support/calendar-facts.ts";
import { mailsAbout, signedIn, statusesFor } from "#tests/support/demo-people.ts";
import { choice, choices, errors, filledIn, pathOf, said, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";
import { clock } from "#tests/support/zone-clock.ts";

// An organiser works on a session that is scheduled: its agenda, its people, its time, its end. The tests build on one
// another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let nora: PlainBrowser;
let session: string;
let seen: string[] = [];

/** Mails about sessions with the delegation that were not there when asked last. */
async function fresh(): Promise<string[]> {
  const all = (await mailsAbout(site, nora, "Albania")).filter(
    (mail) => !mail.endsWith("something newer took its place"),
  );
  const found = all.filter((mail) => !seen.includes(mail));
  seen = all;
  return found;
}

beforeAll(async () => {
  site = await siteWithDemo();
  nora = await signedIn(site, "organiser");
  await nora.follow("Bilateral session with the delegation of Albania");
  session = pathOf(nora);
  seen = await mailsAbout(site, nora, "Albania");
});

afterAll(() => site.end());

const items = () => texts(nora, ".order > li a.strong");
const starts = () => texts(nora, ".order > li .fact-line").map((line) => /^\d\d:\d\d|^off the clock/.exec(line)?.[0]);
const agenda = [
  "Preparation of the consultants",
  "Welcome and purpose of the session",
  "European practice: planning release as a team",
  "Discussion",
  "Capture: good practices before and after release",
  "Break",
  "Capture: challenges in the transition",
  "Capture: needs",
  "Capture: proposals",
  "Any other business",
];
const visit = "A visit to the release unit";

it("adds a template and an item by hand", async () => {
  await nora.open(session);
  await nora.follow("Edit the agenda");
  expect(items()).toEqual(agenda);
  expect([texts(nora, ".nav-main [aria-current=page]"), texts(nora, ".breadcrumbs li").slice(0, 2)]).toEqual([
    ["Rounds"],
    ["Rounds", "Third meeting, bilateral online sessions"],
  ]);
  await nora.follow("Use a template");
  const templateId = choice(nora, "templateId", "Bilateral session: capacity building and training");
  await nora.submit({ templateId, mode: "replace" }, { button: "Use a template" });
  expect([said(nora), items()[2]]).toEqual([
    ["The items of the template are on the agenda."],
    "European practice: training mixed teams",
  ]);
  await nora.follow("Use a template");
  const release = choice(nora, "templateId", "Bilateral session: preparation for release");
  await nora.submit({ templateId: release, mode: "replace" }, { button: "Use a template" });
  expect(items()).toEqual(agenda);
  await nora.follow("Add an item");
  const typed = { title: "", minutes: "0", description: "Who shows the unit?" };
  await nora.submit(typed, { button: "Add an item" });
  expect([nora.page.status, errors(nora)]).toEqual([
    422,
    ["Title: This is needed.", "Length (min): Give a number of minutes from 1 to 480."],
  ]);
  expect(filledIn(nora, ...Object.keys(typed))).toEqual(typed);
  await nora.submit({ title: visit, minutes: "10", kind: "presentation" }, { button: "Add an item" });
  expect([said(nora), items()]).toEqual([["The item was added at the end."], [...agenda, visit]]);
  expect(starts().slice(-2)).toEqual(["15:30", "15:35"]);
});

it("moves items up and down, and the times follow", async () => {
  await nora.submit({}, { button: `Move up: ${visit}` });
  await nora.submit({}, { button: `Move up: ${visit}` });
  expect(items()).toEqual([...agenda.slice(0, 8), visit, ...agenda.slice(8)]);
  expect(starts().slice(-3)).toEqual(["15:15", "15:25", "15:40"]);
  await nora.submit({}, { button: `Move down: ${visit}` });
  expect(items()).toEqual([...agenda.slice(0, 9), visit, "Any other business"]);
  const besa = await signedIn(site, "participant.al");
  await besa.open(session);
  expect(texts(besa, ".agenda > li > [lang]")).toEqual([...agenda.slice(1, 9), visit, "Any other business"]);
  await besa.open(`${session}/agenda`);
  expect(besa.page.status).toBe(403);
});

it("sets all lengths at once, and shows what somebody else saved meanwhile", async () => {
  const joost = await signedIn(site, "consultant");
  for (const one of [nora, joost]) await one.open(`${session}/agenda`);
  const field = (one: PlainBrowser, title: string) =>
    one.page.document.querySelectorAll(".order .length input")[items().indexOf(title)]?.getAttribute("name") ?? "";
  const [discussion, walk] = [field(nora, "Discussion"), field(nora, visit)];
  expect(texts(nora, "main [role=status]")).toEqual(["135 of 135 minutes."]);
  await nora.submit({ [discussion]: "0" }, { button: "Save the lengths" });
  expect([nora.page.status, errors(nora)]).toEqual([
    422,
    ["Discussion, length (min): Give a number of minutes from 1 to 480."],
  ]);
  await nora.submit({ [discussion]: "10" }, { button: "Save the lengths" });
  expect([said(nora), starts()[4]]).toEqual([["The lengths were saved."], "14:05"]);
  expect(texts(nora, "main [role=status]")).toEqual(["130 of 135 minutes. 5 minutes are left."]);
  await joost.submit({ [discussion]: "15", [walk]: "20" }, { button: "Save the lengths" });
  expect([joost.page.status, texts(joost, "main .notice--warn")[0]]).toEqual([
    409,
    expect.stringMatching(/Taken over.*Discussion/i),
  ]);
  await joost.submit({ [discussion]: "15" }, { button: "Save the lengths" });
  expect(texts(joost, "main .notice--warn")).toEqual([
    "The agenda is 10 minutes longer than the session. Shorten an item or lengthen the session.",
  ]);
  await joost.submit({ [walk]: "10" }, { button: "Save the lengths" });
  expect(said(joost)).toEqual(["The lengths were saved."]);
});

it("edits an item, shows what somebody else saved meanwhile, removes and puts back", async () => {
  const joost = await signedIn(site, "consultant");
  for (const one of [nora, joost]) {
    await one.open(`${session}/agenda`);
    await one.follow(visit);
  }
  await joost.submit({ minutes: "20" }, { button: "Save" });
  await nora.submit({ title: "A walk through the release unit" }, { button: "Save" });
  expect([nora.page.status, texts(nora, "main .notice--warn + dl dd")]).toEqual([409, []]);
  expect(texts(nora, "main .notice--warn")[0]).toMatch(/Taken over.*Length \(min\)/i);
  await nora.submit({ minutes: "20", visibility: "internal" }, { button: "Save" });
  expect([said(nora), items()[9]]).toEqual([["The item was saved."], "A walk through the release unit"]);
  await nora.follow("Remove A walk through");
  await nora.submit({}, { button: "Remove" });
  expect(items()).toEqual(agenda);
  await nora.submit({}, { button: "Put back A walk through" });
  expect(items()).toEqual([...agenda, "A walk through the release unit"]);
});

it("changes the people: who joins is invited, who leaves is told, for the others nothing changes", async () => {
  await nora.open(session);
  await nora.follow("Edit");
  expect(filledIn(nora, "time", "minutes", "consultantIds", "delegateIds")).toEqual({
    time: "13:30",
    minutes: "135",
    consultantIds: ["Clara Ejemplo", "Joost Voorbeeld"],
    delegateIds: ["Arben Ilustrimi", "Besa Shembulli"],
  });
  const people = {
    consultantIds: choices(nora, "consultantIds", ["Joost Voorbeeld", "Piotr Przykładowy"]),
    delegateIds: choices(nora, "delegateIds", ["Besa Shembulli"]),
  };
  await nora.submit(people, { button: "Save and tell those concerned" });
  expect(said(nora)).toEqual(["The session was changed. A mail to those concerned is in the outbox."]);
  expect(await fresh()).toEqual([
    "Invitation to Piotr Przykładowy: kept, not sent",
    "No longer invited to Arben Ilustrimi: kept, not sent",
    "No longer invited to Clara Ejemplo: kept, not sent",
  ]);
  expect(await statusesFor(site, session, ["participant.al", "participant2.al", "consultant2", "consultant3"])).toEqual(
    {
      "participant.al": 200,
      "participant2.al": 404,
      consultant2: 404,
      consultant3: 200,
    },
  );
});

it("moves the session: everybody invited is told, with the same entry in a new place", async () => {
  await nora.open(`${session}/edit`);
  await nora.submit({ time: "16:00", minutes: "60" }, { button: "Save and tell those concerned" });
  expect(said(nora)).toEqual(["The session was moved. A mail to everybody invited is in the outbox."]);
  expect(await fresh()).toEqual([
    "Moved to Besa Shembulli: kept, not sent",
    "Moved to Joost Voorbeeld: kept, not sent",
    "Moved to Piotr Przykładowy: kept, not sent",
  ]);
  await nora.follow("Moved: Bilateral");
  const { method, sequence, times, uid } = calendarFacts(nora.page.document.querySelector("pre")!.textContent!);
  expect([method, sequence, uid]).toEqual(["REQUEST", 2, `${session.split("/")[2]}@localhost`]);
  expect(times.map((time) => clock(time, "Europe/Sarajevo").slice(11))).toEqual(["16:00", "17:00"]);
});

it("cancels it: everybody invited gets a mail that takes it off the calendar", async () => {
  await nora.open(session);
  await nora.follow("Cancel the session");
  await nora.submit({ reason: " " }, { button: "Cancel and tell everybody" });
  expect([nora.page.status, errors(nora)]).toEqual([422, ["Reason: This is needed."]]);
  await nora.submit({ reason: "The line is down." }, { button: "Cancel and tell everybody" });
  expect(said(nora)).toEqual(["The session was cancelled. A mail to everybody invited is in the outbox."]);
  expect(texts(nora, ".notice--bad")).toEqual(["This session was cancelled. The line is down."]);
  expect(await fresh()).toEqual([
    "Cancelled to Besa Shembulli: kept, not sent",
    "Cancelled to Joost Voorbeeld: kept, not sent",
    "Cancelled to Piotr Przykładowy: kept, not sent",
  ]);
  await nora.follow("Cancelled: Bilateral");
  const { method, sequence } = calendarFacts(nora.page.document.querySelector("pre")!.textContent!);
  expect([method, sequence]).toEqual(["CANCEL", 3]);
  const besa = await signedIn(site, "participant.al");
  const links = [...besa.page.document.querySelectorAll("main a")].map((one) => one.getAttribute("href"));
  expect(links.filter((href) => href?.startsWith(session))).toEqual([]);
  await nora.open(`${session}/edit`);
  expect([nora.page.status, nora.page.document.querySelector("main form")]).toEqual([422, null]);
});
