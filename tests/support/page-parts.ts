import type { PlainBrowser } from "#tests/support/plain-browser.ts";

/** What the elements say that match a selector, white space folded. */
export function texts(browser: PlainBrowser, selector: string): string[] {
  return [...browser.page.document.querySelectorAll(selector)].map(textOf);
}

/** The path of the page, without what the address says of the last deed. */
export function pathOf(browser: PlainBrowser): string {
  return new URL(browser.page.url).pathname;
}

/** Messages of the error summary of a refused form. */
export function errors(browser: PlainBrowser): string[] {
  return texts(browser, ".errors li");
}

/** What the page says of the deed that led to it. */
export function said(browser: PlainBrowser): string[] {
  return texts(browser, "main > .notice--good");
}

/** The rows of the table with this caption, cell by cell. */
export function rows(browser: PlainBrowser, caption: string): string[][] {
  const table = [...browser.page.document.querySelectorAll("table")].find(
    (one) => textOf(one.querySelector("caption")) === caption,
  );
  return [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.querySelectorAll("th, td")].map(textOf));
}

/** The value behind a label: of a radio button, a check box or an option of the field of this name. */
export function choice(browser: PlainBrowser, field: string, label: string): string {
  const { document } = browser.page;
  for (const input of document.querySelectorAll(`input[name="${field}"]`)) {
    const own = document.querySelector(`label[for="${input.getAttribute("id")}"]`);
    if (textOf(own) === label) return input.getAttribute("value") ?? "on";
  }
  const options = [...document.querySelectorAll(`select[name="${field}"] option`)];
  const option = options.find((one) => textOf(one) === label);
  if (!option) throw new Error(`No choice "${label}" of ${field} on ${browser.page.url}`);
  return option.getAttribute("value") ?? label;
}

/** Values of several choices of one field. */
export function choices(browser: PlainBrowser, field: string, labels: readonly string[]): string[] {
  return labels.map((label) => choice(browser, field, label));
}

/** The choices of a field with the counts beside them, as in the filters of a search. */
export function counts(browser: PlainBrowser, field: string): Record<string, number> {
  const inputs = [...browser.page.document.querySelectorAll(`main .choice input[name="${field}"]`)];
  return Object.fromEntries(
    inputs.map((input) => {
      const line = input.closest(".choice");
      return [textOf(line?.querySelector("label") ?? null), Number(textOf(line?.querySelector(".figures") ?? null))];
    }),
  );
}

/** What stands in fields of the page now; ticked choices and chosen options by their labels. */
export function filledIn(browser: PlainBrowser, ...names: string[]): Record<string, string | string[]> {
  return Object.fromEntries(names.map((name) => [name, valueNow(browser, name)]));
}

function valueNow(browser: PlainBrowser, name: string): string | string[] {
  const { document } = browser.page;
  const [field, ...more] = [...document.querySelectorAll(`main [name="${name}"]:not(button)`)];
  if (!field) throw new Error(`No field ${name} on ${browser.page.url}`);
  if (field.tagName === "SELECT")
    return textOf(field.querySelector("option[selected]") ?? field.querySelector("option"));
  if (field.tagName === "TEXTAREA") return field.textContent ?? "";
  const type = field.getAttribute("type");
  if (type !== "radio" && type !== "checkbox") return field.getAttribute("value") ?? "";
  const ticked = [field, ...more].filter((one) => one.hasAttribute("checked"));
  return ticked.map((one) => textOf(document.querySelector(`label[for="${one.getAttribute("id")}"]`)));
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
