import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { type ComparedField, ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";

const fields: ComparedField[] = [
  { name: "title", label: "Title" },
  { name: "note", label: "Note", empty: "inherited" },
  { name: "themes", label: "Themes", inWords: (code) => `Theme ${code}` },
  { name: "references", label: "References", beside: "rules", inWords: (id, rule) => `${id} ${rule}` },
];

const render = (current: Record<string, string | string[]>, values: Record<string, string | string[]>) => {
  const html = renderToStaticMarkup(
    <TextProvider text={textFor("en")}>
      <ConflictNotice answer={{ values, current, errors: {}, formErrors: [] }} fields={fields} />
    </TextProvider>,
  );
  const { document } = parseHTML(`<main>${html}</main>`);
  return [...document.querySelectorAll("dt, dd")].map((node) => node.textContent);
};

it("shows what is stored where it differs, in words, each value on its own", () => {
  const stored = { title: "Theirs", note: "", themes: ["T01", "T02"], references: ["a", "b"], rules: ["4", ""] };
  expect(render(stored, { title: "Mine", note: "x", themes: "T01", references: ["a", ""], rules: ["5", ""] })).toEqual([
    ...["Title", "Theirs", "Note", "inherited", "Themes", "Theme T01", "Theme T02"],
    ...["References", "a 4", "b "],
  ]);
});

it("passes over what is the same, whatever its order, and what is not compared", () => {
  const stored = { title: "Same", themes: ["T02", "T01"], references: ["a"], rules: ["4"], revision: "3" };
  const typed = { title: " Same", themes: ["T01", "T02"], references: ["", "a"], rules: ["", "4"], revision: "2" };
  expect(render(stored, typed)).toEqual([]);
});

it("sends the revision that was shown", () => {
  const revision = (answer: Parameters<typeof RevisionField>[0]["answer"]) =>
    /value="(\d+)"/.exec(renderToStaticMarkup(<RevisionField answer={answer} stored="1" />))?.[1];
  const empty = { errors: {}, formErrors: [] };
  expect(revision(undefined)).toBe("1");
  expect(revision({ ...empty, values: { revision: "2" } })).toBe("2");
  expect(revision({ ...empty, values: { revision: "2" }, current: { revision: "3" } })).toBe("3");
});
