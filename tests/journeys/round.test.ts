import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { server } from "#tests/domain/outbox/mail-server.ts";
import { openBrowser, person, signInUnseen } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";
import { readZip } from "#tests/support/read-zip.ts";

// The life of a round from "who meets whom" to the Word file of its minutes, in Chromium: once with scripts and once
// without. Each step continues where the one before left off; days pass on the clock of the server.

const DAY = 86_400_000;
const root = join(import.meta.dirname, "../..");
const begun = Date.now();
/** The day after tomorrow. */
const day = new Date(begun + 2 * DAY).toISOString().slice(0, 10);
/** How long a page may take to show what is on it. */
const WAITS = { timeout: 8_000 };
const said = "Obavijest o otpustu stiže prekasno.";
const amended = "Obavijest o otpustu stiže prekasno, često na sam dan.";

// Without scripts under `npm run check`; the same steps over HTTP are in `tests/routes`.
describe.each(process.env.JOURNEYS === "full" ? [{ scripts: true }, { scripts: false }] : [{ scripts: true }])(
  "the life of a round, scripts: $scripts",
  { timeout: 60_000 },
  ({ scripts }) => {
    let site: Awaited<ReturnType<typeof siteWithDemo>>;
    let browser: Browser;
    const people = new Map<string, { context: BrowserContext; page: Page; faults: string[] }>();
    let round = "";
    let draft = "";
    let session = "";
    let sent: ComposedMail[] = [];

    beforeAll(async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: begun });
      site = await siteWithDemo();
      browser = await openBrowser();
    });
    afterAll(async () => {
      vi.useRealTimers();
      await browser?.close();
      await site?.end();
    });

    /** The page of somebody who stays signed in over the steps. */
    const as = async (who: string): Promise<Page> => {
      const known = people.get(who);
      if (known) return known.page;
      const one = await person(browser, site.origin, { scripts });
      people.set(who, one);
      await signInUnseen(one.context, site.origin, who);
      return one.page;
    };
    /** Time passes; everybody signs in again. */
    const wait = async (until: number) => {
      vi.setSystemTime(until);
      for (const { context } of people.values()) await context.close();
      people.clear();
    };
    const path = (page: Page) => new URL(page.url()).pathname;
    /** Sends a form and waits for the page that follows. */
    const submit = async (page: Page, words: string | RegExp) => {
      const before = page.url();
      await page.getByRole("main").getByRole("button", { name: words }).first().click();
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState("networkidle");
    };
    /** Opens what a link leads to. */
    const follow = async (page: Page, link: Locator) => {
      const before = page.url();
      await link.first().click();
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState("networkidle");
    };
    const linkOf = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name });
    const shows = (page: Page, words: string | RegExp) =>
      expect.poll(() => page.getByRole("main").innerText(), WAITS).toMatch(words);
    const mailTo = (address: string) =>
      sent.find(({ to }) => JSON.stringify(to).includes(address)) ?? expect.unreachable(address);

    it("an organiser says who meets whom, and the planner proposes when", async () => {
      const page = await as("organiser");
      await page.goto("/rounds/new");
      await page.locator("[name='title.en']").fill("Round of the journey");
      await page.locator("[name=format][value=bilateral-online]").check();
      await page.selectOption("[name=city]", "sarajevo");
      await page.fill("[name=startsOn]", day);
      await page.fill("[name=endsOn]", day);
      await submit(page, "Plan a round");
      round = path(page);
      await page.goto(`${round}/plan/pairings/several`);
      for (const box of await page.locator("[name=beneficiaryIds]").all()) await box.uncheck();
      for (const name of ["Albania", "Bosnia and Herzegovina", "Serbia"]) {
        await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
      }
      await page.fill("[name=minutes]", "60");
      await page.getByLabel("Joost Voorbeeld").check();
      await page.selectOption("[name=templateId]", { index: 1 });
      await submit(page, "Add all");
      await follow(page, linkOf(page, "Propose a timetable"));
      await page.fill("[name=seconds]", "5");
      await submit(page, "Begin");
      await page.waitForURL(/\/drafts\//);
      draft = path(page);
      await shows(page, "Nobody can wait less: proven");
      await expect.poll(() => page.locator(".timetable td.slot a").count(), WAITS).toBe(3);
    });

    it("the organiser moves a session, and releases once every mail was looked at", async () => {
      const page = await as("organiser");
      await page.goto(draft);
      await follow(page, linkOf(page, "Albania"));
      await page.locator(`[name=slot][value="${day}T14:00"]`).check();
      await submit(page, "Move and pin");
      expect(path(page)).toBe(draft);
      await shows(page, "14:00–15:00");
      await follow(page, linkOf(page, "Look at the release"));
      await expect.poll(() => page.locator("#mails tbody tr").count(), WAITS).toBeGreaterThan(5);
      expect(sent).toEqual([]);
      await submit(page, /^Release and tell/);
      expect(path(page)).toBe(round);
      const row = page.locator("#sessions tbody th a", { hasText: "Albania" });
      session = new URL((await row.getAttribute("href")) ?? "", site.origin).pathname;
      const smtp = server();
      const soon = () => new Date(Date.now() + 600_000);
      while ((await sendDue(site.store, { site: site.config, mails }, smtp, soon)) > 0) sent = smtp.mails;
      sent = sent.filter(({ icalEvent }) => JSON.stringify(icalEvent)?.includes(session.split("/").at(-1) ?? "-"));
      expect(sent.length).toBe(3);
    });

    it("is answered by a calendar and by a link, by people who are not signed in", async () => {
      const { content } = mailTo("participant.al@demo.example").icalEvent as { content: string };
      const reply = content
        .replace("METHOD:REQUEST", "METHOD:REPLY")
        .replace(/\r\n /g, "")
        .replace(/PARTSTAT=NEEDS-ACTION/, "PARTSTAT=TENTATIVE");
      const headers = ["From: participant.al@demo.example", "Subject: Re", "Message-ID: <round@journey.example>"];
      const type = "Content-Type: text/calendar; method=REPLY; charset=utf-8";
      const received = spawnSync(process.execPath, ["app/cli/run.mjs", "zbornik", "mail", "receive"], {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production", DATA_DIR: site.store.folder },
        input: [...headers, "MIME-Version: 1.0", type, "", reply].join("\r\n"),
        encoding: "utf8",
      });
      expect(JSON.parse(received.stdout)).toMatchObject({ result: "applied", answer: "tentative" });

      const [link = ""] = /\/answers\/ans_\w+\S*/.exec(String(mailTo("participant2.al@demo.example").text)) ?? [];
      const stranger = await person(browser, site.origin, { scripts });
      await stranger.page.goto(link);
      await stranger.page.locator("[name=answer][value=declined]").check();
      await stranger.page.fill("[name=comment]", "A colleague comes.");
      await stranger.page.getByRole("button", { name: "Send the answer" }).click();
      await stranger.page.locator(".notice--good").first().waitFor();
      await stranger.context.close();
      const page = await as("organiser");
      await page.goto(session);
      await shows(page, "A colleague comes.");
      await shows(page, "may take part");
    });

    it("is minuted and captured from while it runs", async () => {
      await wait(Date.parse(`${day}T13:30:00Z`));
      const page = await as("organiser");
      await page.goto(`${session}/attendance`);
      for (const choice of await page.locator("#people select").all()) await choice.selectOption("present");
      await page.getByRole("button", { name: "Save the attendance" }).click();
      await shows(page, "The attendance was saved.");
      await page.goto(`${session}/minutes`);
      await follow(page, page.locator('main a[href*="/minutes/items/"]').nth(1));
      await page.locator("[name=body]").fill(said);
      await submit(page, "Save");
      await shows(page, said);
      const consultant = await as("consultant");
      await consultant.goto(session);
      await follow(consultant, consultant.locator('main a[href*="kind=challenge"]:visible'));
      await consultant.locator("[name=kind][value=challenge]").check();
      await consultant.fill("[name=title]", "Obavijest stiže prekasno");
      await consultant.fill("[name=summary]", said);
      await submit(consultant, scripts ? "Post a challenge" : "Keep it");
      expect(path(consultant)).toMatch(/^\/contributions\/REL-/);
    });

    it("is circulated, amended by a delegate, and becomes final", async () => {
      const organiser = await as("organiser");
      await organiser.goto(`${session}/minutes/circulation`);
      await organiser.fill("[name=days]", "2");
      await submit(organiser, "Circulate");
      const delegate = await as("participant.al");
      await delegate.goto(`${session}/minutes`);
      await follow(delegate, delegate.locator('main section:has-text("prekasno") a[href$="/amendment"]'));
      expect(await delegate.inputValue("[name=body]")).toBe(said);
      await delegate.locator("[name=body]").fill(amended);
      await submit(delegate, "Propose");
      await organiser.goto(`${session}/minutes`);
      await follow(organiser, linkOf(organiser, "Decide"));
      await organiser.locator("[name=decision][value=accepted]").check();
      await submit(organiser, "Save the decision");
      await wait(Date.parse(`${day}T13:30:00Z`) + 3 * DAY);
      const later = await as("organiser");
      await later.goto(`${session}/minutes/finalisation`);
      await submit(later, "Make final");
      await shows(later, /final since/i);
      await shows(later, amended);
    });

    it("ends as a Word file with what was agreed", async () => {
      const page = await as("organiser");
      await page.goto(`${session}/minutes/document`);
      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name: "Word file" }).click();
      const file = readFileSync(await (await coming).path());
      expect(file.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
      const words = String(readZip(file).get("word/document.xml"));
      expect([words.includes(amended), words.includes("Albania")]).toEqual([true, true]);
    });

    it("logged no error in any browser", () => {
      expect([...people].flatMap(([who, { faults }]) => faults.map((fault) => `${who}: ${fault}`))).toEqual([]);
    });
  },
);
