import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { files, imports, read, root, walk } from "#tests/support/source-tree.ts";

// How the tree is laid out: who may import whom, and where things stand.

/** Which part of the tree a file belongs to, and which other parts that one may import. */
const allowed: Record<string, readonly string[]> = {
  db: [],
  "app/i18n": [],
  "app/config": ["db"],
  "app/language": [],
  "app/planner": [],
  "app/domain": ["app/language", "app/planner", "app/i18n", "db"],
  "app/views": ["app/domain", "app/i18n", "app/paths.ts", "db"],
  "app/seed": ["app/domain", "app/i18n", "app/planner", "db"],
  "app/http": ["app/config", "app/views", "app/domain", "app/i18n", "app/paths.ts", "app/routes.ts", "db"],
  "app/ui": ["app/views", "app/http", "app/domain", "app/i18n", "app/paths.ts"],
  "app/routes": ["app/http", "app/ui", "app/views", "app/domain", "app/i18n", "app/paths.ts"],
  "app/server": [
    "app/config",
    "app/seed",
    "app/http",
    "app/views",
    "app/domain",
    "app/planner",
    "app/i18n",
    "app/paths.ts",
    "db",
  ],
  "app/cli": ["app/config", "app/seed", "app/views", "app/domain", "app/planner", "app/i18n", "db"],
};

/** The rooms of the domain from low to high: none imports one that stands above it. Files without a room are lowest. */
const rooms = `
  privacy text forms time vocabulary access calendar history mail programme tokens security people search references rounds
  proceedings sessions knowledge timetable minutes live planning imports news outbox replies backups housekeeping searchable
  home`
  .trim()
  .split(/\s+/);

it("imports only in the written direction", () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const part = partOf(from);
    if (!part || !/^(app|db)\//.test(to) || to === "app/sure.ts") return false;
    // The shapes that loaders return may be named by components: types vanish before the browser.
    if (part === "app/ui" && (to.startsWith("app/http/") || /\.server\.tsx?$/.test(to))) return !typeOnly;
    return ![part, ...allowed[part]!].some((prefix) => to === prefix || to.startsWith(`${prefix}/`));
  });
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

