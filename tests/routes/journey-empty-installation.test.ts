import { Readable } from "node:stream";
import { expect, it, onTestFinished } from "vitest";
import { createAdmin } from "#app/cli/commands/create-admin.server.ts";
import { renewLibrary } from "#app/seed/load-library.server.ts";
import { choice, choices, counts, errors, filledIn, pathOf, rows, said, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";
import { daysAfter } from "#tests/support/zone-clock.ts";

// From the first command to the first record that is found, on an installation without a mail server.

const password = "seven quiet boats";

it("is empty in public, and then says its own name", async () => {
  const { site, ana } = await installed();
  const visitor = new PlainBrowser(site.origin);
  for (const locale of ["en", "bs"]) {
    await visitor.open(`/${locale}`);
    expect(visitor.page.html).not.toMatch(/2020|Balkan/);
    await visitor.open(`/${locale}/news`);
    expect(texts(visitor, "main .empty").length).toBe(1);
    expect((await visitor.open(`/${locale}/news/second-meeting-november-2020`)).status).not.toBe(200);
  }
  await ana.open("/administration/programme");
  await ana.submit({
    "name.en": "Our programme",
    "description.en": "What it is about.",
    "description.bs": "O čemu je.",
  });
  await visitor.open("/en");
  expect([texts(visitor, "h1"), texts(visitor, ".standfirst")]).toEqual([["Our programme"], ["What it is about."]]);
  expect(visitor.page.document.title).toContain("Our programme");
  await visitor.open("/bs");
  expect(texts(visitor, ".standfirst")).toEqual(["O čemu je."]);
});

it("takes fewer than forty clicks to the first organiser, with six beneficiaries and eight institutions", async () => {
  const { ana } = await installed();
  let clicks = 0;
  const press = async (words: string) => {
    clicks++;
    await ana.follow(words);
  };
  // Every field that is written in is clicked into, every choice and every button is a click, a select is two.
  const fill = async (fields: Record<string, string | string[]>, button: string) => {
    const weights = { SELECT: 2, INPUT: 1, TEXTAREA: 1 } as Record<string, number>;
    for (const [name, value] of Object.entries(fields)) {
      clicks +=
        [value].flat().length * (weights[ana.page.document.querySelector(`[name="${name}"]`)?.tagName ?? ""] ?? 1);
    }
    clicks++;
    await ana.submit(fields, { button });
    expect(errors(ana)).toEqual([]);
  };
  await press("Name the programme");
  await fill({ "name.en": "Preparing for release", "description.en": "A regional exchange." }, "Save");
  await fill({ codes: ["al", "ba", "xk", "me", "mk", "rs"] }, "Add these");
  const list = ["al", "ba", "xk", "me", "mk", "rs"].map((code) => `Prison administration;prison;${code}`);
  await fill(
    { rows: [...list, "Probation service;probation;rs", "Fund;international;-"].join("\n") },
    "Check the list",
  );
  await fill({}, "Add 8 institutions");
  await fill({ "name.en": "Release", code: "REL", slug: "release" }, "Save");
  await fill({ address: "omar@test.example", name: "Omar" }, "Make the invitation");
  expect(texts(ana, ".secret code")[0]).toContain("/invitations/");
  expect(clicks).toBeLessThan(40);
  await ana.open("/administration");
  // Everything is done: nothing goes on saying what to do.
  expect(texts(ana, ".steps")).toEqual([]);
});

it("offers the library, and lets go of it while nothing uses it", async () => {
  const { ana } = await installed();
  await ana.open("/administration/library");
  expect(ana.text).toContain("20 themes, 53 references and 5 agenda templates");
  await ana.submit({}, { button: "Load the library" });
  await ana.open("/references");
  expect(texts(ana, "main h2").length).toBeGreaterThan(1);
  await ana.open("/administration/library");
  await ana.submit({}, { button: "Take the library out" });
  expect(said(ana)).toEqual(["The library is taken out."]);
  await ana.open("/references");
  expect(texts(ana, "main .empty").length).toBe(1);
});

it("leads an administrator without a group on, and does not say that a search failed where nothing is", async () => {
  const { ana } = await installed();
  for (const address of ["/rounds", "/members"]) {
    await ana.open(address);
    await ana.follow("Open the administration");
    expect(pathOf(ana)).toBe("/administration");
  }
  const found = async (address: string) => {
    await ana.open(address);
    return texts(ana, "main .empty b");
  };
  expect({ all: await found("/search"), words: await found("/search?q=mentors") }).toEqual({
    all: ["There is nothing to search yet."],
    words: ["Nothing was found"],
  });
});

it("begins with an administrator and ends with a record that is found", async () => {
  const { ana } = await installed();
  await setUp(ana);

  const omar = await invited(ana, { name: "Omar", role: "organiser" });
  await omar.open("/members/invitation");
  const vera = await invited(omar, { name: "Vera", role: "consultant" });
  await omar.open("/members/invitation");
  const mira = await invited(omar, {
    name: "Mira",
    role: "participant",
    beneficiaryId: choice(omar, "beneficiaryId", "Kosovo*"),
    institutionId: choice(omar, "institutionId", "Probation service"),
    speaks: "on",
  });

  const session = await schedule(omar);
  for (const somebody of [vera, mira]) {
    await somebody.open("/home");
    await somebody.follow("Bilateral session with the delegation of Kosovo*");
    expect(pathOf(somebody)).toBe(session);
    // The footnote of the mark.
    expect(texts(somebody, "footer").join()).toContain("A footnote.");
  }
  await ana.open(session);
  expect(ana.page.status).toBe(404);

  await omar.open("/outbox");
  await omar.follow("Invitation: Bilateral session");
  expect(texts(omar, "#text").join()).toContain("Links for the recipient alone are added when the mail is sent.");

  await mira.follow("Post a good practice: Capture");
  await mira.submit({ title: "A mentor from the town", summary: "Half a year before." }, { button: "intent=submit" });
  const record = pathOf(mira);
  for (const somebody of [vera, mira, omar]) {
    await somebody.open("/search?q=mentors");
    expect([texts(somebody, ".results-main .item-title"), counts(somebody, "beneficiary")]).toEqual([
      ["A mentor from the town"],
      { "Kosovo*": 1 },
    ]);
    await somebody.follow("A mentor from the town");
    expect(pathOf(somebody)).toBe(record);
  }
  await ana.open(record);
  expect(ana.page.status).toBe(404);
});

/** An empty installation, and its administrator on the first page. */
async function installed() {
  const store = testStore();
  await renewLibrary(store);
  const site = await serve(store, { SMTP_URL: "" });
  onTestFinished(() => site.close());

  const quiet = { line: () => undefined, error: () => undefined };
  const args = ["--address", "ana@test.example", "--name", "Ana", "--password-stdin"];
  expect(await createAdmin(store, args, quiet, undefined, Readable.from([Buffer.from(`${password}\n`)]))).toBe(0);
  const ana = new PlainBrowser(site.origin);
  await ana.signIn("ana@test.example", password);
  return { site, ana };
}

/** Programme, beneficiary, institution, working group, from one step to the next. */
async function setUp(ana: PlainBrowser): Promise<void> {
  await ana.open("/home");
  // What can be left out waits for nothing, and nothing for it.
  expect(texts(ana, "main .steps a")).toEqual(["Name the programme", "Load the library, if it fits (optional)"]);
  await ana.follow("Load the library");
  await ana.submit({}, { button: "Load the library" });
  await ana.open("/home");
  expect(ana.text).toContain("Load the library, if it fits (optional) (done)");
  await ana.follow("Name the programme");
  await ana.submit({ "name.en": "Preparing for release", "description.en": "For everybody." }, { button: "Save" });
  await ana.submit({ rows: "xk; Kosovo; *; A footnote." });
  expect(errors(ana)).toEqual([]);
  await ana.submit({ rows: "Probation service; probation; Kosovo*" }, { button: "Check the list" });
  expect(rows(ana, "As it was read")).toEqual([["Probation service", "Probation", "Kosovo*"]]);
  await ana.submit({}, { button: "Add 1 institution" });
  await ana.submit({ "name.en": "Release", code: "REL", slug: "release" });
  expect(filledIn(ana, "role")).toEqual({ role: ["Organiser"] });
}

/** Fills in the form of an invitation, takes the link that is shown once, and accepts it in another browser. */
async function invited(
  inviter: PlainBrowser,
  fields: Record<string, string> & { name: string },
): Promise<PlainBrowser> {
  await inviter.submit({ locale: "en", address: `${fields.name.toLowerCase()}@test.example`, ...fields });
  const link = texts(inviter, ".secret code")[0] ?? "";
  await inviter.open("/members");
  expect(inviter.page.html).not.toContain(link);
  const guest = new PlainBrowser(inviter.origin);
  await guest.open(new URL(link).pathname);
  await guest.submit({ newPassword: password, city: "sarajevo" });
  expect(pathOf(guest)).toBe("/home");
  return guest;
}

/** A round, and in it a session with the only delegation, with an agenda from a template. */
async function schedule(omar: PlainBrowser): Promise<string> {
  await omar.open("/home");
  await omar.follow("Plan a round");
  const startsOn = daysAfter(new Date().toISOString().slice(0, 10), 20);
  const round = { "title.en": "First meeting", startsOn, endsOn: daysAfter(startsOn, 1), city: "sarajevo" };
  await omar.submit({ ...round, format: "bilateral-online" });
  expect(rows(omar, "Without a session")).toEqual([["Kosovo*", "1", "Schedule Kosovo*"]]);
  await omar.follow("Schedule Kosovo*");
  const fields = {
    time: "10:00",
    joinLink: "https://meet.test.example/one",
    consultantIds: choices(omar, "consultantIds", ["Vera"]),
    templateId: choice(omar, "templateId", "Bilateral session: preparation for release, 125 min"),
  };
  await omar.submit(fields, { button: "Schedule" });
  expect(said(omar)).toEqual([
    "The session is scheduled. A mail with a calendar entry to everybody invited is in the outbox.",
  ]);
  return pathOf(omar);
}
