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
  /** The reader's catalogue, put there by the script that the page loads (see app/i18n/catalogue-script.server.ts). */
  var zbornikMessages: { locale: string; messages: Record<string, string> } | undefined;
}
