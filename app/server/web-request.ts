import type { IncomingMessage } from "node:http";
import { guessLocale } from "#app/http/locale.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";

/** What of a request tells who it is from, in the shape that the application knows. */
export function webRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return new Request("http://inside.invalid/", { headers });
}

/** The language in which to tell why a request gets no further than the server. */
export function localeOf(request: IncomingMessage): InterfaceLocale {
  return guessLocale(webRequest(request));
}
