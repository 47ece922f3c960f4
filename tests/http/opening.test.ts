import { afterEach, beforeEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

type Fields = Record<string, string>;

/** A page that makes something: who opens it, what is typed, what of that is another text, and where it is kept. */
interface Making {
  who: Asker;
  at: (target: Target) => string;
  typed: (target: Target) => Fields;
  other: Fields;
  button: string;
  table:
    | "contribution"
    | "round"
    | "session"
    | "agenda_item"
    | "invitation"
    | "institution"
    | "beneficiary"
    | "api_token"
    | "calendar_feed";
}

const name = (text: string) => ({ "name.en": text });
const day = { date: "2099-11-05", time: "09:00", minutes: "60" };

const makings: Making[] = [
  {
    ...{ who: "participant", at: () => paths.newContribution({ kind: "need" }), table: "contribution" },
    ...{ button: "intent=submit", typed: () => ({ title: "Late notice", summary: "One sentence." }) },
    other: { title: "Another need" },
  },
  {
    ...{ who: "organiser", at: paths.newRound, table: "round", button: "" },
    typed: () => ({ "title.en": "Round", city: "sarajevo", startsOn: "2099-12-04", endsOn: "2099-12-06" }),
    other: { "title.en": "Another" },
  },
  {
    ...{ who: "organiser", at: ({ w }) => paths.newSession(w.roundId, "plenary"), table: "session", button: "" },
    typed: ({ w }) => ({ ...day, consultantIds: w.people.secondConsultant, language: "en" }),
    other: { time: "13:00" },
  },
  {
    ...{ who: "organiser", at: ({ things }) => paths.newAgendaItem(things.session), table: "agenda_item", button: "" },
    ...{ typed: () => ({ title: "Break", minutes: "10" }), other: { title: "Lunch" } },
  },
  {
    ...{ who: "organiser", at: ({ w }) => paths.newInvitation({ group: w.groupId }), table: "invitation", button: "" },
    typed: () => ({ name: "New", address: "new@test.example", role: "observer" }),
    other: { name: "Newer", address: "newer@test.example" },
  },
  {
    ...{ who: "administrator", at: () => paths.adminInstitution("new"), table: "institution", button: "" },
    ...{ typed: () => ({ ...name("Court"), type: "other", beneficiaryId: "none" }), other: name("Court of appeal") },
  },
  {
    ...{ who: "administrator", at: paths.severalBeneficiaries, table: "beneficiary", button: "" },
    ...{ typed: () => ({ rows: "hr; Croatia" }), other: { rows: "si; Slovenia" } },
  },
  {
    ...{ who: "observer", at: paths.accountTokens, table: "api_token", button: "" },
    ...{ typed: () => ({ name: "Script" }), other: { name: "Second" } },
  },
  {
    ...{ who: "observer", at: paths.accountCalendars, table: "calendar_feed", button: "" },
    ...{ typed: () => ({ name: "Office" }), other: { name: "Phone" } },
  },
];

async function count({ table }: Making): Promise<number> {
  return (await target.store.read.selectFrom(table).select("id").execute()).length;
}

function browserOf(who: Asker): PlainBrowser {
  const browser = new PlainBrowser(target.site.origin);
  browser.cookies.set("zbornik", target.cookies[who].replace("zbornik=", ""));
  return browser;
}

it.each(makings.map((making) => [making.at({ w: { groupId: "" }, things: {} } as Target), making] as const))(
  "makes one thing where %s is sent, and after Back without scripts once more",
  async (_at, making) => {
    const browser = browserOf(making.who);
    const before = await count(making);
    const typed = making.typed(target);
    const press = (fields: Fields) => browser.submit(fields, making.button ? { button: making.button } : {});
    const { url } = await browser.open(making.at(target));
    const made = await press(typed);
    expect([made.status, await count(making)]).toEqual([200, before + 1]);
    await browser.open(url);
    const again = await press(typed);
    expect([again.status, new URL(again.url).pathname, await count(making)]).toEqual([
      ...[200, new URL(made.url).pathname, before + 1],
    ]);
    // With another text it is said, and nothing typed is lost.
    await browser.open(url);
    const differing = { ...typed, ...making.other };
    const asked = await press(differing);
    expect([asked.status, await count(making)]).toEqual([409, before + 1]);
    expect(browser.text).toContain("was sent before, and what it made is saved");
    expect(browser.text).toContain("Open what was made");
    const [[field, value] = ["", ""]] = Object.entries(making.other);
    const shown = browser.page.document.querySelector(`main form[method=post] [name="${field}"]`);
    expect(shown?.getAttribute("value") ?? shown?.textContent?.trim()).toBe(value);
    // Whoever wants a second one presses once more.
    const { url: there } = browser.page;
    const second = await press({ [field]: value });
    expect([second.status, new URL(there).pathname, await count(making)]).toEqual([
      ...[200, new URL(url).pathname, before + 2],
    ]);
  },
);

it("makes two where a page is opened twice, and where somebody else opens the same address", async () => {
  const typed = { title: "The same", summary: "One sentence." };
  const of = async () =>
    (
      await target.store.read
        .selectFrom("contribution_version")
        .innerJoin("contribution", "contribution.id", "contribution_id")
        .select("author_id")
        .where("title", "=", typed.title)
        .execute()
    ).length;
  const browser = browserOf("participant");
  const { url } = await browser.open(paths.newContribution());
  await browser.submit(typed, { button: "intent=submit" });
  await browser.open(paths.newContribution());
  await browser.submit(typed, { button: "intent=submit" });
  expect(await of()).toBe(2);
  const other = browserOf("speaker");
  await other.open(url);
  await other.submit(typed, { button: "intent=submit" });
  expect([other.page.status, await of()]).toEqual([200, 3]);
});

it("leads to the draft that was begun, also where the page is loaded anew", async () => {
  const browser = browserOf("participant");
  const { url } = await browser.open(paths.newContribution());
  const { url: draft } = await browser.submit({ title: "Begun" }, { button: "intent=draft" });
  await browser.open(url);
  expect(browser.page.url).toBe(draft);
  expect(browser.page.document.querySelector('[name="title"]')?.getAttribute("value")).toBe("Begun");
});

it("takes an old address, or one that is none of ours, for a new one", async () => {
  const browser = browserOf("participant");
  for (const opened of ["", "x", "1-0123456789abcdef", "zzzzzzz-0123456789abcdef"]) {
    const { url, status } = await browser.open(`/contributions/new?kind=need&opened=${opened}`);
    expect([status, new URL(url).searchParams.get("kind"), new URL(url).searchParams.get("opened") === opened]).toEqual(
      [200, "need", false],
    );
  }
});

it("asks for the number that led to it of its author alone", async () => {
  const browser = browserOf("participant");
  const { url } = await browser.open(paths.newContribution());
  await browser.submit({ title: "Mine", summary: "One." }, { button: "intent=submit" });
  await writing(target.store).updateTable("idempotency_key").set({ actor_id: target.w.people.speakerBa }).execute();
  await browser.open(url);
  await browser.submit({ title: "Mine", summary: "Two." }, { button: "intent=submit" });
  expect([browser.page.status, browser.text.includes("Open what was made")]).toEqual([409, false]);
});
