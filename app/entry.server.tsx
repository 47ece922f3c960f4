import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isInterfaceLocale, textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";

const renderBudget = 10_000;

/** Renders the whole page before sending it: errors still become error pages, and stored pages are whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const root = remixContext.staticHandlerContext.loaderData.root as { locale?: unknown } | undefined;
  const locale = isInterfaceLocale(root?.locale) ? root.locale : "en";
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <TextProvider text={textFor(locale)}>
        <RemixServer context={remixContext} url={request.url} abortDelay={renderBudget} nonce={context.nonce} />
      </TextProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          // Nothing that a signed-in person sees may be kept by a shared cache or shown by the back button.
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
    setTimeout(abort, renderBudget + 1000).unref();
  });
}

/** `.data` answers of single fetch are as private as the pages. */
export function handleDataRequest(response: Response): Response {
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** Errors that are not domain errors: logged with the request id that the page shows. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  context.log.error({ err: error, requestId: context.requestId }, "unexpected");
}
