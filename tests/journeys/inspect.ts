import { createRequire } from "node:module";
import type { RunOptions } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { type View, windowOf } from "#tests/journeys/browser.ts";

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** WCAG 2.2 A and AA, and best practice. What passes is not listed: telling it takes longer than finding it. */
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/**
 * Brings axe into every page that the context opens from now on, and ends transitions: for readers who want less motion
 * every property changes within a moment, and axe would be quicker and mix the colours of two themes.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: axeFile });
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::before, ::after { transition: none !important }");
    document.adoptedStyleSheets = [sheet];
  });
}

interface WindowSize {
  /** CSS pixels. */
  width: number;
  /** As large as it is by default, or twice as large. */
  text: "100%" | "200%";
}
/** Windows in which a page is looked at for what does not fit alone: where its layout changes, and large text. */
export const sizes: readonly WindowSize[] = [
  { width: 320, text: "200%" },
  { width: 390, text: "100%" },
  { width: 640, text: "100%" },
  { width: 768, text: "100%" },
  { width: 1024, text: "100%" },
];

/** What of the page that was loaded sticks out of the window, one line a finding, in all sizes or some. */
export async function findTooWide(page: Page, among: readonly WindowSize[] = sizes): Promise<string[]> {
  const findings: string[] = [];
  for (const { width, text } of among) {
    await page.setViewportSize(windowOf(width));
    const found = await page.evaluate(tooWide, text);
    findings.push(...found.map((finding) => `${width} px, text ${text}: ${finding}`));
  }
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  return findings;
}

/** Elements that end outside of the window and are not in a part that moves sideways. Runs in the browser. */
async function tooWide(text: string): Promise<string[]> {
  document.documentElement.style.fontSize = text;
  // How wide words are depends on them; those that do not come are not waited for.
  await document.fonts.ready;
  const { clientWidth, scrollWidth } = document.documentElement;
  const moves = (element: Element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const isMoved = (element: Element): boolean => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) if (moves(up)) return true;
    return false;
  };
  const isSeen = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 1 || left < -1) && isSeen(element) && !isMoved(element);
  });
  const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
  const told = innermost.map((element) => {
    const place = [element.parentElement, element].map(
      (one) => `${one?.tagName.toLowerCase()}.${one?.getAttribute("class") ?? ""}`,
    );
    return `${place.join(" > ")} sticks out: ${element.textContent?.trim().slice(0, 40)}`;
  });
  if (told.length === 0 && scrollWidth > clientWidth + 1) return ["scrolls sideways"];
  return told.slice(0, 4);
}

/**
 * What is wrong with the page that was loaded, one line a finding: what axe finds, sideways scrolling, which must not
 * be even at 320 px, other than one h1. Every view is looked at in full, since a narrow page shows other parts, but
 * without loading it again: views are matters of style sheets alone.
 */
export async function inspect(page: Page, views: readonly View[]): Promise<string[]> {
  await page.waitForFunction(isAlive);
  const findings: string[] = [];
  for (const { theme, width } of views) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(windowOf(width));
    const found = await page.evaluate(findFaults, options);
    findings.push(...found.map((finding) => `${theme}, ${width} px: ${finding}`));
  }
  return findings;
}

/** Whether React has taken over the page; at once where the page has no script. Runs in the browser. */
function isAlive(): boolean {
  const scripted = document.querySelector("script[type=module]") !== null;
  return !scripted || Object.keys(document.body).some((name) => name.startsWith("__react"));
}

/** Runs in the browser. */
async function findFaults(wanted: RunOptions): Promise<string[]> {
  const { violations } = await window.axe.run(document, wanted);
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`)),
    ...(scrollWidth > clientWidth + 1 ? ["scrolls sideways"] : []),
    ...(document.querySelectorAll("h1").length === 1 ? [] : ["not one h1"]),
  ];
}
