import { afterAll, beforeAll, expect, it } from "vitest";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { signedIn } from "#tests/support/demo-people.ts";
import { choice, choices, errors, filledIn, pathOf, said, texts } from "#tests/support/page-parts.ts";
import type { PlainBrowser } from "#tests/support/plain-browser.ts";

// A participant, whose account is in Bosnian, posts what is said in the session of her delegation. The tests build on
// one another.

let site: Awaited<ReturnType<typeof siteWithDemo>>;
let selma: PlainBrowser;
let session: string;
/** Day of the session as chains have it. */
let date: string;
let practice: string;
let challenge: string;

beforeAll(async () => {
  site = await siteWithDemo();
  selma = await signedIn(site, "participant.ba");
});

afterAll(() => site.end());

const startOf = (browser: PlainBrowser) => /<time datetime="([^"]+)"/i.exec(browser.page.html)?.[1] ?? "";
const chain = (browser: PlainBrowser) => texts(browser, ".chain li");

it("sees the session and its agenda, without what is internal", async () => {
  expect(texts(selma, "h1, .lead-what")).toEqual([
    "Moje obaveze",
    "Bilateralna sesija, delegacija: Bosna i Hercegovina",
  ]);
  await selma.follow("Bilateralna sesija");
  session = pathOf(selma);
  const [year, month, day] = startOf(selma).slice(0, 10).split("-").map(Number);
  date = `${day}. ${month}. ${year}.`;
  expect(texts(selma, ".agenda > li > [lang]")).toEqual([
    "Uvod i svrha sesije",
    "Evropska praksa: otpust se planira timski",
    "Diskusija",
    "Bilježimo: dobre prakse prije i poslije otpusta",
    "Pauza",
    "Bilježimo: izazovi u prelaznom periodu",
    "Bilježimo: potrebe",
    "Bilježimo: prijedlozi",
    "Razno",
  ]);
  expect(selma.page.html).not.toContain("Priprema konsultanata");
});

it("posts a good practice in a minute", async () => {
  await selma.follow("Zabilježi dobru praksu: Bilježimo");
  await selma.submit({ title: "Mentor iz lokalne zajednice" }, { button: "intent=submit" });
  expect([selma.page.status, errors(selma)]).toEqual([422, ["U jednoj rečenici: Ovo polje je obavezno."]]);
  expect(filledIn(selma, "kind", "title", "language")).toEqual({
    kind: ["Dobra praksa"],
    title: "Mentor iz lokalne zajednice",
    language: "Bosanski",
  });
  await selma.submit({ summary: "Volonter prati osobu od šestog mjeseca prije otpusta." }, { button: "intent=submit" });
  practice = pathOf(selma);
  expect([selma.trail, said(selma)]).toEqual([[303, 200], ["Zapis je zabilježen."]]);
  expect(chain(selma)).toEqual([
    "KrugTreći sastanak, bilateralne online sesije",
    `SesijaBosna i Hercegovina, ${date}`,
    "Tačka dnevnog redaBilježimo: dobre prakse prije i poslije otpusta",
    `Ovaj zapis${practice.split("/")[2]}`,
  ]);
});

