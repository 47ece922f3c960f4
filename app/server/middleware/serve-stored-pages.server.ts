import type { ServerResponse } from "node:http";
import type { Request, RequestHandler } from "express";
import { cookieName, readCookie } from "#app/http/sign-in.server.ts";
import { type StoredPage, StoredPages, sendStored } from "#app/server/stored-pages.ts";
import { webRequest } from "#app/server/web-request.ts";
import { changeNumber, type Store } from "#db/store.ts";

/** Public pages for people without a sign-in: rendered once, and sent again until something changes. */
export function serveStoredPages({ store, https }: { store: Store; https: boolean }): RequestHandler {
  const pages = new StoredPages();
  return async (request, response, next) => {
    try {
      // The cookie is read as the application reads it: a spelling that only one of the two knows would store a
      // person's page.
      const signedIn = () => readCookie(webRequest(request), cookieName(https)) !== null;
      if (request.method !== "GET" || !request.mark.isPublic || signedIn()) return next();
      const change = await changeNumber(store);
      const found = pages.find(request.originalUrl, change);
      if (found) return sendStored(request, response, found);
      captureHtml(request, response, (html, headers) => pages.store(request.originalUrl, change, html, headers));
      next();
    } catch (error) {
      next(error);
    }
  };
}

/**
 * Holds a page back until it is whole; a plain 200 HTML answer without a cookie is kept and sent in its best form. One
 * that opens again by itself has something left to say.
 */
function captureHtml(
  request: Request,
  response: ServerResponse,
  keep: (html: Buffer, headers: Record<string, string>) => StoredPage,
): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const collect = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (chunk: unknown) => {
    collect(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    collect(chunk);
    response.end = end;
    const html = Buffer.concat(chunks);
    const type = String(response.getHeader("Content-Type") ?? "");
    const isWhole = !response.getHeader("Set-Cookie") && !response.getHeader("Refresh");
    if (response.statusCode === 200 && type.startsWith("text/html") && isWhole) {
      sendStored(request, response, keep(html, storedHeaders(type)));
      return response;
    }
    return end(html);
  };
}

function storedHeaders(type: string): Record<string, string> {
  return { "Content-Type": type, "Cache-Control": "no-cache", Vary: "Accept-Encoding, Cookie" };
}
