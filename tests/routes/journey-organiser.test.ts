import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { calendarFacts } from "#tests/support/calendar-facts.ts";
import { mailsAbout, signedIn, statusesFor } from "#tests/support/demo-people.ts";
import { choice, choices, errors, filledIn, pathOf, rows, said, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";
import { cityOn, clock, daysAfter } from "#tests/support/zone-clock.ts";

// An organiser schedules a session for a delegation that has none; the tests build on one another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let nora: PlainBrowser;
let round: string;
let session: string;
/** Second day of the coming round. */
let day: string;

beforeAll(async () => {
  site = await siteWithDemo();
  nora = await signedIn(site, "organiser");
});

afterAll(() => site.end());

const startOf = (browser: PlainBrowser) => /<time datetime="([^"]+)"/i.exec(browser.page.html)?.[1] ?? "";

it("sees what awaits, in the group chosen", async () => {
  await nora.submit({}, { button: "Screening, risk and needs assessment" });
  expect(texts(nora, ".group-name")).toEqual(["Working group: Screening, risk and needs assessment"]);
  expect(rows(nora, "Without a session")).toEqual([]);
  await nora.submit({}, { button: "Preparation for release and post-penal support" });
  expect(rows(nora, "Without a session").map(([name]) => name)).toEqual(["Kosovo*", "Montenegro", "North Macedonia"]);
  await nora.follow("Third meeting");
  round = pathOf(nora);
  expect(rows(nora, "Sessions").map(([, name, people]) => [name, people])).toEqual([
    ["Bosnia and Herzegovina", "Joost Voorbeeld, Piotr Przykładowywith an interpreter: Tina Tumačić"],
    ["Albania", "Clara Ejemplo, Joost Voorbeeld"],
    ["Serbia", "Clara Ejemplo, Piotr Przykładowywith an interpreter: Tina Tumačić"],
  ]);
});

it("is told what cannot be, and nothing typed is lost", async () => {
  await nora.follow("Schedule Montenegro");
  const first = nora.page.document.querySelector("input[name=date]")?.getAttribute("min") ?? "";
  day = daysAfter(first, 1);
  expect(filledIn(nora, "delegateIds", "attribution")).toEqual({
    delegateIds: ["Ana Primjerić", "Luka Ogledni"],
    attribution: ["Only the beneficiary is named"],
  });
  const typed = {
    date: daysAfter(first, 5),
    time: "10:30",
    minutes: "90",
    language: "cnr",
    joinLink: "javascript:alert(1)",
    consultantIds: choices(nora, "consultantIds", ["Clara Ejemplo", "Joost Voorbeeld"]),
    templateId: choice(nora, "templateId", "Bilateral session: preparation for release, 125 min"),
  };
  const badDay = "Day: This day is not a day of the round.";
  const badLink = "Link to the call: Give a whole address that begins with https:// or http://.";
  await nora.submit({ ...typed, consultantIds: [] }, { button: "Schedule" });
  expect([nora.page.status, errors(nora)]).toEqual([
    422,
    [badDay, "Consultants: Choose at least one consultant.", badLink],
  ]);
  await nora.submit({ consultantIds: typed.consultantIds }, { button: "Schedule" });
  expect([nora.page.status, errors(nora)]).toEqual([422, [badDay, badLink]]);
  expect(filledIn(nora, ...Object.keys(typed))).toEqual({
    ...typed,
    language: "Crnogorski",
    consultantIds: ["Clara Ejemplo", "Joost Voorbeeld"],
    templateId: "Bilateral session: preparation for release, 125 min",
  });
  await nora.submit({ joinLink: "https://meet.demo.example/me" }, { button: "Schedule" });
  expect([nora.page.status, errors(nora)]).toEqual([422, [badDay]]);
});

it("is warned of people in two places by name, and takes another time", async () => {
  await nora.submit({ date: day }, { button: "Schedule" });
  const clash = "Clara Ejemplo is in “Bilateral session with the delegation of Serbia”";
  const group = "Preparation for release and post-penal support";
  const short = texts(nora, "#f-clash-0")[0]?.split("): ")[1]?.split(",")[0];
  expect([nora.page.status, errors(nora)]).toEqual([
    422,
    [
      "One person would be in two sessions at once. Choose another time or other people, or confirm.",
      `${clash} (${group}): ${short}, 09:30–11:45, ${cityOn(day, "Sarajevo", "Europe/Sarajevo")}`,
    ],
  ]);
  await nora.submit({ time: "13:30" }, { button: "Schedule" });
  session = pathOf(nora);
  expect([nora.trail, said(nora)]).toEqual([
    [303, 200],
    ["The session is scheduled. A mail with a calendar entry to everybody invited is in the outbox."],
  ]);
  expect(clock(startOf(nora), "Europe/Sarajevo")).toBe(`${day} 13:30`);
  expect(rows(nora, "People").map(([name, part]) => `${part}: ${name}`)).toEqual([
    "Organiser: Nora Beispiel",
    "Consultant: Clara Ejemplo",
    "Consultant: Joost Voorbeeld",
    "Delegate: Ana PrimjerićPrison administration",
    "Delegate: Luka OgledniMental health centre",
  ]);
  expect(texts(nora, ".agenda > li > [lang]")).toEqual([
    "Priprema konsultanata",
    "Uvod i svrha sesije",
    "Evropska praksa: otpust se planira timski",
    "Diskusija",
    "Bilježimo: dobre prakse prije i poslije otpusta",
    "Pauza",
    "Bilježimo: izazovi u prelaznom periodu",
    "Bilježimo: potrebe",
    "Bilježimo: predlozi",
    "Razno",
  ]);
  await nora.open(round);
  expect(rows(nora, "Without a session").map(([name]) => name)).toEqual(["Kosovo*", "North Macedonia"]);
});