it("has rooms in order", () => {
  const roomOf = (file: string) => /^app\/domain\/([\w-]+)\//.exec(file)?.[1];
  const wrong = imports.filter(({ from, to }) => {
    const above = roomOf(to);
    if (!from.startsWith("app/domain/") || !above) return false;
    const below = roomOf(from);
    return !below || rooms.indexOf(below) === -1 || rooms.indexOf(above) > rooms.indexOf(below);
  });
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

it("keeps React and Remix out of the domain and the database", () => {
  const wrong = files
    .filter((file) => file.startsWith("app/domain/") || file.startsWith("db/"))
    .filter((file) => /from "(react|react-dom|@remix-run\/[\w-]+|express|lucia)"/.test(read(file)));
  expect(wrong).toEqual([]);
});

it("imports database drivers in db alone", () => {
  const wrong = files.filter((file) => !file.startsWith("db/") && /from "(better-sqlite3|pg)"/.test(read(file)));
  expect(wrong).toEqual([]);
});

/** What only one database understands, or each in its own way. */
const unportable: [pattern: RegExp, why: string][] = [
  [
    /\.prepare\(\s*["'`]|\.(pluck|pragma)\(|(?<!sql|String)\.raw\b|\bpragma \w+/,
    "goes past Kysely: db/engine.ts names what it is for",
  ],
  [/\bjson_(each|extract|valid|group_array)\b|->>/, "JSON is text; join a table, or bind a list"],
  [/\browid\b|\bsqlite_\w+/, "a table has its own key and order"],
  [
    /\b(ifnull|iif|group_concat|total_changes|julianday|strftime)\(/,
    "coalesce, case, rows, and dates as text are everywhere",
  ],
  [/\binsert or (ignore|replace)\b/, "onConflict"],
  [/ glob '|"(glob|like|is distinct from)",/, "patterns and case differ: compare what is folded and stored"],
  [/\bis not (?!null\b)[a-z_]+\.[a-z_]+/, "`is not` compares values in SQLite alone"],
];

it("says nothing to the database that only one understands", () => {
  const wrong = files
    .filter((file) => /^app\/(?!planner|language|ui).*\.ts$/.test(file))
    .flatMap((file) => {
      const text = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return unportable.flatMap(([pattern, why]) => {
        const found = pattern.exec(text);
        return found ? [`${file}: ${found[0]} (${why})`] : [];
      });
    });
  expect(wrong).toEqual([]);
});

it("has no barrels", () => {
  const wrong = files.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(read(file)) || /\/index\.tsx?$/.test(file));
  expect(wrong).toEqual([]);
});

it("has no drawers", () => {
  const wrong = files.filter((file) =>
    /\b(services?|helpers?|utils?|managers?|misc|common|types)(\.server)?\.tsx?$/.test(file),
  );
  expect(wrong).toEqual([]);
});

it("has no cycles", () => {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  expect(findCycle(graph)).toEqual([]);
});

it("keeps routes thin", () => {
  const long = walk("app/routes").filter((file) => read(file).split("\n").length > 91);
  expect(long).toEqual([]);
});

/** Tests that write rows by hand, each because the row itself is what it tests. */
const writesRows: Record<string, string> = {
  "tests/support/factories/": "the one place for each thing",
  "tests/bench/": "a hundred thousand rows at once",
  "tests/db/": "the store itself, below every room",
  "tests/support/store.ts": "the terms of every list, in the file that is copied for each test",
  "tests/domain/vocabulary/": "terms that nobody shipped",
  "tests/domain/housekeeping/prune-expired.test.ts": "keys of attempts, which only the store makes",
  "tests/domain/search/index/rebuild-index.test.ts": "what an older analyser left in the index",
};

it("makes things of the product in the factories of the tests alone", () => {
  const allowedIn = Object.keys(writesRows);
  const writing = walk("tests").filter((file) => /\binsertInto\(|\binsert into\b/i.test(read(file)));
  expect(
    writing.filter((file) => !allowedIn.some((path) => file.startsWith(path)) && !file.startsWith("tests/layout.")),
  ).toEqual([]);
  expect(allowedIn.filter((path) => !writing.some((file) => file.startsWith(path)))).toEqual([]);
});

/** Tests of no one file or folder, each with what they test. */
const testsOfMore: Record<string, string> = {
  "tests/layout.": "the tree as a whole",
  "tests/docs.test.ts": "what is told of the tree",
  "tests/content/libraries.test.ts": "themes, references, templates and codes together, as they ship",
  "tests/content/programme.test.ts": "one file of the demonstration against the templates",
  "tests/routes/abuse-": "every route, asked as no page of ours asks",
  "tests/routes/error-summaries.test.ts": "every form, sent with nothing that it takes",
  "tests/routes/errors.test.ts": "the pages of every refusal",
  "tests/routes/hidden.test.ts": "every address that can be hidden",
  "tests/routes/journey-": "a person's way through many routes",
  "tests/routes/ratchet.test.ts": "every route, asked by everybody",
  "tests/faults/": "the product when it is killed, or has no room",
  "tests/journeys/": "the product in a browser",
};

it("mirrors the tree in the tests: a test is named after the file or folder that it tests, up to the first dot", () => {
  const tests = walk("tests").filter((file) => /\.test\.tsx?$/.test(file));
  const excepted = (file: string) => Object.keys(testsOfMore).some((path) => file.startsWith(path));
  const astray = tests.filter((file) => {
    const [, path = ""] = /^tests\/([^.]+)/.exec(file) ?? [];
    const subjects = [`app/${path}`, path].flatMap((one) => [
      one,
      ...[".ts", ".tsx", ".server.ts", ".mjs"].map((end) => one + end),
    ]);
    return !subjects.some((subject) => existsSync(join(root, subject))) && !excepted(file);
  });
  expect(astray).toEqual([]);
  // One way: `x.test.ts` tests `x.server.ts` too.
  expect(tests.filter((file) => /\.server\.test\./.test(file))).toEqual([]);
  const needless = Object.keys(testsOfMore).filter((path) => !tests.some((file) => file.startsWith(path)));
  expect(needless).toEqual([]);
});

function partOf(file: string): string | undefined {
  return Object.keys(allowed).find((part) => file.startsWith(`${part}/`));
}

function findCycle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const visit = (node: string, trail: string[]): string[] => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
