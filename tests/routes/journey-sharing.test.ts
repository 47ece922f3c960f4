import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { mailsAbout, postSnapshot, signedIn, statusesFor } from "#tests/support/demo-people.ts";
import { choices, pathOf, said, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";

// What a participant posted is shared more widely when the delegation consents, and is gone when she withdraws it. The
// tests build on one another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let selma: PlainBrowser;
let practice: string;
let challenge: string;

beforeAll(async () => {
  site = await siteWithDemo();
  selma = await signedIn(site, "participant.ba");
  practice = await postSnapshot(selma, "practice", "Mentor iz lokalne zajednice");
  challenge = await postSnapshot(selma, "challenge", "Prazan prvi mjesec");
});

afterAll(() => site.end());

it("asks to raise the sharing level; who speaks for the delegation grants one and refuses another", async () => {
  const haris = await signedIn(site, "participant2.ba");
  const waiting = texts(haris, "#requests .number");
  for (const record of [practice, challenge]) {
    await selma.open(`${record}/sharing`);
    await selma.submit({ level: "group", note: "Drugima bi koristilo." });
    expect(said(selma)).toEqual(["Zahtjev je poslan delegaciji."]);
    await selma.open(`${record}/sharing`);
    expect(texts(selma, "#requests .notice")).toEqual(["Zahtjev čeka odluku: Haris Uzorak. Povuci zahtjev"]);
  }
  await haris.open("/home");
  const numbers = [practice, challenge].map((record) => record.split("/")[2]!);
  expect(
    texts(haris, "#requests .number")
      .filter((nr) => !waiting.includes(nr))
      .sort(),
  ).toEqual([...numbers].sort());
  await haris.follow("Mentor iz lokalne zajednice");
  expect(texts(haris, "main dd").slice(0, 4)).toEqual([
    "Delegacija, konsultanti i organizatori",
    "Radna grupa",
    "Svi članovi radne grupe, iz svih delegacija, i njeni posmatrači.",
    "Navodi se samo delegacija",
  ]);
  await haris.submit({}, { button: "decision=granted" });
  expect([pathOf(haris), said(haris)]).toEqual([practice, ["Zapis se dijeli sa širim krugom."]]);
  await haris.open("/home");
  await haris.follow("Prazan prvi mjesec");
  await haris.submit({ note: "Još ne." }, { button: "decision=refused" });
  expect([pathOf(haris), said(haris)]).toEqual([challenge, ["Zahtjev je odbijen. Ništa se ne mijenja."]]);

  const nora = await signedIn(site, "organiser");
  const [granted, refused] = numbers;
  const mails = (await mailsAbout(site, nora, granted!)).concat(await mailsAbout(site, nora, refused!));
  // The author is reminded of a snapshot in a week.
  expect(mails.filter((mail) => !mail.includes("is still a snapshot"))).toEqual([
    `Consent is asked for record ${granted} to Haris Uzorak: not sent: what it asks for has been done`,
    `Record ${granted} may be shared more widely to Selma Primjer: kept, not sent`,
    `Consent is asked for record ${refused} to Haris Uzorak: not sent: what it asks for has been done`,
    `Record ${refused} is not shared more widely to Selma Primjer: kept, not sent`,
  ]);
  const everywhere = ["participant.ba", "consultant2", "participant.rs", "observer"];
  expect([await statusesFor(site, practice, everywhere), await statusesFor(site, challenge, everywhere)]).toEqual([
    { "participant.ba": 200, consultant2: 200, "participant.rs": 200, observer: 200 },
    { "participant.ba": 200, consultant2: 200, "participant.rs": 404, observer: 404 },
  ]);
});

it("withdraws a record: at once it is there for her and the organisers alone", async () => {
  await selma.open(practice);
  expect(texts(selma, "main dt")).toContain("Citirati kao");
  await selma.follow("Povuci zapis");
  expect(texts(selma, "main").join(" ")).toContain("Povučeni zapis se ne može vratiti.");
  await selma.submit({ reason: "Nije tačno." });
  expect([pathOf(selma), said(selma)]).toEqual([practice, ["Zapis je povučen."]]);
  expect(texts(selma, "main dt")).not.toContain("Citirati kao");
  const people = ["participant.ba", "organiser", "participant2.ba", "consultant", "participant.rs", "observer"];
  expect(await statusesFor(site, practice, people)).toEqual({
    "participant.ba": 200,
    organiser: 200,
    "participant2.ba": 404,
    consultant: 404,
    "participant.rs": 404,
    observer: 404,
  });
  await selma.open("/contributions");
  expect(texts(selma, "main .list-item").filter((row) => row.includes("Mentor iz lokalne zajednice")).length).toBe(1);
});

it("completes a snapshot, and is told who reads it next", async () => {
  await selma.open(`${challenge}/edit`);
  const parts = {
    "detail-expected": "Zakon kaže sedam dana, a bude mjesec.",
    phase: "post-penal",
    themes: choices(selma, "themes", ["Postpenalna podrška"]),
  };
  await selma.submit(parts, { button: "intent=complete" });
  expect([pathOf(selma), said(selma)]).toEqual([
    challenge,
    ["Zapis je označen kao potpun. Zatim ga provjerava konsultant."],
  ]);
});
