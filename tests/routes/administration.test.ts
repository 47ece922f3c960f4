import { afterEach, beforeEach, expect, it } from "vitest";
import { createAdmin } from "#app/cli/commands/create-admin.server.ts";
import { resetPassword } from "#app/cli/commands/reset-password.server.ts";
import type { Out } from "#app/cli/out.ts";
import type { Store } from "#db/store.ts";
import { rows } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";

let store: Store & { folder: string };
let site: Site;

beforeEach(async () => {
  store = testStore();
  site = await serve(store, { SMTP_URL: "" });
});

afterEach(() => site.close());

/** A command's output, for what is printed once. */
function output(): Out & { lines: string[]; errors: string[] } {
  const lines: string[] = [];
  const errors: string[] = [];
  return { lines, errors, line: (text) => void lines.push(text), error: (text) => void errors.push(text) };
}

async function administrator(): Promise<PlainBrowser> {
  const out = output();
  expect(await createAdmin(store, ["--address", "ana@test.example", "--name", "Ana"], out)).toBe(0);
  const password = out.lines.join("\n").match(/[a-z2-9]{5}(?:-[a-z2-9]{5}){3}/)?.[0] ?? "";
  const browser = new PlainBrowser(site.origin);
  expect((await browser.signIn("ana@test.example", password)).status).toBe(200);
  return browser;
}

