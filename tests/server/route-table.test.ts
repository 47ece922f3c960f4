import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { expect, it } from "vitest";
import { routes } from "#app/routes.ts";
import { routeTable } from "#app/server/route-table.ts";

const listed = Object.keys(routes).map((address) =>
  address === "/" ? { id: address, index: true } : { id: address, path: address.slice(1) },
);

it("finds the route that the router finds, for every address", () => {
  const find = routeTable(listed);
  const words = [...new Set(Object.keys(routes).flatMap((address) => address.split("/")))].map((word) =>
    word.replace(/^[:*]/, "x"),
  );
  const odd = ["", "en", "HOME", "Sessions", "%41ccount", "sign%2din", "ž", "%C5%BE", "a b", "calendar.ics", "%", "*"];
  const part = fc.constantFrom(...words, ...odd);
  const address = fc.array(part, { maxLength: 7 }).map((parts) => `/${parts.join("/")}`);
  fc.assert(
    fc.property(address, (path) => {
      // Two slashes are refused before anybody looks for a route.
      fc.pre(!path.includes("//"));
      const [match] = quietly(() => matchRoutes(listed, path)) ?? [];
      expect([path, find(path)?.id]).toEqual([path, match?.route.id]);
    }),
    { numRuns: 600 },
  );
  const named = Object.keys(routes).filter((address) => !address.endsWith("*"));
  expect(named.map((address) => find(address.replace(/:/g, "x"))?.id)).toEqual(named);
});

/** The router complains on the console of what it cannot decode. */
function quietly<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
