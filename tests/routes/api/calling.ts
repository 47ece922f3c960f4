import type { SearchAnswer } from "#app/domain/search/results/search-answer.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { type Answer, type Ask, ask } from "#tests/routes/asking.ts";
import type { Target } from "#tests/routes/target.ts";
import type { World } from "#tests/support/world.ts";

/** The secret of a new token that may search, made at `now` for so many days. */
export async function tokenOf(
  { store, w }: Target,
  person: keyof World["people"],
  days = 30,
  now = new Date(),
): Promise<string> {
  const actor = await w.actor(w.people[person]);
  const { secret } = await createToken(store, actor, { name: "Test", scopes: ["search:read"], days }, now);
  return secret ?? "";
}

/** Asks as a program does, which sends no origin. */
export function call(target: Target, path: string, token: string | null, what: Ask = {}): Promise<Answer> {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  return ask(target, "anonymous", path, { ...what, headers: { origin: "", ...authorization, ...what.headers } });
}

/** What a search answers to a query as it stands in an address. */
export async function find(target: Target, query: string, token: string): Promise<SearchAnswer> {
  return JSON.parse((await call(target, `/api/v1/search?${query}`, token)).body) as SearchAnswer;
}

/** What an answer is, apart from what it says. */
export function facts({ status, headers }: Answer) {
  return {
    status,
    type: headers["content-type"],
    cache: headers["cache-control"],
    cookie: headers["set-cookie"],
    cors: headers["access-control-allow-origin"],
  };
}

/** The facts of a refusal. */
export function refused(status: number): ReturnType<typeof facts> {
  return { status, type: "application/problem+json", cache: "private, no-store", cookie: undefined, cors: undefined };
}
