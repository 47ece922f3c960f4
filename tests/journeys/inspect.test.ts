import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, person } from "#tests/journeys/browser.ts";
import { bringAxe, inspect } from "#tests/journeys/inspect.ts";

// Whether the looking itself would see anything: a page with faults that are there in one view only.
const page = `<!doctype html>
<html lang="en">
  <head>
    <title>Check</title>
    <style>
      * { transition-duration: 0.01ms }
      body { color: #111; background: #fff }
      .narrow { display: none }
      @media (prefers-color-scheme: dark) { body { color: #222; background: #111 } }
      @media (max-width: 400px) { .narrow { display: block; width: 600px } }
    </style>
  </head>
  <body><main><h1>Check</h1><p class="narrow"><img src="/picture.png"></p></main></body>
</html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("finds what is wrong in one view and not in another, without loading the page again", async () => {
  const { context, page: window } = await person(browser, "http://check.example");
  await bringAxe(context);
  let loads = 0;
  await context.route("**/*", (route) => {
    if (route.request().resourceType() === "document") loads++;
    return route.fulfill({ contentType: "text/html", body: page });
  });
  await window.goto("/");
  const views = [
    { theme: "light" as const, width: 1280 },
    { theme: "dark" as const, width: 320 },
    { theme: "light" as const, width: 1280 },
  ];
  expect(await inspect(window, views)).toEqual([
    "dark, 320 px: color-contrast: h1",
    "dark, 320 px: image-alt: img",
    "dark, 320 px: scrolls sideways",
  ]);
  expect(loads).toBe(1);
});
