import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { errors, said, texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const answers = () => target.store.read.selectFrom("session_answer").select(["answer", "way", "comment"]).execute();

it("shows what the mail said with the choice of the link ready, and answers when that is sent", async () => {
  const browser = new PlainBrowser(target.site.origin);
  await browser.open(paths.answer(target.things.answerToken, { answer: "tentative" }));
  const { document, html } = browser.page;
  expect([browser.page.status, texts(browser, "h1")]).toEqual([200, ["Answer the invitation"]]);
  expect(document.querySelector("input[name=answer][checked]")?.getAttribute("value")).toBe("tentative");
  expect(document.querySelector(".gate")?.textContent).toContain("This answer is given for participantBa.");
  // No more than the mail: neither the agenda nor other people, and no way on for who is not signed in.
  expect(/Quokkagram|consultant|Wombatgram|speakerBa/.exec(html)).toBe(null);
  expect(await answers()).toEqual([]);
  await browser.submit({ answer: "tentative", comment: "0101990170003" });
  expect([browser.page.status, errors(browser).length, await answers()]).toEqual([422, 1, []]);
  await browser.submit({ answer: "declined", comment: "On leave." });
  expect([browser.trail, said(browser)]).toEqual([[303, 200], []]);
  expect(browser.page.document.querySelector(".gate")?.textContent).toContain("Your answer is saved.");
  expect(await answers()).toEqual([{ answer: "declined", way: "link", comment: "On leave." }]);
});

it("shows the answer to the person and the organiser on the page of the session, and to no other delegate", async () => {
  const page = async (cookie: string) => {
    const browser = new PlainBrowser(target.site.origin, { cookie });
    await browser.open(paths.session(target.things.session));
    return browser;
  };
  const own = await page(target.cookies.participant);
  expect(own.page.document.querySelector("#answer")?.textContent).toContain("You answered: No, I cannot take part.");
  expect(own.page.document.querySelector("#answers")).toBe(null);
  const organiser = await page(target.cookies.organiser);
  expect(organiser.page.document.querySelector("#answer")).toBe(null);
  expect(texts(organiser, "#answers tbody tr").find((row) => row.startsWith("participantBa"))).toContain("On leave.");
  const leads = await page(target.cookies.consultant);
  const row = texts(leads, "#answers tbody tr").find((line) => line.startsWith("participantBa"));
  expect([row?.includes("will not take part"), row?.includes("On leave.")]).toEqual([true, false]);
  const other = await page(target.cookies.speaker);
  expect(other.page.html).not.toMatch(/will not take part|On leave/);
});

it("speaks the language of the mail, whatever the browser asks for, until its reader chooses", async () => {
  const { participantBa } = target.w.people;
  const speaks = (locale: "bs" | "en") =>
    writeTransaction(target.store, async (db) => {
      await db.updateTable("account").set({ locale }).where("id", "=", participantBa).execute();
    });
  await speaks("bs");
  const browser = new PlainBrowser(target.site.origin);
  await browser.open(paths.answer(target.things.answerToken, { answer: "tentative" }));
  const { document } = browser.page;
  expect([document.documentElement.lang, texts(browser, "h1")]).toEqual(["bs", ["Odgovor na poziv"]]);
  expect(document.querySelector("input[name=answer][checked]")?.getAttribute("value")).toBe("tentative");
  await browser.open(paths.answer(target.things.answerToken, { language: "bs" }));
  expect(browser.page.status).toBe(200);
  await speaks("en");
});

it("takes no more than twenty answers an hour by one link", async () => {
  const browser = new PlainBrowser(target.site.origin);
  const statuses = [];
  for (let at = 0; at < 21; at++) {
    await browser.open(paths.answer(target.things.answerToken));
    await browser.submit({ answer: at % 2 === 0 ? "accepted" : "tentative", comment: "" });
    statuses.push(browser.page.status);
  }
  expect([statuses[5], statuses.at(-1)]).toEqual([200, 429]);
});