it("begins a challenge, keeps it as a draft and completes it", async () => {
  await selma.open(session);
  await selma.follow("Zabilježi izazov: Bilježimo");
  await selma.submit({ title: "Prazan prvi mjesec" }, { button: "intent=full" });
  await selma.submit(
    { summary: "Prvi termin je tek nakon četiri sedmice.", phase: "post-penal" },
    { button: "intent=draft" },
  );
  expect(said(selma)).toEqual(["Nacrt je sačuvan. Vidite ga samo vi."]);
  await selma.open("/home");
  // What was begun comes before snapshots, which are complete enough to be read.
  expect(texts(selma, "#drafts .item-title")).toEqual([
    "Prazan prvi mjesec",
    "Mentor iz lokalne zajednice",
    "Pristanak se traži više puta, a ne jednom",
    "Procjena se uradi, a plan tretmana ostane isti",
  ]);
  await selma.follow("Prazan prvi mjesec");
  challenge = pathOf(selma).replace("/edit", "");
  const full = {
    body: "",
    "detail-expected": "Zakon kaže **sedam dana**, a bude mjesec.",
    "detail-affected": "Osobe bez porodice i službe koje ih primaju.",
    "detail-causeType": "procedure",
    "detail-frequency": "kod svakog drugog otpusta",
    "detail-needed": "Protokol o razmjeni informacija.",
    themes: choices(selma, "themes", ["Postpenalna podrška", "Razmjena informacija"]),
    targetGroups: ["vep", "families"],
    referenceId: [choice(selma, "referenceId", "CM/Rec(2010)1: Council of Europe Probation Rules"), ""],
    referenceRule: ["59", ""],
    linkRelation: ["addresses", "addresses"],
    linkNumber: [practice.split("/")[2]!, ""],
    attribution: "institution",
  };
  await selma.submit({ ...full, themes: [] }, { button: "intent=submit" });
  expect([selma.page.status, errors(selma)]).toEqual([422, ["Teme: Ovo polje je obavezno."]]);
  expect(filledIn(selma, "detail-expected", "targetGroups", "referenceRule", "attribution")).toEqual({
    "detail-expected": full["detail-expected"],
    targetGroups: ["Osuđeni nasilni ekstremistički zatvorenici", "Porodice i djeca"],
    referenceRule: "59",
    attribution: ["Navodi se institucija"],
  });
  await selma.submit(full, { button: "intent=submit" });
  expect([pathOf(selma), said(selma)]).toEqual([challenge, ["Zapis je zabilježen."]]);
  expect(chain(selma).slice(1, 3)).toEqual([
    `SesijaBosna i Hercegovina, ${date}`,
    "Tačka dnevnog redaBilježimo: izazovi u prelaznom periodu",
  ]);
  expect(selma.page.html).toContain("<strong>sedam dana</strong>");
  expect(texts(selma, "main dd")).toEqual([
    "Delegacija, konsultanti i organizatori",
    "Navodi se institucija",
    "Selma Primjer",
    "Centar za socijalni rad, centralna regija",
    "Bosna i Hercegovina",
    "Drugima se navodi manje nego što ovdje vidite.",
    "Priprema za otpust i postpenalna podrška",
    "Postpenalna podrška",
    "Postpenalna podrška",
    "Razmjena informacija",
    "Osuđeni nasilni ekstremistički zatvorenici",
    "Porodice i djeca",
    "Bosanski izvornik",
    expect.stringContaining(
      `Centar za socijalni rad, centralna regija, Bosna i Hercegovina, Priprema za otpust i postpenalna podrška (${
        challenge.split("-")[1]
      }): Prazan prvi mjesec. ${challenge.split("/")[2]}. Zbornik. ${site.origin}${challenge} (pristupljeno `,
    ),
  ]);
  expect(selma.text).toContain("CM/Rec(2010)1, 59");
  await selma.open(session);
  expect(texts(selma, "#records .item-title")).toEqual(["Mentor iz lokalne zajednice", "Prazan prvi mjesec"]);
});

it("sees both versions when somebody else saved meanwhile, and loses neither", async () => {
  const joost = await signedIn(site, "consultant");
  for (const one of [selma, joost]) await one.open(`${challenge}/edit`);
  const rule = { referenceId: [choice(joost, "referenceId", "R (82) 16: Recommendation on prison leave"), ""] };
  const theirs = { summary: "Prvi termin je tek nakon pet sedmica.", ...rule, referenceRule: ["4", ""] };
  await joost.submit(theirs, { button: "intent=save" });
  expect(said(joost)).toEqual(["The changes are saved. What the record said before is in its history."]);
  await selma.submit({ title: "Prazan prvi mjesec poslije otpusta" }, { button: "intent=save" });
  expect([selma.page.status, filledIn(selma, "title")]).toEqual([409, { title: "Prazan prvi mjesec poslije otpusta" }]);
  // What she did not touch is his, and is named; there is nothing that both changed.
  expect(texts(selma, "main form dt, main form dd")).toEqual([]);
  expect(selma.text).toContain("U vaš obrazac preuzeto je: U jednoj rečenici, Reference.");
  expect(filledIn(selma, "summary", "referenceRule")).toMatchObject({ summary: theirs.summary });
  const both = "Prvi termin je tek nakon šest sedmica.";
  await joost.open(`${challenge}/edit`);
  await joost.submit({ title: "Prvi mjesec je prazan", summary: both }, { button: "intent=save" });
  await selma.submit({}, { button: "intent=save" });
  expect([selma.page.status, texts(selma, "main form dt, main form dd")]).toEqual([
    409,
    ["Naslov", "Prvi mjesec je prazan"],
  ]);
  // The form, sent again as it comes, takes nothing of his back that she did not touch.
  await selma.submit({}, { button: "intent=save" });
  theirs.summary = both;
  expect(texts(selma, "h1, .standfirst")).toEqual(["Prazan prvi mjesec poslije otpusta", theirs.summary]);
  await selma.follow("Historija");
  expect(texts(selma, "main h2").filter((head) => head.startsWith("Verzija"))).toEqual([
    "Verzija 3",
    "Verzija 2",
    "Verzija 1",
  ]);
});
