import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { signedIn } from "#tests/support/demo-people.ts";
import { errors, pathOf, said, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";

// An organiser plans a round in one sitting: who meets whom, who cannot when, a timetable, and its release. The tests
// build on one another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let nora: PlainBrowser;
let delegate: PlainBrowser;
let round: string;
let draft: string;

const day = (n: number) => `2099-11-0${n}`;
const delegations = 6;

beforeAll(async () => {
  site = await siteWithDemo();
  nora = await signedIn(site, "organiser");
  delegate = await signedIn(site, "participant.ba");
  await nora.open("/rounds/new");
  const words = { "title.en": "Planned round", format: "bilateral-online", city: "sarajevo" };
  await nora.submit({ ...words, startsOn: day(4), endsOn: day(6) });
  round = pathOf(nora);
});

afterAll(() => site.end());

it("plans one session with each delegation in one step", async () => {
  await nora.follow("Plan the timetable");
  expect(nora.text).toContain("Nobody is to meet anybody yet.");
  await nora.follow("One with each delegation");
  const team = valuesOf(nora, "consultantIds");
  expect(team.length).toBeGreaterThan(0);
  await nora.submit({ minutes: "60", consultantIds: [] }, { button: "Add all" });
  expect(errors(nora)).toEqual(["Consultants: Choose at least one consultant."]);
  await nora.submit({ minutes: "60", consultantIds: team.slice(0, 1) }, { button: "Add all" });
  expect(said(nora)).toEqual(["Added to the plan. Nobody was told."]);
  expect(texts(nora, "#pairings tbody th").length).toBe(delegations);
});

it("sets days and hours", async () => {
  await nora.follow("Change days and hours");
  await nora.submit({ slotMinutes: "30", bufferMinutes: "0", [`to.${day(4)}`]: "08:00" }, { button: "Save" });
  expect(errors(nora)).toEqual(["Wednesday 4 November, To: The end is not after the beginning."]);
  await nora.submit({ days: [day(4), day(5)], [`to.${day(4)}`]: "13:00" }, { button: "Save" });
  expect(texts(nora, "#frame dd").slice(0, 2)).toEqual([
    "Wednesday 4 November, 09:00–13:00",
    "Thursday 5 November, 09:00–17:00",
  ]);
});

it("asks people, who answer from their first page", async () => {
  await nora.follow("Who can when");
  await nora.submit({}, { button: "Ask" });
  expect(said(nora)).toEqual(["Asked. The mails are in the outbox."]);
  await delegate.open("/home");
  await delegate.follow("Planned round");
  expect(delegate.text).toContain("Još nema odgovora.");
  await delegate.submit({ busy: [`${day(4)}T09:00`] }, { button: "Nikako Prije pauze: četvrtak, 5. novembra" });
  expect(said(delegate)).toEqual(["Sačuvano. Organizatori vide kada ne možete."]);
  expect(valuesOf(delegate, "busy", "[checked]")).toEqual(
    [4, 5, 5, 5, 5, 5, 5, 5].map((n, at) => `${day(n)}T${times[at]}`),
  );
  await delegate.open("/home");
  expect(texts(delegate, "#asked a").filter((text) => text.includes("Planned round"))).toEqual([]);
});

const times = ["09:00", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00"];
const valuesOf = (browser: PlainBrowser, name: string, which = "") =>
  [...browser.page.document.querySelectorAll(`input[name="${name}"]${which}`)].map(
    (box) => box.getAttribute("value") ?? "",
  );

it("takes busy times from a calendar once they were looked at, and nothing else of it", async () => {
  await delegate.open(`${round}/availability`);
  await delegate.follow("Preuzmi zauzeto vrijeme iz kalendara");
  await delegate.submit({ calendar: "Dentist" });
  expect(errors(delegate)[0]).toContain("Ovo nije datoteka kalendara.");
  const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Zubar", "DTSTART:20991105T150000Z"];
  await delegate.submit({ calendar: [...lines, "DURATION:PT20M", "END:VEVENT", "END:VCALENDAR"].join("\n") });
  expect(delegate.text).toContain("U kalendaru je zauzeto 9 termina.");
  expect(delegate.text).not.toContain("Zubar");
  const kept = () =>
    site.store.read
      .selectFrom("availability")
      .select("starts_at")
      .where("round_id", "=", round.split("/").at(-1) ?? "")
      .orderBy("starts_at")
      .execute();
  expect((await kept()).length).toBe(2);
  await delegate.submit({}, { button: "Sačuvaj" });
  expect(said(delegate)).toEqual(["Sačuvano. Organizatori vide kada ne možete."]);
  expect((await kept()).map(({ starts_at }) => starts_at)).toEqual([
    ...[`${day(4)}T08:00:00.000Z`, `${day(5)}T08:00:00.000Z`, `${day(5)}T15:00:00.000Z`],
  ]);
});

it("proposes a timetable, which is changed by hand", async () => {
  await nora.open(`${round}/plan`);
  await nora.follow("Propose a timetable");
  await nora.submit({ seconds: "10" }, { button: "Begin" });
  // A busy machine may take longer than the form waits.
  for (let tries = 0; tries < 30 && nora.text.includes("The planner is searching"); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await nora.open(pathOf(nora));
  }
  draft = pathOf(nora);
  expect(texts(nora, "h1")).toEqual(["Draft 1"]);
  expect(nora.text).toContain("Nobody can wait less: proven");
  expect(texts(nora, ".timetable td.slot a").length).toBe(delegations);
  await nora.follow("Bosnia and Herzegovina");
  expect(nora.text).toContain("cannot: ");
  await nora.submit({ slot: `${day(4)}T09:00` }, { button: "Move and pin" });
  expect(said(nora)).toEqual(["Changed in the draft. Nobody was told."]);
  expect(texts(nora, ".notice--bad b")).toContain("Blocks release");
  await nora.follow("Look at the release");
  expect(nora.page.document.querySelector('form input[name="shown"]')).toBe(null);
});

it("shows every mail before it releases, and releases once", async () => {
  await nora.open(draft);
  await nora.follow("Bosnia and Herzegovina");
  await nora.submit({}, { button: "Take out of this draft" });
  await nora.follow("Look at the release");
  const listed = texts(nora, "#mails tbody tr").length;
  expect(listed).toBeGreaterThan(delegations - 1);
  expect(nora.text).toContain(`Release and tell ${listed} people`);
  await nora.submit({}, { button: "Release and tell" });
  expect(pathOf(nora)).toBe(round);
  expect(said(nora)).toEqual(["The timetable is released. The mails are in the outbox."]);
  expect(texts(nora, "#sessions tbody th > a").length).toBe(delegations - 1);
  await nora.open(`${draft}/release`);
  expect(nora.text).toContain("There is nothing to release, and nobody to tell.");
});
