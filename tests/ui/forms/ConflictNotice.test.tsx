import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { baseOf, mergeForms } from "#app/domain/forms/merge-forms.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { type ComparedField, ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";

const fields: ComparedField[] = [
  { name: "title", label: "Title" },
  { name: "note", label: "Note", empty: "inherited" },
  { name: "themes", label: "Themes", inWords: (code) => `Theme ${code}` },
  { name: "referenceId", label: "References", beside: "referenceRule", inWords: (id, rule) => `${id} ${rule}` },
];

const render = (values: Record<string, string | string[]>, current: Record<string, string | string[]>) => {
  const { both, taken } = mergeForms(values, current);
  const html = renderToStaticMarkup(
    <TextProvider text={textFor("en")}>
      <ConflictNotice answer={{ values, current, both, taken, errors: {}, formErrors: [] }} fields={fields} />
    </TextProvider>,
  );
  const { document } = parseHTML(`<main>${html}</main>`);
  const notice = document.querySelector(".notice")?.textContent?.replace(/\s+/g, " ") ?? "";
  return [notice, ...[...document.querySelectorAll("dt, dd")].map((node) => node.textContent)];
};

const before = { title: "Title", note: "Note", themes: ["T01"], referenceId: ["a"], referenceRule: ["1"] };
const base = baseOf(before);

it("shows what is stored where both changed it, in words, each value on its own", () => {
  const stored = {
    title: "Theirs",
    note: "",
    themes: ["T01", "T02"],
    referenceId: ["a", "b"],
    referenceRule: ["4", ""],
  };
  const typed = { title: "Mine", note: "x", themes: "T03", referenceId: ["a", ""], referenceRule: ["5", ""], base };
  const [notice, ...shown] = render(typed, stored);
  expect(shown).toEqual([
    ...["Title", "Theirs", "Note", "inherited", "Themes", "Theme T01", "Theme T02"],
    ...["References", "a 4", "b "],
  ]);
  expect(notice).toContain("Both of you changed the fields below");
});

it("names what was taken over, and asks nothing where only others changed", () => {
  const stored = { ...before, title: "Theirs", themes: ["T02"], revision: "3" };
  const [notice, ...shown] = render({ ...before, note: "Mine", base, revision: "2" }, stored);
  expect(shown).toEqual([]);
  expect(notice).toContain(
    "Nothing that you typed was changed by anybody else. Taken over into your form: Title, Themes.",
  );
});

it("sends the revision that was shown, and what the form was filled in from", () => {
  const sent = (answer: Parameters<typeof RevisionField>[0]["answer"]) => {
    const html = renderToStaticMarkup(<RevisionField answer={answer} stored={{ revision: "1", title: "Stored" }} />);
    const { document } = parseHTML(`<main>${html}</main>`);
    return [...document.querySelectorAll("input")].map((input) => [input.name, input.getAttribute("value")]);
  };
  const empty = { errors: {}, formErrors: [] };
  const from = baseOf({ title: "Stored" });
  const rows = (revision: string, what: string) => [
    ["revision", revision],
    ["base", what],
  ];
  expect(sent(undefined)).toEqual(rows("1", from));
  expect(sent({ ...empty, values: { revision: "2", base: "{}" } })).toEqual(rows("2", "{}"));
  expect(sent({ ...empty, values: { revision: "2" }, current: { revision: "3" } })).toEqual(rows("3", from));
});
