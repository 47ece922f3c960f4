import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { type ErrorResponse, isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { ASK_AGAIN_AFTER } from "#app/domain/search/search-not-ready.ts";
import { type FormAnswer, fieldsOf } from "#app/http/form.server.ts";
import { guessLocale } from "#app/http/locale.server.ts";
import { findShell, type ShellData } from "#app/http/shell.server.ts";
import type { UnsavedForm } from "#app/http/unsaved.ts";
import { readVisit } from "#app/http/visit.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { UnsavedAnswer } from "#app/ui/forms/UnsavedAnswer.ts";
import { FallbackShell } from "#app/ui/shell/FallbackShell.tsx";

/**
 * Renders the whole page before sending it: errors still become error pages, and stored pages are whole. Not as a
 * stream: nothing here is waited for while rendering, and a stream takes longer than many a page.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const loaded: ShellData | undefined = remixContext.staticHandlerContext.loaderData.root;
  // No loader runs after an action threw: its error page gets language and frame here.
  const fallback = loaded ? undefined : await fallbackShell(request, context);
  const locale = (loaded ?? fallback)?.locale ?? guessLocale(request, context.config.https);
  const { serverHandoffStream, ...entry } = remixContext;
  const page = renderToString(
    <TextProvider text={context.catalogues.textFor(locale, new URL(request.url).pathname)}>
      <FallbackShell.Provider value={fallback}>
        <UnsavedAnswer.Provider value={answeredForm(request, remixContext)}>
          <RemixServer context={entry} url={request.url} nonce={context.nonce} />
        </UnsavedAnswer.Provider>
      </FallbackShell.Provider>
    </TextProvider>,
  );
  const hasScripts = remixContext.renderMeta?.didRenderScripts === true;
  const scripts = hasScripts && serverHandoffStream ? await handOff(serverHandoffStream, context.nonce) : "";
  // Without it browsers lay out as they did in the nineties.
  context.page = { html: `<!DOCTYPE html>${page}${scripts}`, hasScripts };
  headers.set("Content-Type", "text/html; charset=utf-8");
  // Nothing that a signed-in person sees may be kept by a shared cache or shown by the back button.
  if (status === 503) headers.set("Retry-After", String(ASK_AGAIN_AFTER));
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  // The page itself goes by the context.
  return new Response(null, { headers, status });
}

/** What loaders and actions gave, for the scripts of the page: as Remix would write it into the stream of the page. */
async function handOff(stream: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const data = await new Response(stream).text();
  const script = (code: string) => `<script nonce="${nonce}">window.__remixContext.streamController.${code};</script>`;
  return script(`enqueue(${escapeScript(JSON.stringify(data))})`) + script("close()");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON that can stand in a script: nothing in it ends the script or begins markup. */
function escapeScript(json: string): string {
  return json.replace(/[&><\u2028\u2029]/g, (character) => escapes[character] ?? character);
}

/** What was typed into a form that was refused and whose page cannot be shown. */
function answeredForm(request: Request, { staticHandlerContext }: EntryContext): UnsavedForm | null {
  const { errors, actionData } = staticHandlerContext;
  const answer: unknown = errors && Object.values(actionData ?? {})[0];
  if (typeof answer !== "object" || answer === null || !("values" in answer)) return null;
  const { pathname, search } = new URL(request.url);
  return { path: pathname + search, fields: fieldsOf((answer as FormAnswer).values) };
}

async function fallbackShell(request: Request, context: AppLoadContext): Promise<ShellData | undefined> {
  try {
    return await findShell(await readVisit({ request, context, params: {} }), new URL(request.url));
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "no frame for an error page");
    return undefined;
  }
}

/** `.data` answers of single fetch are as private as the pages. */
export function handleDataRequest(response: Response): Response {
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/**
 * Errors that are neither domain errors nor the asker's mistake, such as a method that a page does not have: logged
 * with the request id that the page shows.
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const err = isRouteErrorResponse(error) ? causeOf(error) : error;
  context.log.error({ err, requestId: context.requestId }, "unexpected");
}

/** The router keeps beside its answer what went wrong, where it is more than the status. */
function causeOf(answer: ErrorResponse): unknown {
  const cause = "error" in answer ? answer.error : undefined;
  return cause ?? `${answer.status} ${answer.statusText}`;
}
