import type { IncomingMessage } from "node:http";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { guessLocale } from "#app/http/locale.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Asked } from "#app/server/chain.ts";
import type { How } from "#app/server/page-renderer.server.ts";

/**
 * A request in the shape that the application knows, under the public address: the gate has checked that it was meant,
 * in whatever spelling. What is for all says nothing of who asks.
 */
export function pageRequest(request: Asked, publicUrl: string, { signal, forAll }: How): Request {
  const headers = forAll ? new Headers() : headersOf(request);
  headers.set("host", publicUrl.replace(/^https?:\/\//, ""));
  const method = forAll ? "GET" : request.method;
  const init: RequestInit & { duplex?: "half" } = { method, headers, signal };
  if (method !== "GET" && method !== "HEAD") {
    init.body = createReadableStreamFromReadable(request);
    init.duplex = "half";
  }
  return new Request(publicUrl + request.url, init);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}

/** The language in which to tell why a request gets no further than the server. */
export function localeOf(request: IncomingMessage, https: boolean): InterfaceLocale {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return guessLocale(new Request("http://inside.invalid/", { headers }), https);
}
