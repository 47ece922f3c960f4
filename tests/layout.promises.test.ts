import ts from "typescript";
import { expect, it } from "vitest";
import { files, read } from "#tests/support/source-tree.ts";

// What the product promises is decided in one place each: nobody writes it again by hand.

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
  // Lines of an import, parameters and answers of the API, and what a sealed form or a backup holds are no forms of a
  // page.
  const others =
    /\/(import-line|search-parameters|search-answer|problem|open-api|kept-form\.server|lead-to\.server|manifest)\.ts$|^app\/domain\/forms\//;
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
  // A review begins anew when the text changed: it does not compare. Minutes are proposed line by line.
  const comparing = files.filter((file) => /^app\/ui\//.test(file) && /answer\??\.current\b/.test(read(file)));
  expect(comparing.sort()).toEqual([
    "app/ui/contributions/review/ReviewPage.tsx",
    "app/ui/contributions/review/SecondReadingPage.tsx",
    "app/ui/forms/ConflictNotice.tsx",
    "app/ui/minutes/MergeProposal.tsx",
  ]);
});

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
