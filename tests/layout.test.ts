import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Which part of the tree a file belongs to, and which other parts that one may import. */
const allowed: Record<string, readonly string[]> = {
  db: [],
  "app/i18n": [],
  "app/config": [],
  "app/language": [],
  "app/planner": [],
  "app/domain": ["app/language", "app/i18n", "db"],
  "app/views": ["app/domain", "app/i18n", "app/paths.ts", "db"],
  "app/seed": ["app/domain", "app/i18n", "app/planner", "db"],
  "app/http": ["app/config", "app/views", "app/domain", "app/i18n", "app/paths.ts", "app/routes.ts", "db"],
  "app/ui": ["app/views", "app/http", "app/domain", "app/i18n", "app/paths.ts"],
  "app/routes": ["app/http", "app/ui", "app/views", "app/domain", "app/i18n", "app/paths.ts"],
  "app/server": ["app/config", "app/seed", "app/http", "app/views", "app/domain", "app/i18n", "app/paths.ts", "db"],
  "app/cli": ["app/config", "app/seed", "app/views", "app/domain", "app/planner", "app/i18n", "db"],
};

/** The rooms of the domain from low to high: none imports one that stands above it. Files without a room are lowest. */
const rooms = `
  privacy text forms time vocabulary access calendar history mail programme tokens people search references rounds sessions
  knowledge timetable imports news outbox housekeeping searchable home`
  .trim()
  .split(/\s+/);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = [...walk("app"), ...walk("db")].filter((file) => /\.(ts|tsx)$/.test(file));
const imports = files.flatMap(importsOf);

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

/** Files of the domain that know of languages or clocks, each with why it cannot leave them to the views. */
const speaks: Record<string, string> = {
  "app/domain/time/": "dates and names of cities in a language; search names days with them",
  "app/domain/search/": "queries are typed, and filters named, in the words of the viewer's language",
  "app/domain/references/find-references.server.ts": "asks the search",
  "app/domain/programme/beneficiary-name.ts": "the one place where a name gets its mark, for search and views",
  "app/domain/imports/prepare-line.server.ts": "faults of a file are told in English, like all of an import",
  "app/domain/people/edit-profile.server.ts": "the language is what is stored",
};

it("leaves languages and clocks to the views", () => {
  const outside = /"#app\/(i18n\/(text|catalogues\.server)|domain\/time\/(format\.server|city-names))\.ts"|\bIntl\./;
  const domain = files.filter((file) => file.startsWith("app/domain/"));
  const speaking = domain.filter((file) => outside.test(read(file)) || parametersOf(file).some(isOfViewer));
  const excepted = Object.keys(speaks);
  expect(speaking.filter((file) => !excepted.some((path) => file.startsWith(path)))).toEqual([]);
  expect(excepted.filter((path) => !speaking.some((file) => file.startsWith(path)))).toEqual([]);
});

/** Whether a parameter brings what only a viewer has. What a form says may be a language: that is to be stored. */
function isOfViewer(parameter: string): boolean {
  return /\b(locale|collator|formats|viewer)\b/.test(parameter) && !parameter.startsWith("input:");
}

/** Parameters of all functions of a file, as they stand there. */
function parametersOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isParameter(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

it("writes a beneficiary's name with its mark in one place", () => {
  const wrong = files
    .filter((file) => file !== "app/domain/programme/beneficiary-name.ts")
    .filter((file) => /\}\$\{[^}]*\bmark\b[^}]*\}|\bmark \?\? ""\}|as NameWithMark/.test(read(file)));
  expect(wrong).toEqual([]);
});

