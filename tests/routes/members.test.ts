import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { errors, filledIn, pathOf, rows, said, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
let omar: PlainBrowser;
beforeEach(async () => {
  target = await openTarget({ SMTP_URL: "" });
  omar = new PlainBrowser(target.site.origin);
  await omar.signIn("organiser@test.example", password);
});
afterEach(() => target.close());

const link = (browser: PlainBrowser) => texts(browser, ".secret code")[0] ?? "";
const nina = { address: "nina@test.example", name: "Nina", role: "observer", locale: "en" };

/** What a link gives to somebody who has not signed in. */
async function opened(url: string): Promise<number> {
  return (await ask(target, "anonymous", new URL(url).pathname)).status;
}

describe("without a mail server", () => {
  it("the link is shown once, on a page that can be loaded again", async () => {
    await omar.open("/members/invitation");
    await omar.submit(nina);
    expect(omar.trail).toEqual([303, 200]);
    const shown = link(omar);
    expect(await opened(shown)).toBe(200);
    expect(omar.page.url).not.toContain("?");
    await omar.open(pathOf(omar));
    expect([omar.page.status, link(omar)]).toEqual([200, ""]);
    expect(omar.page.html).not.toContain(shown);
    // It was lost: another one ends it, and taking the invitation back ends that.
    await omar.submit({}, { button: "Make a new link" });
    const another = link(omar);
    expect([await opened(another), await opened(shown)]).toEqual([200, 404]);
    const page = pathOf(omar);
    await omar.follow("Withdraw");
    await omar.submit({}, { button: "Withdraw" });
    expect(await opened(another)).toBe(404);
    await omar.open(page);
    await omar.follow("Invite another person");
    expect(pathOf(omar)).toBe("/members/invitation");
  });

  it("inviting again shows the new link, and going back finds the form, not an error", async () => {
    await omar.open("/members/invitation");
    await omar.submit(nina);
    const first = link(omar);
    await omar.open("/members");
    await omar.follow("Invite again: Nina");
    const form = omar.page.url;
    expect(filledIn(omar, "name", "role")).toEqual({ name: "Nina", role: ["Observer"] });
    await omar.submit({ role: "consultant" }, { button: "Make the invitation" });
    expect([await opened(link(omar)), await opened(first)]).toEqual([200, 404]);
    await omar.open(form.slice(target.site.origin.length));
    expect([omar.page.status, filledIn(omar, "name")]).toEqual([200, { name: "Nina" }]);
  });
});

it("inviting an invited address asks, says whom it would replace, and replaces only when told", async () => {
  await omar.open("/members/invitation");
  await omar.submit(nina);
  const first = link(omar);
  await omar.open("/members/invitation");
  await omar.submit({ ...nina, name: "Nina 2", role: "consultant" });
  expect(omar.page.status).toBe(422);
  expect(errors(omar)).toContainEqual(expect.stringMatching(/^This address is invited already: Nina, Observer, since/));
  expect(await opened(first)).toBe(200);
  const { document } = omar.page;
  const box = document.querySelector('input[name="replaces"]');
  await omar.submit({ replaces: box?.getAttribute("value") ?? "" }, { button: "Make the invitation" });
  expect([await opened(link(omar)), await opened(first)]).toEqual([200, 404]);
  await omar.open("/members");
  expect(rows(omar, "Answered and taken back").map(([name]) => name)).toEqual(["Ninanina@test.example"]);
});

it("an administrator sees the open invitation of a group, and can take it back", async () => {
  const admin = new PlainBrowser(target.site.origin);
  await admin.signIn("administrator@test.example", password);
  const group = `/administration/groups/${target.w.groupId}`;
  await admin.open(group);
  expect(rows(admin, "Invitations").map(([name]) => name)).toEqual(["Guestguest@test.example"]);
  await admin.follow("Withdraw: Guest");
  await admin.submit({}, { button: "Withdraw" });
  expect([pathOf(admin), said(admin)]).toEqual([group, ["The invitation is taken back."]]);
  expect(rows(admin, "Invitations")).toEqual([]);
});

it("what a page says of a deed is said once, and by no address", async () => {
  await omar.open(`/members/${target.things.membership}`);
  await omar.submit({ role: "consultant" });
  expect([omar.page.url, said(omar)]).toEqual([`${target.site.origin}/members`, ["The role is changed."]]);
  await omar.open("/members");
  expect(said(omar)).toEqual([]);
  await omar.open("/members?flash=people.changed");
  expect(said(omar)).toEqual([]);
});

it("invites a pasted list: shown as it was read, line by line what is wrong, then sent with a link each", async () => {
  await omar.open("/members");
  await omar.follow("Invite several");
  const wrong = "Ana; not-an-address; observer\nVera; vera@test.example; queen\nMira; mira@test.example; participant";
  await omar.submit({ rows: wrong }, { button: "Check the list" });
  expect(errors(omar)).toEqual([
    "Line 1: a name and one plain e-mail address are needed.",
    "Line 2: say the role: organiser, participant, consultant or observer.",
    "Line 3: a participant needs a delegation.",
  ]);
  const list = "Mira\tmira@test.example\tučesnik\tKosovo*\t\tda\nVera\tvera@test.example\tConsultant\t-\t-";
  await omar.submit({ rows: list }, { button: "Check the list" });
  expect(rows(omar, "As it was read")).toEqual([
    ["Miramira@test.example", "Participant", "Kosovo* speaks for it", "–"],
    ["Veravera@test.example", "Consultant", "–", "–"],
  ]);
  await omar.submit({}, { button: "Make 2 invitations" });
  const links = texts(omar, ".secret code");
  expect(await Promise.all(links.map(opened))).toEqual([200, 200]);
  await omar.open("/members/invitation/several");
  await omar.submit(
    { rows: "Again; mira@test.example; observer\nOmar; organiser@test.example; observer" },
    { button: "Check the list" },
  );
  await omar.submit({}, { button: "Make 2 invitations" });
  expect(errors(omar).map((line) => line.slice(0, 34))).toEqual([
    "Line 1: this address is invited al",
    "Line 2: this person is a member of",
  ]);
});
