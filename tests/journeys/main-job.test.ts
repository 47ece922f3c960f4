import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SaidNews } from "#app/domain/sessions/session-mails.server.ts";
import { missingMessages, openBrowser, person, signIn, signInUnseen } from "#tests/journeys/browser.ts";
import { siteWithDemo } from "#tests/journeys/site-with-demo.ts";

// The main job from end to end, by the people who do it, in Chromium: once with scripts and once without. Each step
// continues where the one before left off.
describe.each([{ scripts: true }, { scripts: false }])(
  "the main job, scripts: $scripts",
  { timeout: 90_000 },
  ({ scripts }) => {
    let site: Awaited<ReturnType<typeof siteWithDemo>>;
    let browser: Browser;
    const people = new Map<string, { context: BrowserContext; page: Page; faults: string[] }>();
    let roundPath = "";
    let sessionPath = "";
    let practice = "";
    let challenge = "";

    beforeAll(async () => {
      site = await siteWithDemo();
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await site?.end();
    });

    /** The page of somebody who stays signed in over the steps. */
    const as = async (who: string): Promise<Page> => {
      const known = people.get(who);
      if (known) return known.page;
      const one = await person(browser, site.origin, { scripts });
      people.set(who, one);
      // One of them shows that the form does.
      if (who === "organiser") await signIn(one.page, who);
      else await signInUnseen(one.context, site.origin, who);
      return one.page;
    };
    const heading = (page: Page) => page.locator("h1").innerText();
    const path = (page: Page) => new URL(page.url()).pathname;
    /** Sends a form and waits for what follows: the next page, or the form again with what is wrong. */
    const send = async (page: Page, button: Locator) => {
      const before = page.url();
      const answered = page.waitForResponse(
        // Drafts that save themselves while one types are something else.
        (response) => response.request().method() === "POST" && !response.url().includes("/contributions/drafts"),
      );
      await button.click();
      const status = (await answered).status();
      // 202 is how a redirect looks to a page that navigates by script.
      if (status === 202 || status === 303) await page.waitForURL((url) => url.href !== before);
      else await page.locator(".errors").first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await missingMessages(page)).toEqual([]);
    };
    const submit = (page: Page, words: string | RegExp) =>
      send(page, page.getByRole("main").getByRole("button", { name: words }));
    const statusOf = async (who: string, address: string) => (await (await as(who)).goto(address))?.status();
    const told = async () => {
      await site.deliver();
      const rows = await site.store.read
        .selectFrom("outbox")
        .innerJoin("account", "account.id", "outbox.recipient_id")
        .select(["outbox.parameters", "account.address"])
        .where("outbox.subject_id", "=", sessionPath.split("/").at(-1) ?? "")
        .execute();
      const what = (parameters: string) => (JSON.parse(parameters) as SaidNews).told?.what;
      return rows
        .map(({ parameters, address }) => `${what(parameters)} ${address.replace("@demo.example", "")}`)
        .sort();
    };

    it("an organiser schedules a session, and is warned when somebody is taken", async () => {
      const page = await as("organiser");
      await expect.poll(() => heading(page)).toBe("What awaits you");
      await page.goto("/rounds");
      const upcoming = await site.store.read
        .selectFrom("round")
        .selectAll()
        .where("slug", "=", "upcoming")
        .executeTakeFirstOrThrow();
      roundPath = `/rounds/${upcoming.id}`;
      await page.locator(`main a[href="${roundPath}"]`).first().click();
      await page.waitForLoadState("networkidle");
      await page.goto(`${roundPath}/sessions/new?delegation=xk`);
      await page.fill("[name=date]", upcoming.starts_on);
      await page.fill("[name=time]", "09:30");
      await page.fill("[name=minutes]", "90");
      await page.getByLabel("Joost Voorbeeld").check();
      await page.getByLabel("Clara Ejemplo").check();
      await page.selectOption("main select[name=language]", "sq");
      await page.fill("[name=joinLink]", "https://meet.demo.example/journey");
      await page.selectOption("[name=templateId]", { index: 1 });
      await submit(page, /^Schedule$/);
      // Joost Voorbeeld is with the delegation of Bosnia and Herzegovina at that time.
      expect(await page.getByRole("main").innerText()).toContain("Joost Voorbeeld is in");
      expect(await page.inputValue("[name=joinLink]")).toBe("https://meet.demo.example/journey");
      await page.fill("[name=time]", "16:30");
      await submit(page, /^Schedule$/);
      await expect.poll(() => heading(page)).toBe("Bilateral session with the delegation of Kosovo*");
      sessionPath = path(page);
      expect(await told()).toEqual(
        ["consultant", "consultant2", "participant.xk", "participant2.xk"].map((who) => `scheduled ${who}`),
      );
    });

    it("she builds the agenda, adds an item of her own and moves it up", async () => {
      const page = await as("organiser");
      await page.goto(`${sessionPath}/agenda/new`);
      await page.selectOption("main [name=kind]", "discussion");
      await page.fill("[name=title]", "First weeks after release");
      await page.fill("[name=minutes]", "15");
      await submit(page, /Add|Save/);
      expect(path(page)).toBe(`${sessionPath}/agenda`);
      const titles = async () => {
        const rows = await site.store.read
          .selectFrom("agenda_item")
          .select("title")
          .where("session_id", "=", sessionPath.split("/").at(-1)!)
          .where("removed_at", "is", null)
          .orderBy("position")
          .execute();
        return rows.map(({ title }) => title);
      };
      const before = await titles();
      expect(before.at(-1)).toBe("First weeks after release");
      // It leads back to the same address.
      await page.getByRole("button", { name: "Move up: First weeks after release" }).click();
      await expect.poll(titles).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
      if (!scripts) return;
      const said = () => page.locator("#announcer").textContent();
      const [last, count] = [before.length - 1, before.length];
      await expect.poll(said).toMatch(new RegExp(`^First weeks after release: ${last} of ${count}, \\d\\d:\\d\\d$`));
      // At the end of the list the arrow that was pressed is gone: the other one has the focus.
      await page.getByRole("button", { name: "Move down: First weeks after release" }).click();
      await expect.poll(said).toMatch(/^First weeks after release: (\d+) of \1, /);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("title"));
      await expect.poll(focused).toBe("Move up: First weeks after release");
      await page.getByRole("button", { name: "Move up: First weeks after release" }).click();
      await expect.poll(titles).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
    });

    it("the session is there for exactly the people concerned, at their local time", async () => {
      const participant = await as("participant.xk");
      await participant.goto(sessionPath);
      await expect.poll(() => heading(participant)).toBe("Bilateral session with the delegation of Kosovo*");
      expect(await participant.getByRole("main").innerText()).not.toMatch(/internal/i);
      for (const who of ["consultant", "consultant2", "participant2.xk"])
        expect([who, await statusOf(who, sessionPath)]).toEqual([who, 200]);
      for (const who of ["participant.rs", "consultant3", "observer", "admin"])
        expect([who, await statusOf(who, sessionPath)]).toEqual([who, 404]);
      const visitor = await person(browser, site.origin, { scripts });
      await visitor.page.goto(sessionPath);
      expect(path(visitor.page)).toBe("/sign-in");
      await visitor.context.close();
    });

    it("a participant posts a good practice in a minute and a challenge in full", async () => {
      const page = await as("participant.xk");
      await page.goto(sessionPath);
      await page.locator('main a[href*="kind=practice"]:visible').first().click();
      await page.waitForLoadState("networkidle");
      await page.locator("[name=kind][value=practice]").check();
      await page.fill("[name=title]", "Privremeni smještaj i zajednički šalter prije otpusta");
      await page.fill("[name=summary]", "Na jednom mjestu rješavaju se dokumenti i smještaj.");
      await page.selectOption("main select[name=language]", "bs");
      await submit(page, scripts ? "Post a good practice" : "Keep it");
      practice = path(page);
      expect(practice).toMatch(/^\/contributions\/REL-\d{4}-[0-9A-Z]{4}$/);
      await expect.poll(() => heading(page)).toBe("Privremeni smještaj i zajednički šalter prije otpusta");

      const session = sessionPath.split("/").at(-1)!;
      const item = await site.store.read
        .selectFrom("agenda_item")
        .select("id")
        .where("session_id", "=", session)
        .where("kind", "=", "capture-challenges")
        .executeTakeFirstOrThrow();
      await page.goto(`/contributions/new?session=${session}&item=${item.id}&kind=challenge&depth=full`);
      await page.fill("[name=title]", "Opština saznaje za otpust tek na dan otpusta");
      await page.fill("[name=summary]", "Niko nije zadužen da javi na vrijeme.");
      await page.selectOption("main select[name=language]", "bs");
      await page.fill("[name=body]", "## Šta se dešava\n\nObavijest stiže *kasno*, pa smještaj nije spreman.");
      await submit(page, "Submit");
      // Theme and phase are missing: the form says so and keeps what was typed.
      expect(await page.locator(".errors a").count()).toBeGreaterThan(0);
      expect(await page.inputValue("[name=body]")).toContain("Obavijest stiže *kasno*");
      await page.fill("[name=detail-expected]", "Obavijest mjesec dana ranije.");
      await page.selectOption("[name=phase]", "release-day");
      await page.locator("[name=themes]").first().check();
      await submit(page, "Submit");
      challenge = path(page);
      await expect.poll(() => heading(page)).toBe("Opština saznaje za otpust tek na dan otpusta");
      expect(await page.locator("main em").innerText()).toBe("kasno");
    });

    it("another delegation finds no trace, in lists, search or by address", async () => {
      for (const address of [practice, challenge]) expect(await statusOf("participant.rs", address)).toBe(404);
      const page = await as("participant.rs");
      await page.goto("/search?q=privremeni+smjestaj+salter");
      const text = await page.getByRole("main").innerText();
      expect([text.includes("zajednički šalter"), text.includes(practice.split("/").at(-1)!)]).toEqual([false, false]);
      await page.goto(roundPath);
      expect(await page.getByRole("main").innerText()).not.toContain("Kosovo");
    });

    it("a consultant finds both without diacritics and in the other script, and follows them back", async () => {
      const page = await as("consultant");
      for (const query of ["smjestaj salter", "смештај шалтер", "opstina otpust obavijest", "општина отпуст"]) {
        await page.goto(`/search?q=${encodeURIComponent(query)}`);
        const wanted = query.startsWith("o") || query.startsWith("о") ? challenge : practice;
        expect([query, await page.locator(`main a[href^="${wanted}"]`).count()]).toEqual([query, 1]);
      }
      await page.goto("/search?q=salter&kind=challenge");
      expect(await page.locator(`main a[href^="${practice}"]`).count()).toBe(0);
      await page.goto("/search?q=salter&kind=practice");
      await page.locator(`main a[href^="${practice}"]`).click();
      await page.waitForLoadState("networkidle");
      await page.locator(`nav.chain a[href^="${sessionPath}"]`).first().click();
      await page.waitForLoadState("networkidle");
      expect(path(page)).toBe(sessionPath);
    });

    it("the speaker of the delegation consents, and the group finds the record", async () => {
      const page = await as("participant.xk");
      await page.goto(`${practice}/sharing`);
      await page.locator("[name=level][value=group]").first().check();
      await submit(page, "Ask the delegation");
      const speaker = await as("participant2.xk");
      await speaker.goto("/home");
      const number = practice.split("/").at(-1)!;
      const request = await site.store.read
        .selectFrom("sharing_request")
        .innerJoin("contribution", "contribution.id", "sharing_request.contribution_id")
        .select("sharing_request.id")
        .where("number", "=", number)
        .executeTakeFirstOrThrow();
      expect(await speaker.locator(`main a[href="/sharing-requests/${request.id}"]`).count()).toBeGreaterThan(0);
      await speaker.goto(`/sharing-requests/${request.id}`);
      await send(speaker, speaker.locator("[name=decision][value=granted]"));
      const other = await as("participant.rs");
      await other.goto("/search?q=privremeni+smjestaj+salter");
      expect(await other.locator(`main a[href^="${practice}"]`).count()).toBe(1);
      await other.goto(practice);
      const text = await other.getByRole("main").innerText();
      expect([
        text.includes("Kosovo*"),
        text.includes("Besa Shembulli"),
        await other.locator(`a[href^="${sessionPath}"]`).count(),
      ]).toEqual([true, false, 0]);
    });

    it("the author edits and withdraws", async () => {
      const page = await as("participant.xk");
      await page.goto(`${challenge}/edit`);
      await page.fill("[name=summary]", "Niko nije zadužen da javi na vrijeme, ni opštini ni centru.");
      await submit(page, /Save/);
      await expect.poll(() => page.getByRole("main").innerText()).toContain("ni opštini ni centru");
      await page.goto(`${challenge}/withdrawal`);
      await page.fill("[name=reason]", "Objedinjeno s drugim zapisom.");
      await submit(page, "Withdraw");
      const consultant = await as("consultant");
      expect((await consultant.goto(challenge))?.status()).toBe(404);
    });

    it("the organiser moves and cancels the session, and everybody is told", async () => {
      const page = await as("organiser");
      await page.goto(`${sessionPath}/edit`);
      await page.fill("[name=time]", "17:00");
      await submit(page, "Save and tell those concerned");
      await site.deliver();
      await page.goto(`${sessionPath}/cancellation`);
      await page.fill("[name=reason]", "The connection is not ready.");
      await submit(page, "Cancel and tell everybody");
      const people = ["consultant", "consultant2", "participant.xk", "participant2.xk"];
      const expected = ["cancelled", "moved", "scheduled"].flatMap((what) => people.map((who) => `${what} ${who}`));
      expect(await told()).toEqual(expected);
    });

    it("logged no error in any browser", () => {
      expect([...people].flatMap(([who, { faults }]) => faults.map((fault) => `${who}: ${fault}`))).toEqual([]);
    });
  },
);