it("asks access/ what attribution discloses", () => {
  const decides =
    /attribution["')\]]*\s*([!=]==\s*["']|,\s*"(=|<>|!=|in|not in)"|(=|<>|in|not in) ?\(?['"$])|switch \(.*attribution|disclosedUnder|attributions\.indexOf/i;
  const wrong = files
    .filter((file) => !/^(db|app\/domain\/access)\//.test(file))
    .filter((file) => decides.test(read(file)));
  expect(wrong).toEqual([]);
});

it("lists the states of a contribution in one place", () => {
  const state = `["'](draft|captured|complete|checked|validated|returned|archived|withdrawn)["']`;
  const lists = new RegExp(
    `[[(]\\s*${state},\\s*${state}|status [!=]== ${state} (&&|\\|\\|) \\S*status [!=]== "(draft|withdrawn|validated|returned)"|sta\\w+ (not )?in \\(["']`,
  );
  const homes = ["app/domain/access/contribution-status.ts", "app/domain/knowledge/review-rules.ts"];
  const wrong = files.filter((file) => file.startsWith("app/") && !homes.includes(file) && lists.test(read(file)));
  expect(wrong).toEqual([]);
});

it("gives schemas of forms messages of the catalogue", () => {
  // The lines of an import and the parameters of the API are for people who read English.
  const english = /\/(import-line|search-parameters)\.ts$/;
  const ours = files.filter((file) => /^app\/(domain|http|routes)\//.test(file) && !english.test(file));
  expect(ours.filter((file) => /from "zod"/.test(read(file))).flatMap(bareMessages)).toEqual([]);
});

it("takes fields of forms from domain/forms", () => {
  // Lines of an import, parameters and answers of the API, and what a sealed form holds are no forms of a page.
  const others =
    /\/(import-line|search-parameters|search-answer|problem|open-api|kept-form\.server)\.ts$|^app\/domain\/forms\//;
  const byHand = /\bz\s*\.\s*(string|number|enum|boolean|coerce|preprocess|array|record)\b/;
  const inSchemas = files.filter(
    (file) => /^app\/(domain|http|views|ui|routes)\//.test(file) && !others.test(file) && byHand.test(read(file)),
  );
  expect(inSchemas).toEqual([]);
  // A schema stands beside its concept.
  const inRoutes = files.filter((file) => /^app\/(routes|ui)\//.test(file) && /from "zod"/.test(read(file)));
  expect(inRoutes).toEqual([]);
  const cleaning = files.filter(
    (file) =>
      !/^app\/(language|domain\/search|domain\/forms)\//.test(file) &&
      /normalize\("NFC"\)|=== "on"|\\p\{Cc\}\\p\{Zl\}|\\p\{Cf\}/.test(read(file)),
  );
  expect(cleaning.filter((file) => !keepsControlsOut.test(file))).toEqual([]);
});
/** Not for what is stored: for calendar files, keys of other programs, and what a text could hide. */
const keepsControlsOut = /^app\/domain\/(calendar|privacy)\/|\/import-line\.ts$/;

it("asks yes or no, and shows what was saved meanwhile, on one page", () => {
  const asking = /(cancellation|removal|withdrawal|revocation|deactivation|reactivation)(page)?\.tsx$/i;
  const pages = files.filter((file) => /^app\/(routes|ui)\//.test(file) && asking.test(file));
  expect(pages.length).toBeGreaterThan(6);
  const elsewhere = pages.filter(
    (file) => !/<(ConfirmPage|CancellationPage|AgendaRemovalPage|WithdrawalPage)\b/.test(read(file)),
  );
  expect(elsewhere).toEqual([]);
  const inUi = pages.filter((file) => file.startsWith("app/ui/"));
  expect(inUi.filter((file) => !/<ConfirmPage\b/.test(read(file)))).toEqual([]);
  // A review begins anew when the text changed: it does not compare.
  const comparing = files.filter((file) => /^app\/ui\//.test(file) && /answer\??\.current\b/.test(read(file)));
  expect(comparing.sort()).toEqual(["app/ui/contributions/review/ReviewPage.tsx", "app/ui/forms/ConflictNotice.tsx"]);
});

it("writes plain constants of a module as MAX_HITS", () => {
  const value = String.raw`(?:-?[\d._]+(?:e\d+)?|"[^"\n]*"|\`[^\`]*\`|true|false)`;
  const operation = String.raw`\s[-+*/|&<>]+\s\(?(?:${value}|[A-Z][A-Z\d_]+)\)?`;
  const plain = new RegExp(
    String.raw`^(?:export )?const ([a-z]\w*)(?:: [\w ]+)? =\s(?:${value}(?:${operation})*|[A-Z][A-Z\d_]+(?:${operation})+)(?: as const)?;`,
    "gm",
  );
  const wrong = files.flatMap((file) => [...read(file).matchAll(plain)].map(([, name]) => `${file}: ${name}`));
  expect(wrong).toEqual([]);
});

it("hides members of a class as private", () => {
  expect(files.filter((file) => /\bthis\.#|^\s+(static |readonly )*#\w/m.test(read(file)))).toEqual([]);
});

it("keeps comments within 120 characters: the formatter does not wrap them", () => {
  const written = [...files, ...walk("tests")].filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const long = written.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (line.length > 120 && /^\s*(\/\/|\/?\*)/.test(line) ? [`${file}:${at + 1}`] : [])),
  );
  expect(long).toEqual([]);
  // A docstring on a docstring says nothing of anything.
  expect(written.filter((file) => /\*\/\n[ \t]*\/\*\*/.test(read(file)))).toEqual([]);
});

it("names nothing of where it is made", () => {
  const wrong = [...files, ...walk("content"), ...walk("tests")].filter(
    (file) => /\.\.\/shared\b/.test(read(file)) && !isThis(file),
  );
  expect(wrong).toEqual([]);
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
  expect(writing.filter((file) => !allowedIn.some((path) => file.startsWith(path)) && !isThis(file))).toEqual([]);
  expect(allowedIn.filter((path) => !writing.some((file) => file.startsWith(path)))).toEqual([]);
});

/** Tests of no one file or folder, each with what they test. */
const testsOfMore: Record<string, string> = {
  "tests/layout.test.ts": "the tree as a whole",
  "tests/docs.test.ts": "what is told of the tree",
  "tests/content/libraries.test.ts": "themes, references, templates and codes together, as they ship",
  "tests/content/programme.test.ts": "one file of the demonstration against the templates",
  "tests/routes/abuse-": "every route, asked as no page of ours asks",
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

function isThis(file: string): boolean {
  return file === "tests/layout.test.ts";
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return walk(path);
    return /\.(woff2|ico|png)$/.test(name) ? [] : [path];
  });
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function importsOf(from: string): Import[] {
  const found: Import[] = [];
  for (const match of read(from).matchAll(/^(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s+"([^"]+)"/gm)) {
    const [, type, names = "", target = ""] = match;
    const to = resolve(from, target);
    if (!to) continue;
    const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const allTypes = inside
      ?.split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .every((name) => name.startsWith("type "));
    found.push({ from, to, typeOnly: Boolean(type) || allTypes === true });
  }
  return found;
}

function resolve(from: string, target: string): string | null {
  if (target.startsWith("#app/")) return `app/${target.slice(5)}`;
  if (target.startsWith("#db/")) return `db/${target.slice(4)}`;
  if (target.startsWith(".")) return relative(root, normalize(join(root, dirname(from), target)));
  return null;
}

/** Which argument of a call of zod is the message; behind it, or as `error` or `message`, a text stands bare. */
const messageAt: Record<string, number> = {
  ...Object.fromEntries("string number boolean int email url uuid".split(" ").map((name) => [name, 0])),
  ...Object.fromEntries("enum array object min max length regex refine union".split(" ").map((name) => [name, 1])),
  discriminatedUnion: 2,
};

function bareMessages(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(`${file}: ${node.getText()}`);
    const isCode =
      ts.isObjectLiteralExpression(node) ||
      ts.isBinaryExpression(node) ||
      (ts.isCallExpression(node) && node.expression.getText() === "message");
    if (!isCode) ts.forEachChild(node, look);
  };
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const argument = node.arguments[messageAt[node.expression.name.text] ?? Number.POSITIVE_INFINITY];
      if (argument) look(argument);
    }
    if (ts.isPropertyAssignment(node) && /^(error|message)$/.test(node.name.getText())) look(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

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
