import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ZodType } from "zod";

const app = join(import.meta.dirname, "../../app");

/** Shapes that are no forms: addresses, answers, settings and files. Nothing of theirs is stored. */
const others =
  /^(?:config\/|planner\/|cli\/|domain\/forms\/|domain\/search\/|http\/(?:open-api|problem|form\.server|deed\.server))/;

/** A password is taken as it was typed. */
const secrets = ["currentPassword", "newPassword", "password"];

const modules = files(app).filter((file) => !others.test(file) && /from "zod"/.test(source(file)));
const forms = (
  await Promise.all(modules.map(async (file) => Object.entries((await import(join(app, file))) as object)))
)
  .flat()
  .filter((entry): entry is [string, ZodType] => typeof entry[1] === "object" && "safeParse" in entry[1]);

/** What a broken copy, a PDF or somebody with a grudge puts between letters. */
const dirty =
  "\u0000a\u0007 b\u202E\u200B\u00AD\uFEFF\u2066c\t\v\u0085\u2028d\u001B\u009F\u206A  e\u{E0041}\u200D \uD800\u0000";
const lines = "a b\u200B\r\n\r\nc\u2029d\rе\u0000\n";
/**
 * Controls and signs without a shape, but for the joiners inside a word, and the tabs and line feeds of longer texts.
 */
const unwanted = /(?![\t\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A file that is read for its busy times as its program wrote it, and kept nowhere. */
const passing = "calendarForm.calendar";

const fields = forms
  .flatMap(([name, form]) => fieldsOf(form).map(([field, schema]) => [`${name}.${field}`, field, schema] as const))
  .filter(([name]) => name !== passing);
const texts = fields.filter(
  ([name, field, schema]) =>
    name !== "importLine.externalId" &&
    !secrets.includes(field) &&
    answer(schema, "a bc d e f g h") === "a bc d e f g h",
);

it("knows every form that a page sends", () => {
  const named = files(join(app, "routes")).flatMap((file) =>
    [...source(`routes/${file}`).matchAll(/^ {2}input: ([\w.]+)/gm)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  const known = forms.map(([name]) => name);
  expect(named.filter((name) => name !== "confirmation" && !known.includes(name))).toEqual([]);
});

it.each(fields)("%s stores no control characters", (_name, field, schema) => {
  // Where a new one is refused, it is for being easy to guess.
  if (secrets.includes(field)) return expect([dirty, undefined]).toContain(answer(schema, dirty));
  for (const value of [dirty, lines, [dirty, lines]]) expect(read(answer(schema, value))).not.toMatch(unwanted);
});

// The number is made up, and its check digit is right.
// What is imported is looked through line by line, where a fault names its line.
const typed = texts.filter(([name]) => !name.startsWith("importLine."));
it.each(typed)("%s stores no identity number", (_name, _field, schema) => {
  for (const number of ["0101990500003", "01**0199**0500003", "0101990\u200b500003"]) {
    expect(answer(schema, `a ${number}`)).not.toBe(`a ${number}`);
  }
  const told = schema.safeParse("a 0101990500003").error?.issues.map((issue) => issue.message) ?? [];
  expect(told.join()).not.toMatch(/\d{8}/);
});

it("has texts in most forms", () => {
  expect(texts.length).toBeGreaterThan(30);
});

// A key of another program is refused instead: it must stay what it is there.
it.each(texts)("%s cleans its text", (_name, _field, schema) => {
  expect(["a bc d e \uFFFD", "a bc\t\n\n\nd  e \uFFFD"]).toContain(answer(schema, dirty));
  expect(["a b c d е", "a b\n\nc\nd\nе"]).toContain(answer(schema, lines));
  expect(answer(schema, "e\u0301")).toBe("é");
  expect(answer(schema, "a\u200Db")).toBe("a\u200Db");
});

/** What a field makes of a value; undefined where it is refused. */
function answer(schema: ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function read(value: unknown): string {
  if (Array.isArray(value)) return value.map(read).join("\n");
  return typeof value === "string" ? value : String(value);
}

interface Definition {
  type: string;
  shape: Record<string, ZodType>;
  in: ZodType;
  left: ZodType;
  right: ZodType;
  options: ZodType[];
}

function fieldsOf(schema: ZodType): [string, ZodType][] {
  const { type, shape, in: inner, left, right, options } = schema.def as unknown as Definition;
  if (type === "object") return Object.entries(shape);
  if (type === "pipe") return fieldsOf(inner);
  if (type === "intersection") return [left, right].flatMap(fieldsOf);
  if (type === "union") return options.flatMap(fieldsOf);
  return [];
}

function files(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
}

function source(file: string): string {
  return readFileSync(join(app, file), "utf8");
}
