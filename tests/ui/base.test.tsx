import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Chain } from "#app/ui/base/Chain.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { iconNames } from "#app/ui/icons/icon-names.ts";
import { Gallery } from "#tests/ui/base/gallery.tsx";

const html = renderToStaticMarkup(<Gallery />);
const { document } = parseHTML(`<!doctype html><html lang="en"><body><main>${html}</main></body></html>`);
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];

test("every id is there once, and every reference to one finds it", () => {
  const ids = all("[id]").map((element) => element.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const references = ["for", "aria-labelledby", "aria-describedby"].flatMap((name) =>
    all(`[${name}]`).flatMap((element) => (element.getAttribute(name) ?? "").split(" ")),
  );
  expect(references.length).toBeGreaterThan(40);
  expect(references.filter((id) => !ids.includes(id))).toEqual([]);
});

test("every control has one label and a place for its message", () => {
  const controls = all("input, select, textarea");
  const unlabelled = controls.filter((control) => all(`label[for="${control.id}"]`).length !== 1);
  expect(unlabelled.map((control) => control.outerHTML)).toEqual([]);
  const silent = all(".field > .input").filter(
    (control) => !control.getAttribute("aria-describedby")?.split(" ").includes(`${control.id}-error`),
  );
  expect(silent).toEqual([]);
  expect(all(".field").filter((field) => !field.querySelector(".error"))).toEqual([]);
});

test("only what is wrong says so", () => {
  expect(all('[aria-invalid="true"]').map((element) => element.id || element.getAttribute("role"))).toEqual([
    "f-due",
    "f-to",
    "radiogroup",
    "f-consent",
  ]);
  expect(document.querySelector("#f-due-error")?.textContent).toBe("November has 30 days. Enter another date.");
  expect(document.querySelector("#f-title-error")?.textContent).toBe("");
});

test("attributes reach the control, not its frame", () => {
  const field = <TextField name="n" label="Name" maxLength={80} autoComplete="name" required className="wide" />;
  const frame = parseHTML(renderToStaticMarkup(field)).document.querySelector(".field");
  const attributes = [...(frame?.querySelector("input")?.attributes ?? [])].map(({ name, value }) => [
    name.toLowerCase(),
    value,
  ]);
  expect(frame?.className).toBe("field wide");
  expect(Object.fromEntries(attributes)).toEqual({
    class: "input",
    type: "text",
    id: "f-n",
    name: "n",
    maxlength: "80",
    autocomplete: "name",
    required: "",
    "aria-describedby": "f-n-error",
  });
});

test("the error summary leads to controls, has the focus without a script, and is absent without errors", () => {
  const targets = all(".errors a").map((link) => document.querySelector(link.getAttribute("href") ?? "")?.tagName);
  expect(targets).toEqual(["INPUT", "INPUT"]);
  const summary = document.querySelector(".errors");
  expect([summary?.hasAttribute("autofocus"), summary?.getAttribute("tabindex")]).toEqual([true, "-1"]);
  expect(renderToStaticMarkup(<ErrorSummary title="None" errors={[]} />)).toBe("");
});

test("headings do not skip a level, and there is one h1", () => {
  const levels = all("h1, h2, h3, h4").map((heading) => Number(heading.tagName[1]));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
});

test("folded tables keep their roles, others need none", () => {
  const [plain, folded] = all("table.table");
  expect(plain?.hasAttribute("role")).toBe(false);
  expect(folded?.getAttribute("role")).toBe("table");
  expect([...(folded?.querySelectorAll("tr, th, td") ?? [])].filter((cell) => !cell.hasAttribute("role"))).toEqual([]);
  expect([...(folded?.querySelectorAll("tbody tr:first-child > *") ?? [])].map((cell) => cell.textContent)).toEqual([
    "Vera UzorovićProbation, Montenegro",
    "Wed 4 Nov, 09:30",
    "26 Oct",
    "Remind Vera Uzorović",
  ]);
});

test("facts: what is empty is left out, fragments are opened", () => {
  expect(
    renderToStaticMarkup(
      <FactLine>
        one
        {null}
        {""}
        {["two", false]}
        <b>three</b>
        <i>four</i>
      </FactLine>,
    ),
  ).toBe(
    '<div class="fact-line"><span>one</span><span>two</span><span><b>three</b></span><span><i>four</i></span></div>',
  );
  expect(renderToStaticMarkup(<FactLine>{null}</FactLine>)).toBe("");
});

test("the chain is dashed from the last thing that happened on", () => {
  const chain = renderToStaticMarkup(
    <Chain
      title="Chain"
      nodes={[
        { label: "a", text: "1", state: "done" },
        { label: "b", text: "2", state: "current" },
        { label: "c", text: "3", state: "ahead" },
      ]}
    />,
  );
  expect([...chain.matchAll(/<li([^>]*)>/g)].map((found) => found[1])).toEqual([
    "",
    ' class="to-later" aria-current="true"',
    ' class="later to-later"',
  ]);
});

test("no style attribute, which the content security policy refuses, and signs are hidden from listeners", () => {
  expect(all("[style]")).toEqual([]);
  expect(all('svg:not([aria-hidden="true"])')).toEqual([]);
});

test("the list of signs is the sprite", () => {
  const sprite = readFileSync(new URL("../../app/ui/icons/sprite.svg", import.meta.url), "utf8");
  expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((found) => found[1])).toEqual([...iconNames]);
  expect(iconNames).toEqual([...iconNames].sort());
});
