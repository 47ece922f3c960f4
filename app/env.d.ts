/// <reference types="@remix-run/node" />
/// <reference types="vite/client" />
import type { LoadContext } from "#app/http/context.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

declare global {
  /** The messages of the page, put there by a script (see app/i18n/browser-catalogues.server.ts). */
  var zbornikMessages: { locale: string; messages: Record<string, string> } | undefined;
}