it("tells exactly the people concerned, with a calendar entry that agrees with the page", async () => {
  expect(await mailsAbout(site, nora, "Montenegro")).toEqual([
    "Invitation to Ana Primjerić: kept, not sent",
    "Invitation to Clara Ejemplo: kept, not sent",
    "Invitation to Joost Voorbeeld: kept, not sent",
    "Invitation to Luka Ogledni: kept, not sent",
  ]);
  const mails = [...nora.page.document.querySelectorAll("main tbody a")].filter((link) =>
    link.textContent?.includes("Montenegro"),
  );
  const entries = [];
  for (const mail of mails) {
    await nora.open(mail.getAttribute("href")!);
    entries.push(calendarFacts(nora.page.document.querySelector("pre")?.textContent ?? ""));
  }
  await nora.open(session);
  const starts = startOf(nora);
  const ends = new Date(Date.parse(starts) + 90 * 60_000).toISOString();
  const facts = {
    times: [starts, ends],
    title: texts(nora, "h1")[0],
    sequence: 0,
    uid: `${session.split("/")[2]}@localhost`,
    link: "https://meet.demo.example/me",
  };
  const attendees = ["consultant", "consultant2", "participant.me", "participant2.me"];
  const expected = attendees.map((person) => ({ ...facts, method: "REQUEST", to: [`${person}@demo.example`] }));
  expect(entries.sort((a, b) => a.to[0]!.localeCompare(b.to[0]!))).toEqual(expected);
  await nora.follow("Calendar file");
  expect(calendarFacts(nora.page.html)).toEqual({ ...facts, method: "PUBLISH", to: [] });
});

it("is seen by the people concerned at their own time, and by nobody else", async () => {
  const luka = await signedIn(site, "participant2.me");
  await luka.open("/account");
  await luka.submit({ city: choice(luka, "city", "London") });
  await luka.open("/home");
  const clockThere = `yours: 12:30–14:00, ${cityOn(day, "London", "Europe/London")}`;
  expect(luka.text).toContain(clockThere);
  await luka.follow("Bilateral session with the delegation of Montenegro");
  expect([pathOf(luka), luka.text.includes(clockThere)]).toEqual([session, true]);
  expect(texts(luka, ".agenda > li > [lang]")[0]).toBe("Uvod i svrha sesije");
  const others = ["participant.rs", "participant.ba", "consultant3", "observer", "interpreter", "admin"];
  expect(await statusesFor(site, session, ["participant.me", "consultant", "consultant2", ...others])).toEqual({
    "participant.me": 200,
    consultant: 200,
    consultant2: 200,
    ...Object.fromEntries(others.map((person) => [person, 404])),
  });
});

it("may put somebody in two places once it was seen and confirmed", async () => {
  await nora.open(round);
  await nora.follow("Schedule Kosovo*");
  const fields = {
    date: day,
    time: "14:00",
    minutes: "60",
    consultantIds: choices(nora, "consultantIds", ["Joost Voorbeeld", "Piotr Przykładowy"]),
  };
  await nora.submit(fields, { button: "Schedule" });
  expect(texts(nora, "main .notice--warn li").map((line) => line.split(":")[0])).toEqual([
    "Joost Voorbeeld is in “Bilateral session with the delegation of Montenegro” (Preparation for release and post-penal support)",
  ]);
  await nora.submit({ confirmConflicts: "on" }, { button: "Schedule" });
  expect([nora.trail, texts(nora, "h1")]).toEqual([[303, 200], ["Bilateral session with the delegation of Kosovo*"]]);
});

it("cannot schedule in the past", async () => {
  await nora.open("/rounds");
  await nora.follow("Second meeting");
  await nora.open(`${pathOf(nora)}/sessions/new?delegation=al`);
  const consultantIds = choices(nora, "consultantIds", ["Joost Voorbeeld"]);
  await nora.submit({ date: "2020-11-05", time: "17:00", minutes: "60", consultantIds }, { button: "Schedule" });
  expect([nora.page.status, errors(nora)]).toEqual([422, ["Day: This time is past."]]);
});
