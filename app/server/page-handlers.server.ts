import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { pageTable } from "#app/server/route-table.ts";

/**
 * What answers the request for an address. Remix compares every address with every route, several times for each page,
 * and makes components of all of them: here each route gets a handler of its own that knows no other route. Which one
 * is asked decides nothing: a handler compares the address again, and its loader asks who may.
 */
export function pageHandlers(build: ServerBuild): (path: string) => RequestHandler {
  const { root, ...others } = build.routes;
  const find = pageTable(Object.values(others).filter((route) => route !== undefined));
  const handlers = new Map<string, RequestHandler>();
  return (path) => {
    const id = find(path)?.id ?? "";
    const known = handlers.get(id);
    if (known) return known;
    const handler = createRequestHandler(only(build, ["root", id]), "production");
    handlers.set(id, handler);
    return handler;
  };
}

/** A build that knows these routes alone. What browsers load still lists all of them: that is a file of its own. */
function only(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const pick = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}
