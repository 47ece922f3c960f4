import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { demoPassword } from "#tests/support/demo.ts";

export type Theme = "light" | "dark";

/** How wide the window is, and what the reader's system asks for. */
export interface View {
  theme: Theme;
  width: number;
}

/** The window of a view: a phone held upright, or a laptop. */
export const windowOf = (width: number) => ({ width, height: width < 600 ? 844 : 900 });

/** Starts Debian's Chromium; `tests/run.mjs` says where it is. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Scripts of a page that is soon left are not worth optimising: it takes longer than they run.
      "--js-flags=--no-opt,--no-maglev",
    ],
  });
}

/** A person with a browser of their own. Errors on the console and failed requests are collected in `faults`. */
export async function person(
  browser: Browser,
  origin: string,
  options: Partial<View> & { scripts?: boolean; locale?: string } = {},
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const { theme = "light", width = 1280, scripts = true, locale = "en-GB" } = options;
  const context = await browser.newContext({
    baseURL: origin,
    colorScheme: theme,
    viewport: windowOf(width),
    javaScriptEnabled: scripts,
    locale,
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(8_000);
  // A page may be long in coming where others keep the machine busy.
  context.setDefaultNavigationTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    // A refused form answers 4xx, which the browser reports as a failed load of the page itself.
    if (message.type() === "error" && !/status of (401|403|404|409|422|429)/.test(message.text()))
      faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  return { context, page, faults };
}

/** Signs in through the form, as an account of the demonstration: `participant.ba`, `organiser`, ... */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.goto("/sign-in");
  await page.fill("[name=address]", `${who}@demo.example`);
  await page.fill("[name=password]", demoPassword);
  await page.click("main button[type=submit]");
  await page.waitForURL(/\/home/);
}

const keys = new Set(Object.keys(messagesOf("en")));

/** Messages that stand on the page as their keys, because the browser does not have them. */
export async function missingMessages(page: Page): Promise<string[]> {
  const words = (await page.locator("body").innerText()).match(/[a-zA-Z]+\.[\w.-]*\w/g) ?? [];
  return words.filter((word) => keys.has(word));
}

/** Signs a person in without showing the form and the page that follows: for what is not about signing in. */
export async function signInUnseen(context: BrowserContext, origin: string, who: string): Promise<void> {
  const answer = await context.request.post("/sign-in", {
    form: { address: `${who}@demo.example`, password: demoPassword },
    headers: { origin },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${who} is not signed in: ${answer.status()}`);
}
