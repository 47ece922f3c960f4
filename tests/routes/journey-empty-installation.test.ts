import { Readable } from "node:stream";
import { expect, it, onTestFinished } from "vitest";
import { createAdmin } from "#app/cli/commands/create-admin.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { choice, choices, counts, errors, pathOf, rows, said, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";
import { daysAfter } from "#tests/support/zone-clock.ts";

// From the first command to the first record that is found, on an installation without a mail server.

const password = "seven quiet boats";

it("begins with an administrator and ends with a record that is found", async () => {
  const store = testStore();
  await loadLibrary(store);
  const site = await serve(store, { SMTP_URL: "" });
  onTestFinished(() => site.close());

  const quiet = { line: () => undefined, error: () => undefined };
  const args = ["--address", "ana@test.example", "--name", "Ana", "--password-stdin"];
  expect(await createAdmin(store, args, quiet, undefined, Readable.from([Buffer.from(`${password}\n`)]))).toBe(0);
  const ana = new PlainBrowser(site.origin);
  await ana.signIn("ana@test.example", password);
  await setUp(ana);

  await ana.follow("Invite somebody");
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

/** Programme, beneficiary, institution, working group, as the first page leads. */
async function setUp(ana: PlainBrowser): Promise<void> {
  expect(texts(ana, "main a").slice(0, 5)).toEqual([
    "Programme",
    "Beneficiaries",
    "Institutions",
    "Working groups",
    "Mail",
  ]);
  await ana.follow("Programme");
  await ana.submit({ "name.en": "Preparing for release" }, { button: "Save" });
  await ana.open("/home");
  await ana.follow("Beneficiaries");
  await ana.follow("Add a beneficiary");
  const kosovo = { code: "xk", "name.en": "Kosovo", mark: "*", "footnote.en": "A footnote." };
  await ana.submit(kosovo);
  expect(errors(ana)).toEqual([]);
  await ana.open("/home");
  await ana.follow("Institutions");
  await ana.follow("Add an institution");
  const beneficiaryId = choice(ana, "beneficiaryId", "Kosovo*");
  await ana.submit({ "name.en": "Probation service", type: "probation", beneficiaryId });
  await ana.open("/home");
  await ana.follow("Working groups");
  await ana.follow("Create a working group");
  await ana.submit({ "name.en": "Release", code: "REL", slug: "release" });
  expect(texts(ana, "h1")).toEqual(["Release"]);
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
    templateId: choice(omar, "templateId", "Bilateral session: preparation for release"),
  };
  await omar.submit(fields, { button: "Schedule" });
  expect(said(omar)).toEqual(["The session is scheduled. Everybody invited gets a mail with a calendar entry."]);
  return pathOf(omar);
}
