import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

const app = join(import.meta.dirname, "../app");
const folder = join(app, "styles");
const sheets = filesOf(folder).filter((file) => file.endsWith(".css"));
const sheetOf = (file: string) => readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

test("the dark palette of the system and that of the reader are the same", () => {
  const tokens = sheetOf("tokens.css");
  const palette = (from: string) =>
    /\{([^{}]*)\}/
      .exec(tokens.slice(tokens.indexOf(from)))?.[1]
      ?.replace(/\s+/g, " ")
      .trim();
  const bySystem = palette(':root:not([data-theme="light"])');
  expect(bySystem).toContain("--paper: #11161b;");
  expect(palette(':root[data-theme="dark"]')).toBe(bySystem);
});

test("every class of the style sheet is one of a component", () => {
  const words = classWords();
  const beginnings = [...words].flatMap((word) => (/^\w.*-\$\{$/.test(word) ? [word.slice(0, -2)] : []));
  const unused = sheets.flatMap((file) => {
    const selectors = sheetOf(file).replace(/url\([^)]*\)|"[^"]*"|@import[^;]*;/g, "");
    const names = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
    return [...names]
      .filter((name) => !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)))
      .map((name) => `${file}: .${name}`);
  });
  expect(unused).toEqual([]);
});

test("every custom property is declared and asked for", () => {
  const all = sheets.map(sheetOf).join("\n");
  const declared = new Set([...all.matchAll(/[{;]\s*(--[\w-]+):/g)].map(([, name]) => name));
  const asked = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...declared].sort()).toEqual([...asked].sort());
});

test("the fonts that the style sheet names are there, and weigh at most 120 kB", () => {
  const files = filesOf(join(folder, "fonts")).filter((file) => file.endsWith(".woff2"));
  const named = [...sheetOf("fonts.css").matchAll(/fonts\/([\w-]+\.woff2)/g)].map((found) => found[1]);
  expect(files.sort()).toEqual(named.sort());
  const weight = files.reduce((total, file) => total + statSync(join(folder, "fonts", file)).size, 0);
  expect(weight).toBeLessThanOrEqual(120_000);
});

test("every style sheet is imported once", () => {
  const imported = [...sheetOf("app.css").matchAll(/@import "([^"]+)"/g)].map((found) => found[1]);
  const others = sheets.filter((file) => file !== "app.css").map((file) => `./${file}`);
  expect(imported.sort()).toEqual(others.sort());
});

test("the style sheet weighs at most 12 kB on the line", () => {
  const options = { loader: "css", minify: true, logLevel: "silent" } as const;
  const { code } = transformSync(sheets.map(sheetOf).join("\n"), options);
  expect(code).toContain(".chain");
  expect(gzipSync(code, { level: 6 }).length).toBeLessThanOrEqual(12_000);
});

test("half hours of a timetable are alike, and its links look like links", () => {
  const sheet = sheetOf("components/timetable.css");
  expect(inRule(sheet, ".timetable tbody th", "block-size")).toBe(inRule(sheet, ".timetable td", "block-size"));
  expect(sheet).not.toMatch(/tr\.half[^{]*\{[^}]*block-size/);
  expect(inRule(sheet, ".timetable td.slot a", "text-decoration")).toBe("underline");
  expect(sheet).not.toMatch(/text-decoration-color: transparent/);
});

test("what is said of saving stays in sight while one types", () => {
  const sheet = sheetOf("components/forms.css");
  const said = ".saved:has(> :not(:empty))";
  expect([inRule(sheet, said, "position"), inRule(sheet, said, "inset-block-end")]).toEqual(["sticky", "0"]);
  // Above the bar at the foot of phones.
  const narrow = sheet.slice(sheet.indexOf("@media (max-width: 39.99rem) and (min-height: 30rem)"));
  expect(inRule(narrow, said, "inset-block-end")).toBe("4.25rem");
});

/** A value of the first rule with exactly that selector. */
function inRule(sheet: string, selector: string, property: string): string | undefined {
  const body = sheet.split(`${selector} {`)[1]?.split("}")[0];
  return new RegExp(`(?:^|[;\\s])${property}: ([^;]+);`).exec(body ?? "")?.[1];
}

/** Words of the texts in the components, without the attributes that hold no class; "kind-${" begins several. */
function classWords(): Set<string> {
  const components = ["ui", "routes"].flatMap((part) => filesOf(join(app, part)).map((file) => join(part, file)));
  const texts = [...components.filter((file) => /\.tsx?$/.test(file)), "root.tsx"]
    .flatMap((file) => readFileSync(join(app, file), "utf8").split("\n"))
    .filter((line) => !/^import |^ *(\/\/|\/?\*)/.test(line))
    .map((line) => line.replace(/(?<=\s|^)(?!className|look)[\w-]+="[^"]*"/g, ""))
    .flatMap((line) => [...line.matchAll(/"([^"]*)"|`([^`]*)`/g)])
    .map(([, plain, built]) => plain ?? built ?? "");
  return new Set(texts.flatMap((text) => text.replace(/\$\{[^}]*\}/g, "${ ").split(/\s+/)));
}

function filesOf(where: string): string[] {
  return (readdirSync(where, { recursive: true }) as string[]).map((file) => file.replaceAll("\\", "/"));
}
