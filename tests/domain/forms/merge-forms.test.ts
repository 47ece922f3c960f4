import fc from "fast-check";
import { expect, it } from "vitest";
import { agreeing, baseOf, mergeForms } from "#app/domain/forms/merge-forms.ts";

const stored = { revision: "3", title: "Title", body: "Body", themes: ["T01", "T02"], phase: "" };
const base = baseOf(stored);
/** The form as it was opened, with what somebody typed. */
const typed = (changes: Record<string, string | string[]>) => ({ ...stored, base, ...changes });
/** What somebody else saved meanwhile. */
const saved = (changes: Record<string, string | string[]>) => ({ ...stored, revision: "4", ...changes });

it("takes over what others changed and nobody touched here, and keeps what was typed", () => {
  const current = saved({ title: "Theirs", themes: ["T01"] });
  expect(mergeForms(typed({ body: "Mine" }), current)).toEqual({
    values: { ...current, body: "Mine", base: baseOf(current) },
    both: [],
    taken: ["title", "themes"],
  });
});

it("names what both changed, and keeps one's own words in the form", () => {
  const current = saved({ title: "Theirs", body: "Theirs too" });
  const merged = mergeForms(typed({ title: "Mine" }), current);
  expect([merged.both, merged.taken, merged.values.title, merged.values.body]).toEqual([
    ...[["title"], ["body"], "Mine", "Theirs too"],
  ]);
});

it("finds nothing to settle where both wrote the same", () => {
  const merged = mergeForms(typed({ title: " Same", themes: ["T02", "T01"] }), saved({ title: "Same" }));
  expect([merged.both, merged.taken]).toEqual([[], []]);
});

it("sent again as it comes overwrites nothing that its author did not touch", () => {
  const first = saved({ title: "Theirs" });
  const once = mergeForms(typed({ body: "Mine" }), first);
  const second = { ...first, revision: "5", title: "Theirs again", phase: "release-day" };
  expect(mergeForms(once.values, second)).toMatchObject({
    values: { revision: "5", title: "Theirs again", phase: "release-day", body: "Mine" },
    both: [],
    taken: ["title", "phase"],
  });
});

it("agrees with what says the same, at the revision of now, and with nothing else", () => {
  const mine = typed({ title: "Mine" });
  const current = saved({ title: "Mine" });
  expect(agreeing(mine, current)).toEqual({ ...mine, revision: "4", base: baseOf(current) });
  expect(agreeing(mine, saved({ title: "Mine", body: "Theirs" }))).toBeNull();
  expect(agreeing(mine, saved({ title: "Theirs" }))).toBeNull();
  // A review decides on a text that was read: it says nothing of what it was filled in from.
  expect(agreeing({ decision: "checked", revision: "3" }, { revision: "4" })).toBeNull();
});

it("takes rows over as a whole", () => {
  const rows = { referenceId: ["a"], referenceRule: ["1"] };
  const form = { ...rows, referenceId: ["a", "", ""], referenceRule: ["1", "", ""], base: baseOf(rows), revision: "1" };
  const theirs = { referenceId: ["b", "a"], referenceRule: ["2", "7"], revision: "2" };
  expect(mergeForms(form, theirs)).toMatchObject({ values: theirs, both: [], taken: ["referenceId"] });
  // A rule alone is a change too.
  expect(mergeForms({ ...form, referenceRule: ["9", "", ""] }, theirs).both).toEqual(["referenceId"]);
});

it("leaves alone what the form does not have", () => {
  const short = { title: "Title", base: baseOf({ title: "Title" }), revision: "3" };
  expect(mergeForms(short, saved({ body: "Theirs" }))).toMatchObject({ both: [], taken: [] });
});

it.each(["", "{", "7", "null"])(
  "counts every field as touched where the form was filled in from nobody knows what: %s",
  (from) => {
    expect(mergeForms(typed({ base: from }), saved({ title: "Theirs" })).both).toEqual(["title"]);
  },
);

it("loses no word of either side, whatever they do", () => {
  const names = ["a", "b", "c", "d"];
  const form = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom("", "x", "y", "z")])));
  fc.assert(
    fc.property(form, form, form, (start, mine, theirs) => {
      const { values, both, taken } = mergeForms({ ...mine, base: baseOf(start) }, theirs);
      for (const name of names) {
        const [was, my, their] = [start[name], mine[name], theirs[name]];
        if (my === their) expect(values[name]).toBe(my);
        else if (my === was) expect([values[name], taken.includes(name)]).toEqual([their, true]);
        else expect([values[name], both.includes(name)]).toEqual([my, their !== was]);
      }
    }),
  );
});
