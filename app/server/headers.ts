import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/**
 * Security headers of documents. Pages for signed-in people allow inline scripts with this nonce; public pages carry no
 * script and so can be stored. Served from its sources, the product lets Vite put styles into the page and be told of
 * changes.
 */
export function setDocumentHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  options: { https: boolean; fromSources: boolean; nonce: string | null },
): void {
  const scripts = options.nonce ? ["'self'", `'nonce-${options.nonce}'`] : ["'self'"];
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        styleSrc: ["'self'", ...(options.fromSources ? ["'unsafe-inline'"] : [])],
        scriptSrc: scripts,
        connectSrc: ["'self'", ...(options.fromSources ? ["ws:", "wss:"] : [])],
        ...(options.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // helmet's default `no-referrer` makes Chromium send `Origin: null`, which breaks forms without JavaScript.
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xPoweredBy: false,
  });
  middleware(request, response, () => undefined);
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
}

/**
 * Headers of files that are no documents. A page loads some thirty of them, and the policy of a document would weigh
 * more than many of the files.
 */
export function setAssetHeaders(response: ServerResponse): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
}
