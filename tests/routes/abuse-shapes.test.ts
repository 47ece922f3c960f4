import { sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import type { Schema } from "#db/schema/schema.ts";
import { answersOf, succeeded } from "#tests/routes/answers.ts";
import { ask } from "#tests/routes/asking.ts";
import { expectations } from "#tests/routes/expectations.ts";
import { type Asker, freshTargets, type Target } from "#tests/routes/target.ts";

const targets = freshTargets();
afterAll(() => targets.close());

const full = process.env.ROUNDS === "full";

/** What no page of ours sends for a field: other types, extremes, and words that mean something to a language. */
const odd: [what: string, make: (value: string) => string | string[], each?: "always" | "in full"][] = [
  ["twice", (value) => [value, value], "in full"],
  ["a long list", () => Array(200).fill("x")],
  ["empty", () => ""],
  ["very long", () => "x".repeat(100_000), "in full"],
  ["control characters", (value) => `${value}\u0000\u0007${value}`, "in full"],
  ["what nobody sees", (value) => `\u0000${value}\u0007\u202e\u200b\u0085`, "always"],
  ["half a character", () => "\ud800", "in full"],
  ["not a number", () => "NaN"],
  ["too large a number", () => "1e999", "in full"],
  ["a negative number", () => "-1"],
  ["a number of another base", () => "0x10"],
  ["a name of every object", () => "__proto__", "in full"],
  ["markup", () => "<script>alert(1)</script>"],
  ["a day that is none", () => "2099-02-31"],
  ["a time that is none", () => "29:61"],
];

const routes = Object.entries(expectations).flatMap(([route, declared]) => {
  const form = declared.find((one) => one.form);
  return form ? [[route, form] as const] : [];
});

it.each(routes)(
  "%s refuses fields of any shape without failing, and stores nothing unseen",
  async (_route, { at, form, answers }) => {
    const allowed = Object.entries(answersOf(answers)).findLast(([, answer]) => succeeded(answer));
    const asker = (allowed?.[0] ?? "organiser") as Asker;
    const names = [...Object.keys(form!(await targets.fresh())), "back", "number"];
    for (const [what, make, each] of odd) {
      // One field after the other where a field before it would hide what it does, otherwise all at once; some only in
      // `npm run check`.
      for (const some of each === "always" || (each && full) ? names.map((name) => [name]) : [names]) {
        const open = await targets.fresh();
        const proper = form!(open);
        const changed = Object.fromEntries(some.map((name) => [name, make(String(proper[name] ?? "x"))]));
        const { status } = await ask(open, asker, at(open), { form: { ...proper, ...changed } });
        expect([some, what, status < 500, await unseen(open)]).toEqual([some, what, true, []]);
        expect([some, what, (await targets.changed()) ? await controlsKept(open) : []]).toEqual([some, what, []]);
      }
    }
  },
);

/** Columns that hold a control character other than those of a text of several lines. */
async function controlsKept({ store }: Target): Promise<string[]> {
  const kept: string[] = [];
  for (const { name } of await store.read.introspection.getTables()) {
    const rows = await store.read
      .selectFrom(name as keyof Schema)
      .selectAll()
      .execute();
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      if (typeof value === "string" && /\\u00[01]|(?![\n\t])\p{Cc}/u.test(value)) kept.push(`${name}.${column}`);
    }
  }
  return kept;
}

it("said nothing of a failure in the log", () => {
  const failures = targets.logs.flat().filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
  expect(failures).toEqual([]);
});

/** Texts of the database that hold control characters, marks of direction or half a character, if anything changed. */
async function unseen({ store }: Target): Promise<string[]> {
  if (!(await targets.changed())) return [];
  const tables = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(store.read);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store.read);
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      if (typeof value === "string" && marks.test(value)) found.push(`${name}.${column}: ${JSON.stringify(value)}`);
    }
  }
  return found;
}
const marks = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