it("sets up an empty installation without scripts, up to a member who has accepted", async () => {
  const ana = await administrator();
  await ana.open("/administration");
  expect(ana.text).toContain("0 of 5 steps done");
  await ana.follow("Name the programme");
  await ana.submit({ "name.en": "" }, { form: undefined, button: "Save" });
  expect([ana.page.status, ana.text.includes("There is something to correct")]).toEqual([422, true]);
  await ana.submit({ "name.en": "Programme", "disclaimer.en": "A disclaimer." });
  // On to the next step.
  expect(new URL(ana.page.url).pathname).toBe("/administration/beneficiaries/several");
  expect(ana.text).toContain("The programme was saved.");
  expect(ana.page.document.querySelector("footer")?.textContent).toContain("A disclaimer.");

  await ana.open("/administration/beneficiaries");
  await ana.follow("Add a beneficiary");
  await ana.submit({ code: "xk", "name.en": "Kosovo", mark: "*" });
  expect(ana.text).toContain("A mark needs a footnote");
  await ana.submit({ "footnote.en": "A footnote." });
  expect(ana.text).toContain("Kosovo*");
  expect(ana.page.document.querySelector("footer")?.textContent).toContain("A footnote.");

  await ana.open("/administration/institutions/new");
  await ana.submit(
    { "name.en": "Probation service", type: "probation", beneficiaryId: optionOf(ana, "Kosovo*") },
    { button: "Save" },
  );
  expect(ana.text).toContain("Probation service");

  await ana.open("/administration/groups");
  await ana.follow("Create a working group");
  await ana.submit({ "name.en": "Release", code: "REL", slug: "release" });
  expect(new URL(ana.page.url).pathname).toBe("/members/invitation");
  await ana.submit({ address: "a@b.example,evil@x.example", name: "Omar", role: "organiser", locale: "en" });
  expect(ana.text).toContain("Enter one plain address");
  await ana.submit({ address: "omar@test.example" });
  expect(ana.text).toContain("This link is shown only now.");
  const omar = await accept(ana, "seven quiet boats");
  await omar.open("/members");
  await omar.follow("Invite somebody");
  await omar.submit({
    address: "mira@test.example",
    name: "Mira",
    role: "participant",
    beneficiaryId: optionOf(omar, "Kosovo*"),
    institutionId: optionOf(omar, "Probation service"),
    speaks: "on",
    locale: "bs",
  });
  const mira = await accept(omar, "nine loud trains");
  await mira.open("/members");
  expect(mira.page.document.documentElement.getAttribute("lang")).toBe("bs");
  const listed = [...mira.page.document.querySelectorAll("main tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? "").trim()),
  );
  expect(listed).toEqual([
    ["Omar", "Organizator", "–"],
    ["Mira daje saglasnost za delegaciju", "Učesnik", "Probation service"],
  ]);
  expect(mira.page.html).not.toContain("omar@test.example");

  await omar.open("/members");
  await omar.follow("Edit: Mira");
  await omar.follow("End the membership of this person");
  await omar.submit({}, { button: "End the membership" });
  expect(omar.page.url).toBe(`${site.origin}/members`);
  expect(omar.text).toContain("The membership has ended.");
  expect(rows(omar, "Former members")).toEqual([
    ["Mira", "Participant, Kosovo*", expect.stringMatching(/^ended on/), "Bring back: Mira"],
  ]);
  await mira.open("/members");
  expect(mira.text).toContain("Još niste ni u jednoj radnoj grupi.");
});

it("shows administration to nobody else, as if it did not exist", async () => {
  const ana = await administrator();
  await makeGroup(ana);
  const group = new URL(ana.page.url).pathname;
  await ana.follow("Invite somebody");
  await ana.submit({ address: "omar@test.example", name: "Omar", role: "organiser", locale: "en" });
  const omar = await accept(ana, "seven quiet boats");
  const paths = ["", "/programme", "/beneficiaries", "/beneficiaries/new", "/institutions", "/institutions/new"];
  const more = ["/groups", "/groups/new", "/accounts", "/mail"];
  const missing = (await omar.open("/administration/nothing")).html.replace(/[\w-]{16,}/g, "");
  for (const path of [...paths, ...more].map((end) => `/administration${end}`).concat(group, `${group}/membership`)) {
    const page = await omar.open(path);
    expect([path, page.status]).toEqual([path, 404]);
    const mask = (html: string) => html.replace(/[\w-]{16,}/g, "").replaceAll(path, "/administration/nothing");
    expect(main(mask(page.html))).toBe(main(missing));
    const posted = await omar.request("POST", path, new URLSearchParams({ "name.en": "Taken over" }));
    // 405 where nobody can post anything.
    const expected = /new$|programme$|groups\/\w{16}|membership$|mail$/.test(path) ? 404 : 405;
    expect([path, posted.status]).toEqual([path, expected]);
  }
  expect(await store.read.selectFrom("programme").select("names").execute()).toEqual([
    { names: JSON.stringify({ en: "Programme" }) },
  ]);
  const nobody = new PlainBrowser(site.origin);
  await nobody.open("/administration/accounts");
  expect(new URL(nobody.page.url).pathname).toBe("/sign-in");
});

it("lets an administrator join a group, which then shows her among its members", async () => {
  const ana = await administrator();
  await makeGroup(ana);
  await ana.follow("Join as a member");
  await ana.submit({ role: "observer", reason: "The organiser is ill." });
  expect(ana.text).toContain("You are a member of the group now.");
  await ana.open("/members");
  expect(ana.text).toContain("Ana");
  await ana.open("/administration/accounts");
  expect(ana.text).toContain("REL: Observer");
  expect(ana.text).not.toContain("Deactivate");
});

it("makes a reset link at the command line", async () => {
  await administrator();
  const out = output();
  expect(await resetPassword(store, ["nobody@test.example"], out, site.config)).toBe(1);
  expect(await resetPassword(store, [], out, site.config)).toBe(2);
  expect(out.lines).toEqual([]);
  expect(await resetPassword(store, ["ANA@test.example"], out, site.config)).toBe(0);
  const link = out.lines[0] ?? "";
  expect(link.startsWith(`${site.origin}/reset/rst_`)).toBe(true);
  const browser = new PlainBrowser(site.origin);
  await browser.open(new URL(link).pathname);
  await browser.submit({ newPassword: "seven quiet boats" });
  expect((await browser.signIn("ana@test.example", "seven quiet boats")).status).toBe(200);
});

it("makes an administrator only with an address and a name, and with a password from standard input alone", async () => {
  const out = output();
  for (const args of [
    [],
    ["--address", "a@b.example"],
    ["--address", "a@b.example", "--name", "A", "--password", "x"],
  ]) {
    expect(await createAdmin(store, args, out)).toBe(2);
  }
  const given = async function* (text: string) {
    yield Buffer.from(text);
  };
  const args = ["--address", "a@b.example", "--name", "A", "--password-stdin"];
  expect(await createAdmin(store, args, out, undefined, given("short\n"))).toBe(1);
  expect(await createAdmin(store, args, out, undefined, given("seven quiet boats\n"))).toBe(0);
  expect(out.lines.join("\n")).not.toContain("quiet");
  const browser = new PlainBrowser(site.origin);
  expect((await browser.signIn("a@b.example", "seven quiet boats")).status).toBe(200);
});

/** Makes a programme with a group, and opens the page of the group. */
async function makeGroup(ana: PlainBrowser): Promise<void> {
  await ana.open("/administration/programme");
  await ana.submit({ "name.en": "Programme" });
  await ana.open("/administration/groups/new");
  await ana.submit({ "name.en": "Release", code: "REL", slug: "release" });
  await ana.open("/administration/groups");
  await ana.follow("Release");
}

/** Opens the link that the inviter was shown and accepts as somebody new. */
async function accept(inviter: PlainBrowser, password: string): Promise<PlainBrowser> {
  const link = inviter.page.document.querySelector("code")?.textContent ?? "";
  const guest = new PlainBrowser(site.origin);
  await guest.open(new URL(link).pathname);
  await guest.submit({ newPassword: password, city: "sarajevo" });
  expect(guest.trail[0]).toBe(303);
  return guest;
}

/** Value of the option that a person would choose by its words. */
function optionOf(browser: PlainBrowser, words: string): string {
  const options = [...browser.page.document.querySelectorAll("option")];
  return options.find((option) => option.textContent === words)?.getAttribute("value") ?? "";
}

function main(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
}
