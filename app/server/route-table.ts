import { decodeLoosely } from "#app/server/decode-loosely.ts";

interface Route {
  id: string;
  path?: string;
}

interface Row<R> {
  route: R;
  /** Parts of its address between slashes, lower case. */
  parts: readonly string[];
  rank: number;
}

/**
 * Finds the route of an address as the router would, without making patterns of all of them for every request: a fixed
 * part before a named one, a named one before the rest (`*`), and capital letters as small ones.
 * @param routes none of which lies inside another
 */
export function routeTable<R extends Route>(routes: readonly R[]): (path: string) => R | undefined {
  const rows = routes
    .map((route): Row<R> => {
      const parts = partsOf((route.path ?? "").toLowerCase());
      return { route, parts, rank: rankOf(parts) };
    })
    .sort((one, other) => other.rank - one.rank);
  return (path) => {
    const asked = partsOf(path).map((part) => decodeLoosely(part).toLowerCase());
    return rows.find(({ parts }) => fits(parts, asked))?.route;
  };
}

/** The same for pages and for their data, which is asked for under the address of the page with an ending. */
export function pageTable<R extends Route>(routes: readonly R[]): (path: string) => R | undefined {
  const find = routeTable(routes);
  return (path) => find(path.replace(/\.data$/, "").replace(/^\/_root$/, "/"));
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The router's own weights: more parts, and more of them fixed, come first. */
function rankOf(parts: readonly string[]): number {
  const weights = parts.map((part) => (part === "*" ? -2 : part.startsWith(":") ? 4 : 11));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function fits(parts: readonly string[], asked: readonly string[]): boolean {
  const hasRest = parts.at(-1) === "*";
  if (hasRest ? asked.length < parts.length - 1 : asked.length !== parts.length) return false;
  return parts.every((part, at) => part === "*" || part.startsWith(":") || part === asked[at]);
}
