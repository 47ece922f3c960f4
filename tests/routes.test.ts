import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { routes } from "#app/routes.ts";

/** Answer what nothing else answers, so that no address leads there. */
const withoutPath = ["/api/*", "/*"];

const blank = "~";
const given = [...Object.values(paths)].map((path) => addressOf(path));
const listed = Object.keys(routes).filter((address) => !withoutPath.includes(address));

it("has a route for every address, and an address for every route", () => {
  const patterns = listed.map((address) => address.replaceAll(/:\w+/g, blank));
  const missing = given.filter((address) => !patterns.includes(address));
  const unknown = patterns.filter((pattern) => !given.includes(pattern));
  expect({ missing, unknown, twice: given.length - new Set(given).size }).toEqual({
    missing: [],
    unknown: [],
    twice: 0,
  });
});

it("lists routes in the order of the addresses", () => {
  expect(listed.map((address) => address.replaceAll(/:\w+/g, blank))).toEqual(given);
});

it("lists every file of a route once", () => {
  const folder = join(import.meta.dirname, "../app/routes");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  expect(Object.values(routes).toSorted()).toEqual(files.toSorted());
});

/** Routes whose forms the browser sends as whole documents, or that have no page. */
const asDocuments = /^(account\/(?!token)|public\/nowhere|sessions\/answer-by-link)/;

it("sends the form of every page so that what was typed stays where no answer comes", () => {
  const folder = join(import.meta.dirname, "../app/routes");
  const wrong = Object.values(routes).filter((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    const hasForm = /^export (const|async function|function) action\b/m.test(source) && /^export default/m.test(source);
    return hasForm && !asDocuments.test(file) && !source.includes("export const clientAction = sendForm;");
  });
  expect(wrong).toEqual([]);
});

/** The address with every parameter left blank, without what may follow as a query. */
function addressOf(path: (...parts: never[]) => string): string {
  const blanks = Array(path.length).fill(blank) as never[];
  return path(...blanks).replace(/\?.*$/, "");
}
