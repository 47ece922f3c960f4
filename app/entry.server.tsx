import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { type ErrorResponse, isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { ASK_AGAIN_AFTER } from "#app/domain/search/search-not-ready.ts";
import { type FormAnswer, fieldsOf } from "#app/http/form.server.ts";
import { guessLocale } from "#app/http/locale.server.ts";
import { findShell, type ShellData } from "#app/http/shell.server.ts";
import type { UnsavedForm } from "#app/http/unsaved.ts";
import { readVisit } from "#app/http/visit.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { UnsavedAnswer } from "#app/ui/forms/UnsavedAnswer.ts";
import { FallbackShell } from "#app/ui/shell/FallbackShell.tsx";

const MAX_RENDER_MILLISECONDS = 10_000;

/** Renders the whole page before sending it: errors still become error pages, and stored pages are whole. */
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
  const locale = (loaded ?? fallback)?.locale ?? guessLocale(request);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <TextProvider text={textFor(locale)}>
        <FallbackShell.Provider value={fallback}>
          <UnsavedAnswer.Provider value={answeredForm(request, remixContext)}>
            <RemixServer
              context={remixContext}
              url={request.url}
              abortDelay={MAX_RENDER_MILLISECONDS}
              nonce={context.nonce}
            />
          </UnsavedAnswer.Provider>
        </FallbackShell.Provider>
      </TextProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          // Nothing that a signed-in person sees may be kept by a shared cache or shown by the back button.
          if (status === 503) headers.set("Retry-After", String(ASK_AGAIN_AFTER));
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          context.log.error({ err: error, requestId: context.requestId }, "rendering failed");
        },
      },
    );
    setTimeout(abort, MAX_RENDER_MILLISECONDS + 1000).unref();
  });
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
