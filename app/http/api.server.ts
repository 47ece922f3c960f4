import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { ASK_AGAIN_AFTER, isSearchNotReady } from "#app/domain/search/search-not-ready.ts";
import { checkToken, noteTokenUse, type TokenHolder } from "#app/domain/tokens/check-token.server.ts";
import type { ApiScope } from "#app/domain/tokens/token-rules.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { PROBLEM_TYPE, type ProblemDocument, problem } from "#app/http/problem.ts";
import { TooMany, takeFrom } from "#app/http/too-many.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";
import type { Db } from "#db/store.ts";

/** One request of a program in the name of the person whose token it carries. */
export interface Call {
  db: Db;
  matcher: Matcher;
  actor: Actor;
  locale: InterfaceLocale;
  text: Text;
  parameters: URLSearchParams;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** Ends a call with an error. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;
  readonly headers: Record<string, string>;
  constructor(facts: Parameters<typeof problem>[0], headers: Record<string, string> = {}) {
    super(`API problem ${facts.status}`);
    this.document = problem(facts);
    this.headers = headers;
  }
}

/**
 * Loader of an address of the API that is read with a token: checks method, token, scope and rate, in this order, and
 * answers JSON for nobody's cache. Cookies do not get this far, and no other site may read the answer (no CORS).
 */
export function api(scope: ApiScope, answer: (call: Call) => Promise<unknown>) {
  return async ({ request, context }: LoaderFunctionArgs): Promise<Response> => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") throw methodRefused();
      const now = new Date();
      const holder = await authenticate(context, request, now);
      if (!holder.scopes.includes(scope)) throw scopeRefused(scope);
      await limit(context, "apiAccount", holder.accountId);
      noteTokenUse(context.notes, holder, now);
      await tellOfNewPlace(context, holder, now);
      const db = context.store.read;
      const locale = isInterfaceLocale(holder.locale) ? holder.locale : "en";
      const actor = await findActor(db, holder.accountId);
      const parameters = new URL(request.url).searchParams;
      const answered = await answer({ db, matcher: context.matcher, actor, locale, text: textFor(locale), parameters });
      return json(answered, 200, JSON_TYPE);
    } catch (error) {
      return problemOf(error, context);
    }
  };
}

/** Action of addresses that are only read. */
export async function onlyRead({ context }: ActionFunctionArgs): Promise<Response> {
  return problemOf(methodRefused(), context);
}

/** The answer of addresses that do not exist. */
export async function noSuchAddress({ context }: LoaderFunctionArgs): Promise<Response> {
  return problemOf(
    new ApiProblem({ status: 404, detail: "There is no such address. See /api/v1/openapi.json." }),
    context,
  );
}

/** Whose token the `Authorization` header carries. Tokens anywhere else, as in the address, are not looked for. */
async function authenticate(context: LoadContext, request: Request, now: Date): Promise<TokenHolder> {
  const [, given] = /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const holder = given === undefined ? null : await checkToken(context.store.read, given, now);
  if (holder) {
    context.who.accountId = holder.accountId;
    return holder;
  }
  // Only who has no token waits: an address is shared by offices, and one wrong script must not lock the others out.
  await limit(context, "apiRefused", context.network.keys[0] ?? "unknown");
  const challenge = given === undefined ? "Bearer" : 'Bearer error="invalid_token"';
  const detail =
    given === undefined
      ? "Send a token of yours: Authorization: Bearer zbt_... You make it on the page Access tokens of your account."
      : "The token is unknown, has ended or was revoked.";
  throw new ApiProblem({ status: 401, detail }, { "WWW-Authenticate": challenge });
}

/** The security log tells once a day from which address a token is used. */
async function tellOfNewPlace({ limits, network, security, origin }: LoadContext, holder: TokenHolder, now: Date) {
  if ((await limits.take("tokenPlace", `${holder.tokenId}|${network.address}`)) > 0) return;
  security.tell({ kind: "token.used", accountId: holder.accountId, place: holder.tokenId }, origin, now);
}

async function limit(context: LoadContext, name: "apiAccount" | "apiRefused", key: string): Promise<void> {
  try {
    await takeFrom(context, [[name, key]]);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const detail = `Too many requests. Try again in ${error.seconds} s.`;
    throw new ApiProblem({ status: 429, detail }, { "Retry-After": String(error.seconds) });
  }
}

function scopeRefused(scope: ApiScope): ApiProblem {
  const challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
  return new ApiProblem({ status: 403, detail: `The token has no scope ${scope}.` }, { "WWW-Authenticate": challenge });
}

function methodRefused(): ApiProblem {
  return new ApiProblem({ status: 405, detail: "This address is only read." }, { Allow: "GET, HEAD" });
}

function problemOf(error: unknown, context: LoadContext): Response {
  if (error instanceof ApiProblem) return json(error.document, error.document.status, PROBLEM_TYPE, error.headers);
  if (isSearchNotReady(error)) {
    const detail = `The search index is being loaded. Try again in ${ASK_AGAIN_AFTER} s.`;
    return json(problem({ status: 503, detail }), 503, PROBLEM_TYPE, { "Retry-After": String(ASK_AGAIN_AFTER) });
  }
  const { requestId } = context;
  context.log.error({ err: error, requestId }, "unexpected");
  return json(problem({ status: 500, requestId }), 500, PROBLEM_TYPE);
}

function json(body: unknown, status: number, type: string, headers: Record<string, string> = {}): Response {
  const shared = { "Content-Type": type, "Cache-Control": "private, no-store" };
  return new Response(JSON.stringify(body), { status, headers: { ...shared, ...headers } });
}
