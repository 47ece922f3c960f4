import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const inFolder = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
const documents = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "app/domain/search/README.md", "app/planner/README.md"],
  ...[...inFolder("docs"), ...inFolder("docs/decisions")].filter((file) => file.endsWith(".md")),
];
const decisions = inFolder("docs/decisions").filter((file) => /\/\d{3}-/.test(file));

it("has links that lead to files", () => {
  const dead = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? "")
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => !existsSync(join(root, normalize(join(dirname(file), target)))))
      .map((target) => `${file}: ${target}`),
  );
  expect(dead).toEqual([]);
});

it("names files that are there", () => {
  // Decisions name files as they were at the time.
  const dead = documents
    .filter((file) => !decisions.includes(file))
    .flatMap((file) =>
      [...read(file).matchAll(/`((?:app|db|tests|content|docs)\/[\w./$-]*\w)`/g)]
        .map((match) => match[1] ?? "")
        .filter((path) => !/\b000N\b/.test(path) && !existsSync(join(root, path)))
        .map((path) => `${file}: ${path}`),
    );
  expect(dead).toEqual([]);
});

it("names every part, and every room of the domain in the order of their imports", () => {
  const text = read("docs/architecture.md");
  const parts = readdirSync(join(root, "app"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(parts.filter(({ name }) => !text.includes(`\`app/${name}\``))).toEqual([]);
  const [, section = ""] = /## The rooms of the domain([\s\S]*?)\n## /.exec(text) ?? [];
  const [, order = ""] = /const rooms = `([^`]+)`/.exec(read("tests/layout.test.ts")) ?? [];
  const rooms = order.trim().split(/\s+/);
  expect([...section.matchAll(/^\| `([a-z]+)` \|/gm)].map((match) => match[1])).toEqual(rooms);
  const folders = readdirSync(join(root, "app/domain"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
});

it("names every setting in the table of settings, and no other anywhere", () => {
  const [, shape = ""] =
    /const environment = z\.object\(\{\n([\s\S]*?)\n\}\);/.exec(read("app/config/config.server.ts")) ?? [];
  const settings = [...shape.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1] ?? "");
  const [, table = ""] = /## Settings([\s\S]*?)\n## /.exec(read("docs/operations.md")) ?? [];
  const rows = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? "");
  expect(rows.sort()).toEqual([...settings].sort());
  const given = ["README.md", "docs/operations.md", "docs/hosting.md", "docs/backup.md"].flatMap((file) =>
    [...read(file).matchAll(/(?:^|[`\s=])([A-Z]{2,}(?:_[A-Z]+)*)=/gm)].map((match) => match[1] ?? ""),
  );
  expect(given.length).toBeGreaterThan(15);
  expect([...new Set(given)].filter((name) => !settings.includes(name))).toEqual([]);
});

it("keeps the README short", () => {
  expect(read("README.md").split("\n").length).toBeLessThan(80);
});

it("has decisions with date, status, decision, reason and cost, each in the index", () => {
  const index = read("docs/decisions/README.md");
  const form =
    /^# (\d{3}) .+\n\n- Date: \d{4}-\d\d-\d\d\n- Status: (?:in force|superseded by .+)\n(?:- Supersedes: .+\n)?\n\*\*Decision\.\*\* .+\n\n\*\*Because\.\*\* .+\n\n\*\*Cost\.\*\* .+\n$/;
  const wrong = decisions.filter((file) => {
    const name = file.slice("docs/decisions/".length);
    return form.exec(read(file))?.[1] !== name.slice(0, 3) || !index.includes(`(${name})`);
  });
  expect(wrong).toEqual([]);
  const numbers = decisions.map((file) => Number(file.slice(15, 18)));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});
