import { Conflict, Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { isSearchNotReady } from "#app/domain/search/search-not-ready.ts";
import { OtherAccount } from "#app/http/kept-form.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { AttemptReused } from "#db/store.ts";

/**
 * The one place where domain errors, and tries that come too often, become HTTP, for pages. Anything that is not one
 * stays what it is: a bug, 500.
 */
export function httpError(error: unknown): unknown {
  if (error instanceof NotFound) return new Response("Not found", { status: 404 });
  if (error instanceof Forbidden) return new Response("Forbidden", { status: 403 });
  if (error instanceof Conflict || error instanceof AttemptReused) return new Response("Conflict", { status: 409 });
  if (error instanceof OtherAccount) return new Response("Another account", { status: 409 });
  if (error instanceof Refused) return new Response("Refused", { status: 422 });
  if (isSearchNotReady(error)) return new Response("Search is being loaded", { status: 503 });
  if (error instanceof TooMany) {
    return new Response("Too many requests", { status: 429, headers: { "Retry-After": String(error.seconds) } });
  }
  return error;
}
